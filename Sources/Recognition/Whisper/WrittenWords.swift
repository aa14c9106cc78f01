import Foundation
import Inference
import Speech

/// Parts a text that a Whisper model wrote into words, each with how sure the model was.
enum WrittenWords {
    struct Part: Equatable {
        var text: String
        /// The chance of the word by the model: the product over its tokens.
        var probability: Double
        /// Its tokens' places in the text, without signs at its end.
        var tokens: Range<Int>
    }

    /// The words of a text as transcripts have them: lower case, without the signs around them.
    static func parts(of hypothesis: Hypothesis, vocabulary: ByteLevelVocabulary) -> [Part] {
        var runs: [(bytes: [UInt8], logProbability: Float, tokens: Range<Int>)] = []
        for (place, token) in hypothesis.tokens.enumerated() {
            let bytes = vocabulary.bytes(of: token)
            let logProbability = hypothesis.logProbabilities[place]
            if runs.isEmpty || bytes.first == UInt8(ascii: " ") {
                runs.append((bytes, logProbability, place..<place + 1))
                continue
            }
            let last = runs.count - 1
            runs[last].bytes += bytes
            runs[last].logProbability += logProbability
            // Signs are not said: the word ends before them.
            if !bytes.allSatisfy(Self.isSign) {
                runs[last].tokens = runs[last].tokens.lowerBound..<place + 1
            }
        }
        return runs.flatMap { run in
            String(decoding: run.bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace).map {
                Part(text: bare($0), probability: Double(exp(run.logProbability)), tokens: run.tokens)
            }
        }.filter { !$0.text.isEmpty }
    }

    private static func isSign(_ byte: UInt8) -> Bool {
        let letter = Unicode.Scalar(byte)
        return letter.isASCII && !letter.properties.isAlphabetic && !(0x30...0x39).contains(byte)
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

    /// When each word was said, in seconds from the start of its window, by the times of its tokens; words that are written
    /// as one share its time by their letters.
    static func times(of parts: [Part], by tokens: TokenTimes) -> [TimeRange] {
        var times: [TimeRange] = []
        var place = 0
        while place < parts.count {
            let run = parts[place].tokens
            let end = parts[place...].firstIndex { $0.tokens != run } ?? parts.count
            let letters = parts[place..<end].map { Double($0.text.count + 1) }
            let (from, to) = (tokens.seconds[run.lowerBound], tokens.seconds[run.upperBound])
            let step = (to - from) / letters.reduce(0, +)
            var start = from
            for count in letters {
                times.append(TimeRange(startSeconds: start, endSeconds: min(to, start + step * count)))
                start = min(to, start + step * count)
            }
            place = end
        }
        return times
    }
}
