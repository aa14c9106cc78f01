/// What is written in one cell together: a key point's id before a follow-up, a weight behind a criterion.
enum CSVCell {
    /// A text without the space around it.
    static func trimmed(_ text: String) -> String {
        guard let first = text.firstIndex(where: { !$0.isWhitespace }),
            let last = text.lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(text[first...last])
    }

    /// What stands before a colon, when it is an id, and the text behind it.
    static func labelled(_ text: String) -> (id: String, text: String)? {
        guard let colon = text.firstIndex(of: ":"), colon > text.startIndex,
            text[..<colon].allSatisfy({ $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") })
        else { return nil }
        return (String(text[..<colon]), trimmed(String(text[colon...].dropFirst())))
    }

    /// A text and the weight that stands behind it as `weight=2`, as it is written.
    static func weighted(_ text: String) -> (text: String, weight: String?) {
        guard let mark = text.ranges(of: weightMark).last else { return (text, nil) }
        let weight = trimmed(String(text[mark.upperBound...]))
        guard !weight.isEmpty, !weight.contains(where: \.isWhitespace) else { return (text, nil) }
        return (trimmed(String(text[..<mark.lowerBound])), weight)
    }

    /// A text with its weight, where that is not 1 or the text could be mistaken for one that has a weight.
    static func weighted(_ text: String, _ weight: Double) -> String {
        weight == 1 && weighted(text).weight == nil ? text : text + weightMark + number(weight)
    }

    /// A text and what stands behind it as `measuredBy=relevance,plan`; `nil` without that.
    static func measured(_ text: String) -> (text: String, measures: [String]?) {
        guard let mark = text.ranges(of: measureMark).last else { return (text, nil) }
        let measures = text[mark.upperBound...].split(separator: ",").map { trimmed(String($0)) }
        guard !measures.isEmpty, measures.allSatisfy({ !$0.isEmpty && !$0.contains(where: \.isWhitespace) })
        else { return (text, nil) }
        return (trimmed(String(text[..<mark.lowerBound])), measures)
    }

    /// A text with what it is measured by, where that is anything.
    static func measured(_ text: String, _ measures: [String]?) -> String {
        measures.map { text + measureMark + $0.joined(separator: ",") } ?? text
    }

    /// A number as it is read back, without a fraction of nothing.
    static func number(_ value: Double) -> String {
        let text = String(value)
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    private static let weightMark = " weight="
    private static let measureMark = " measuredBy="
}
