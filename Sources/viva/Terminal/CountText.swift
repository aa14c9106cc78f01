/// How many of something there are, for people: `1 interview`, `3 interviews`.
enum CountText {
    /// A number with its noun, which takes an s where there is not one.
    static func of(_ count: Int, _ noun: String) -> String { count == 1 ? "1 \(noun)" : "\(count) \(noun)s" }

    /// Parts as they stand in a sentence, with `and` before the last: `3 interviews, 9 recordings and 1 resume`.
    static func list(_ parts: [String]) -> String {
        guard let last = parts.last, parts.count > 1 else { return parts.first ?? "nothing" }
        return parts.dropLast().joined(separator: ", ") + " and " + last
    }
}
