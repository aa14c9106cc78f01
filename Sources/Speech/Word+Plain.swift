/// Words as they are compared.
extension Word {
    /// The word in lower case, with plain apostrophes and without marks around it; empty for marks alone.
    package var plainText: String { Self.plain(text) }

    /// A text in lower case, with plain apostrophes and without marks around it; empty for marks alone.
    package static func plain(_ text: some StringProtocol) -> String {
        let lower = lowered(text)
        guard let first = lower.firstIndex(where: { $0.isLetter || $0.isNumber }),
            let last = lower.lastIndex(where: { $0.isLetter || $0.isNumber })
        else { return "" }
        return String(lower[first...last])
    }

    /// A text in lower case with plain apostrophes; marks stay.
    package static func lowered(_ text: some StringProtocol) -> String {
        String(text.lowercased().map { $0 == "\u{2019}" ? "'" : $0 })
    }
}
