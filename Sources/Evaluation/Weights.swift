/// How much a key point or a criterion may count, wherever its weight is read.
package enum Weights {
    /// The smallest and the largest weight. Within them sums and shares keep all their figures.
    package static let allowed = 0.001...1_000_000.0

    /// What a weight must be, in words.
    package static let description = "a number from 0.001 to 1000000"

    /// A number as people write one: decimal figures with one point at most; `nil` for anything else, such as `0x10`, `1e3` or `1:30`.
    package static func decimal(_ text: String) -> Double? {
        let figures = text.utf8.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        let points = text.utf8.count { $0 == UInt8(ascii: ".") }
        guard !figures.isEmpty, points <= 1, figures.count + points == text.utf8.count else { return nil }
        return Double(text.hasPrefix(".") ? "0" + text : text)
    }
}
