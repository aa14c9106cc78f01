import Foundation
import Inference
import Speech

/// Parts a text that a Whisper model wrote into words, each with how sure the model was.
enum WrittenWords {
    struct Part: Equatable {
        var text: String
        /// The chance of the word by the model: the product over its tokens.
        var probability: Double
    }

    /// The words of a text as transcripts have them: lower case, without the signs around them.
    static func parts(of hypothesis: Hypothesis, vocabulary: ByteLevelVocabulary) -> [Part] {
        var parts: [(bytes: [UInt8], logProbability: Float)] = []
        for (token, logProbability) in zip(hypothesis.tokens, hypothesis.logProbabilities) {
            let bytes = vocabulary.bytes(of: token)
            if parts.isEmpty || bytes.first == UInt8(ascii: " ") {
                parts.append((bytes, logProbability))
            } else {
                parts[parts.count - 1].bytes += bytes
                parts[parts.count - 1].logProbability += logProbability
            }
        }
        return parts.flatMap { part in
            String(decoding: part.bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
                .map { Part(text: bare($0), probability: Double(exp(part.logProbability))) }
        }.filter { !$0.text.isEmpty }
    }

    private static func bare(_ word: Substring) -> String {
        let isInside = { (letter: Character) in letter.isLetter || letter.isNumber }
        guard let first = word.firstIndex(where: isInside), let last = word.lastIndex(where: isInside) else {
            return ""
        }
        var start = first
        // A sign may be the beginning of a word (".NET", but not "...and") and the end of one ("C++", "C#", "5%").
        let signs = word[..<first]
        if signs.hasSuffix("."), !signs.hasSuffix("..") { start = word.index(before: first) }
        var end = word.index(after: last)
        while end < word.endIndex, "+#%".contains(word[end]) { end = word.index(after: end) }
        if start > word.startIndex, "$€£".contains(word[word.index(before: start)]) {
            start = word.index(before: start)
        }
        return word[start..<end].lowercased().replacing("’", with: "'")
    }

    /// Puts words into a stretch of time, each as long as its letters.
    static func placed(_ parts: [Part], in time: TimeRange) -> [Word] {
        let letters = parts.map { Double($0.text.count + 1) }
        let total = letters.reduce(0, +)
        var start = time.startSeconds
        return zip(parts, letters).map { part, count in
            let end = min(time.endSeconds, start + time.durationSeconds * count / total)
            defer { start = end }
            return Word(
                text: part.text, time: TimeRange(startSeconds: start, endSeconds: end),
                confidence: part.probability)
        }
    }
}
