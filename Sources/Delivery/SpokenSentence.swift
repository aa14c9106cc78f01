import Speech
import Vocabulary

/// A sentence of an answer: its words as they are compared, filled pauses left out.
///
/// Sentences are found as for written text, by pauses and the words around them (`WrittenText`); a recogniser hears no full
/// stops.
struct SpokenSentence: Sendable {
    /// One word.
    struct Said: Sendable {
        /// In lower case, with plain apostrophes and without marks around it.
        let text: String
        let time: TimeRange
        /// Whether it was probably not said.
        let isUncertain: Bool
        /// Which of the words it is, counted from 0.
        let place: Int
    }

    /// The words in the order of time; at least one.
    let words: [Said]

    /// Where some of its words were said.
    func phrase(_ range: Range<Int>) -> SaidPhrase {
        let said = words[range]
        let start = said.first?.time.startSeconds ?? 0
        return SaidPhrase(
            text: said.map(\.text).joined(separator: " "),
            time: TimeRange(startSeconds: start, endSeconds: said.last?.time.endSeconds ?? start))
    }

    /// The sentences of words in the order of time, all with finite times.
    static func sentences(of words: [Word]) -> [SpokenSentence] {
        var sentences: [SpokenSentence] = []
        var said: [Said] = []
        for token in WrittenText(lexicon: Lexicon(), uncertain: .plain).tokens(of: words) {
            for place in token.words where !words[place].isFilledPause {
                let word = words[place]
                let text = word.plainText
                guard !text.isEmpty else { continue }
                said.append(
                    Said(text: text, time: word.time, isUncertain: word.isUncertain, place: place))
            }
            if token.endsSentence, !said.isEmpty {
                sentences.append(SpokenSentence(words: said))
                said = []
            }
        }
        return said.isEmpty ? sentences : sentences + [SpokenSentence(words: said)]
    }
}
