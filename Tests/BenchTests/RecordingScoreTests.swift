import Recognition
import Speech
import Testing

@testable import viva_bench

@Suite struct RecordingScoreTests {
    private func heard(_ words: [(String, Double, Double)]) -> [Word] {
        words.map { Word(text: $0.0, time: TimeRange(startSeconds: $0.1, endSeconds: $0.2)) }
    }

    private func recording(_ transcript: String) -> BenchRecording {
        var recording = BenchRecording(unknown: "/x.wav")
        recording.transcript = transcript
        return recording
    }

    @Test func measuresTheTimesOfWordsHeardRight() {
        var recording = recording("we use sql")
        recording.words = [("we", 1.0, 1.2), ("use", 1.2, 1.5), ("sql", 1.5, 2.1)].map {
            TimedWord(text: $0.0, time: TimeRange(startSeconds: $0.1, endSeconds: $0.2))
        }
        let score = RecordingScore(
            heard([("we", 1.1, 1.2), ("used", 1.2, 1.5), ("s", 1.5, 1.7), ("q", 1.7, 1.8), ("l", 1.8, 2.0)]),
            of: recording)
        #expect(score.startErrors.map { ($0 * 1000).rounded() } == [100, 0])
        #expect(score.endErrors.map { ($0 * 1000).rounded() } == [0, -100])
        #expect(score.words?.errors == 1)
    }

    @Test func countsAnUncertainTermAsHeardButNotAsCertain() {
        var recording = recording("we use Redis and Kafka")
        recording.terms = [KeyTerm(written: "Redis"), KeyTerm(written: "Kafka"), KeyTerm(written: "Linux")]
        var words = heard([("we", 0, 1), ("use", 1, 2), ("redis", 2, 3), ("and", 3, 4), ("kafka", 4, 5)])
        words[4].isUncertain = true
        let score = RecordingScore(words, of: recording)
        #expect(score.terms.said == 2)
        #expect(score.terms.heard == 2)
        #expect(score.terms.certain == 1)
    }

    @Test func takesOnlyUnsaidTermsAsFalse() {
        let recording = recording("we use Redis")
        var words = heard([("we", 0, 1), ("use", 1, 2), ("redis", 2, 3), ("kafka", 3, 4), ("linux", 4, 5)])
        words[4].isUncertain = true
        let offered = ["Redis", "Kafka", "Linux", "Vim"].map { KeyTerm(written: $0) }
        let terms = RecordingScore.falseTerms(words, of: recording, offered: offered)
        #expect(terms.offered == 3)
        #expect(terms.shown == 1)
    }

    @Test func countsFillersWithoutTimesAndFindsThoseWithTimes() {
        var recording = recording("um yes uh")
        let words = heard([("um", 0.1, 0.4), ("yes", 1, 2)])
        let counted = RecordingScore(words, of: recording)
        #expect(counted.fillers == nil)
        #expect(counted.fillerCounts?.said == 2)
        #expect(counted.fillerCounts?.heard == 1)
        recording.fillers = [TimedWord(text: "um", time: TimeRange(startSeconds: 0, endSeconds: 0.5))]
        #expect(RecordingScore(words, of: recording).fillers?.f1 == 1)
    }

    @Test func readsWhatStockPocketSphinxWrites() {
        let words = StockRecognizer.words(
            "go for it\n<s> 0.000 0.040 1.000000\ngo 0.050 0.210 0.900000\nfor(2) 0.210 0.400 0.5\n"
                + "[NOISE] 0.4 0.5 0.5\nit 0.500 0.610 0.250000\n</s> 0.6 0.7 1.0\n\nfour little words here\n"
        )
        #expect(words.map(\.text) == ["go", "for", "it"])
        #expect(words.map(\.time.endSeconds) == [0.21, 0.4, 0.61])
        #expect(words.last?.confidence == 0.25)
    }
}
