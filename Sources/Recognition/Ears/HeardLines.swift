/// Reads the text that recognisers print: lines with times such as `[00:00:00.000 --> 00:00:02.000]  text` (whisper.cpp;
/// Whisper leaves the hours out), or plain text.
struct HeardLines: Sendable {
    /// What was heard.
    let heard: HeardText

    /// Reads a whole text. When one line has times, those without are notes of the program and are passed over.
    init(_ text: String) {
        let lines = text.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }
        let timed = lines.compactMap(Self.timed)
        heard = HeardText(timed.isEmpty ? lines.map { HeardText.Piece(text: String($0)) } : timed)
    }

    /// A line with times; `nil` when it has none.
    private static func timed(_ line: Substring) -> HeardText.Piece? {
        let line = line.drop(while: \.isWhitespace)
        guard line.first == "[", let close = line.firstIndex(of: "]") else { return nil }
        let inside = line[line.index(after: line.startIndex)..<close]
        guard let arrow = inside.firstRange(of: "-->"), let start = seconds(inside[..<arrow.lowerBound]),
            let end = seconds(inside[arrow.upperBound...])
        else { return nil }
        return HeardText.Piece(
            text: String(line[line.index(after: close)...]), startSeconds: start, endSeconds: end)
    }

    /// `01:02:03.500`, `02:03.500` or `3.5`, with a point or a comma, in seconds; `nil` when it is no time.
    private static func seconds(_ text: Substring) -> Double? {
        let parts = text.filter { !$0.isWhitespace }.split(separator: ":", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count) else { return nil }
        var seconds = 0.0
        for (place, part) in parts.enumerated() {
            let digits = place == parts.count - 1 ? part.map { $0 == "," ? "." : $0 } : Array(part)
            guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber || $0 == "." }),
                let number = Double(String(digits)), number.isFinite
            else { return nil }
            seconds = seconds * 60 + number
        }
        return seconds
    }
}
