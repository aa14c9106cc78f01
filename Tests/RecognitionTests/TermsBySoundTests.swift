import Speech
import Testing

@testable import Recognition

@Suite struct TermsBySoundTests {
    private static let sounds = [
        "core": "K AO R", "routines": "R UW T IY N Z", "coroutines": "K OW R UW T IY N Z", "a": "AH",
        "few": "F Y UW", "that's": "DH AE T S", "nets": "N EH T S", "nats": "N AE T S", "key": "K IY",
        "borrowed": "B AA R OW D", "borrow": "B AA R OW", "checker": "CH EH K ER", "go": "G OW",
        "retry": "R IY T R AY", "retries": "R IY T R AY Z",
        "overfetching": "OW V ER F EH CH IH NG", "overfitting": "OW V ER F IH T IH NG",
    ]

    private func ways(_ word: String) -> [Pronunciation] {
        Self.sounds[word].flatMap { Pronunciation($0) }.map { [$0] } ?? []
    }

    private func restored(_ text: String, _ terms: String..., known: Set<String> = []) -> [Word] {
        let texts = text.split(separator: " ").map(String.init)
        let words = texts.enumerated().map { place, text in
            Word(
                text: text, time: TimeRange(startSeconds: Double(place), endSeconds: Double(place) + 1),
                confidence: 0.9 - 0.1 * Double(place))
        }
        return TermsBySound(
            terms.map { term in
                let words = term.split(separator: " ").map(String.init)
                return TermsBySound.Term(
                    words: words, pronunciations: AlignmentLexicon.joined(words.map(ways)))
            }, known: known.contains
        ).restored(words, pronunciations: texts.map(ways))
    }

    private func text(_ words: [Word]) -> String { words.map(\.text).joined(separator: " ") }

    @Test func wordsThatSoundLikeATermAreTheTerm() {
        let words = restored("a few core routines", "coroutines")
        #expect(text(words) == "a few coroutines")
        #expect(words[2].time == TimeRange(startSeconds: 2, endSeconds: 4))
        #expect(abs((words[2].confidence ?? 0) - 0.6) < 1e-9)
        #expect(text(restored("a borrowed checker", "borrow checker")) == "a borrow checker")
    }

    @Test func theLikestTermComesBackAndEachWordOnce() {
        #expect(text(restored("nets", "that's", "nats")) == "nats")
        #expect(text(restored("core routines core routines", "coroutines")) == "coroutines coroutines")
    }

    @Test func whatSoundsOtherwiseStays() {
        #expect(text(restored("that's a key", "nats", "go")) == "that's a key")
        #expect(text(restored("coroutines go", "coroutines")) == "coroutines go")
        #expect(text(restored("unsaid words", "coroutines")) == "unsaid words")
        #expect(restored("", "coroutines").isEmpty)
        #expect(text(restored("core routines")) == "core routines")
    }

    @Test func aTermIsNotTakenForAnother() {
        #expect(text(restored("overfetching", "overfitting")) == "overfitting")
        #expect(text(restored("overfetching", "overfitting", known: ["overfetching"])) == "overfetching")
    }

    @Test func aTermThatStandsThereStays() {
        #expect(text(restored("a coroutines", "coroutines")) == "a coroutines")
        #expect(text(restored("retry", "retries")) == "retry")
    }

    @Test func shortTermsDoNotComeBack() {
        #expect(text(restored("key", "go")) == "key")
    }
}
