/// One way to say a word: its phones in order, at least one.
public struct Pronunciation: Sendable, Hashable, Codable, CustomStringConvertible {
    /// The phones in the order of time.
    public var phones: [Phone]

    /// A pronunciation of `phones`.
    public init(_ phones: [Phone]) {
        self.phones = phones
    }

    /// Reads phones as a pronunciation dictionary writes them, `K UW B ER`, with or without stress digits; `nil` when
    /// there is none or one of them is not a phone.
    public init?(_ text: some StringProtocol) {
        let names = text.split(separator: " ")
        let phones = names.compactMap { Phone(rawValue: String($0.filter { !$0.isNumber }).uppercased()) }
        guard !phones.isEmpty, phones.count == names.count else { return nil }
        self.phones = phones
    }

    /// As a pronunciation dictionary writes it, for example `K UW B ER`.
    public var description: String { phones.map(\.rawValue).joined(separator: " ") }
    /// The syllables: one for each vowel.
    public var syllables: Int { phones.count(where: \.isVowel) }
}
