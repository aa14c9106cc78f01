/// One of several equal parts of a batch, for as many machines or runs.
public struct Shard: Sendable, Hashable, CustomStringConvertible {
    /// Which part, counted from 1.
    public var number: Int
    /// How many parts there are.
    public var count: Int

    /// The part `number` of `count`; `nil` unless 1 ≤ number ≤ count ≤ 10,000.
    public init?(number: Int, of count: Int) {
        guard (1...10_000).contains(count), (1...count).contains(number) else { return nil }
        self.number = number
        self.count = count
    }

    /// Reads `3/8`.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }),
            let number = Int(parts[0]), let count = Int(parts[1])
        else { return nil }
        self.init(number: number, of: count)
    }

    /// As it was read: `3/8`.
    public var description: String { "\(number)/\(count)" }

    /// Every `count`-th item, beginning with the `number`-th: the parts share nothing and together are everything.
    public func part<Item>(of items: [Item]) -> [Item] {
        stride(from: number - 1, to: items.count, by: count).map { items[$0] }
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
