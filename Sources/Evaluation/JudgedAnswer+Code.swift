extension JudgedAnswer {
    /// The line before and after code that stands among other words.
    static let codeFence = "```"

    /// The same answer with code that was given beside it, so that a judge sees both: behind the words, between lines of their
    /// own. The times and the hearing of what was said stay; where next to nothing was said, the code is the answer and
    /// counts as typed.
    public func adding(code: String?) -> JudgedAnswer {
        guard let block = Self.block(code ?? "") else { return self }
        if hearing.source == .typed || hearing.level == .notEnough {
            let text = words.isEmpty ? "" : Self.closed(text) + "\n"
            return JudgedAnswer(typed: text + block, durationSeconds: durationSeconds)
        }
        var whole = self
        whole.text += "\n" + block
        whole.words += block.split(whereSeparator: \.isWhitespace).map { HeardWord(text: String($0)) }
        return whole
    }

    /// What was said, without the code beside it; `nil` for an answer that was typed or has no code.
    var speechBesideCode: JudgedAnswer? {
        guard hearing.source == .spoken,
            let place = words.firstIndex(where: { $0.text == Self.codeFence && $0.timeSeconds == nil })
        else { return nil }
        var speech = self
        speech.words = Array(words[..<place])
        speech.text =
            text.firstRange(of: "\n" + Self.codeFence).map { String(text[..<$0.lowerBound]) }
            ?? speech.words.map(\.text).joined(separator: " ")
        return speech
    }

    /// Code between its lines, without such lines of its own; `nil` when there is none.
    private static func block(_ code: String) -> String? {
        let lines = code.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .filter { !isFence($0) }
        guard lines.contains(where: { !$0.allSatisfy(\.isWhitespace) }) else { return nil }
        return ([codeFence] + lines.map(String.init) + [codeFence]).joined(separator: "\n")
    }

    /// A text whose code ends, when it was left open.
    private static func closed(_ text: String) -> String {
        let fences = text.split(whereSeparator: \.isNewline).count(where: isFence)
        return fences.isMultiple(of: 2) ? text : text + "\n" + codeFence
    }

    private static func isFence(_ line: Substring) -> Bool {
        line.drop(while: \.isWhitespace).hasPrefix(codeFence)
    }
}
