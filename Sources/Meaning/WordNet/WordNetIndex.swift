/// The lines of an index or a list of exceptions, whose first field is their key and which stand in the order of their
/// bytes. They are kept in memory, 6 MB for all of WordNet.
struct WordNetIndex: Sendable {
    /// The longest line of version 3.0 has 567 bytes.
    private static let limitLineBytes = 1 << 12

    private let bytes: [UInt8]

    init(path: String) throws(WordNetError) { bytes = try WordNetFile(path: path).allBytes() }

    /// The fields of the line with a key, the key among them.
    func fields(of key: [UInt8]) -> WordNetFields? {
        guard let start = place(of: key), let end = endOfLine(from: start) else { return nil }
        return WordNetFields(Array(bytes[start...end]))
    }

    /// Whether there is a line with a key.
    func contains(_ key: [UInt8]) -> Bool { place(of: key) != nil }

    /// Where the line with a key begins, by binary search.
    private func place(of key: [UInt8]) -> Int? {
        var first = 0
        var end = bytes.count
        while first < end {
            let middle = first + (end - first) / 2
            guard let start = startOfLine(around: middle, notBefore: first) else { return nil }
            switch order(of: key, lineAt: start) {
            case .same: return start
            case .before: end = start
            case .after:
                guard let next = endOfLine(from: middle) else { return nil }
                first = next + 1
            }
        }
        return nil
    }

    private func startOfLine(around place: Int, notBefore first: Int) -> Int? {
        var start = place
        while start > first, bytes[start - 1] != Self.lineFeed {
            start -= 1
            if place - start > Self.limitLineBytes { return nil }
        }
        return start
    }

    private func endOfLine(from place: Int) -> Int? {
        var end = place
        while end < bytes.count, end - place <= Self.limitLineBytes {
            if bytes[end] == Self.lineFeed { return end }
            end += 1
        }
        return nil
    }

    /// Where a key belongs.
    private enum Order { case before, same, after }

    private func order(of key: [UInt8], lineAt start: Int) -> Order {
        for (index, letter) in key.enumerated() {
            let place = start + index
            // The line's own key ends here: it is the beginning of this one.
            guard place < bytes.count, bytes[place] > Self.space else { return .after }
            if bytes[place] != letter { return letter < bytes[place] ? .before : .after }
        }
        let end = start + key.count
        return end < bytes.count && bytes[end] == Self.space ? .same : .before
    }

    private static let lineFeed = UInt8(ascii: "\n")
    private static let space = UInt8(ascii: " ")
}
