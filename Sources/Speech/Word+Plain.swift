/// Words as they are compared.
extension Word {
    /// The word in lower case, with plain apostrophes and without marks around it; empty for marks alone.
    package var plainText: String { Self.plain(text) }

    /// A text in lower case, with plain apostrophes and without marks around it; empty for marks alone.
    package static func plain(_ text: some StringProtocol) -> String {
        let lower = lowered(text)
        if let first = lower.utf8.first, let last = lower.utf8.last, isPlain(first), isPlain(last) {
            return lower
        }
        guard let first = lower.firstIndex(where: { $0.isLetter || $0.isNumber }),
            let last = lower.lastIndex(where: { $0.isLetter || $0.isNumber })
        else { return "" }
        return String(lower[first...last])
    }

    /// A text in lower case with plain apostrophes; marks stay.
    package static func lowered(_ text: some StringProtocol) -> String {
        let lower = text.lowercased()
        // Most words are looked at byte by byte only; the first byte of a curved apostrophe is this one.
        return lower.utf8.contains(0xE2) ? String(lower.map { $0 == "\u{2019}" ? "'" : $0 }) : lower
    }

    /// Whether a byte is an ASCII letter in lower case or a digit.
    private static func isPlain(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
