import Delivery
import Practice
import Signal
import Speech
import Testing

@Suite struct AnswerTellerTests {
    private static func level(_ seconds: Double, silent: Double?) -> RecordingEvent {
        .level(AudioLevel(rmsDBFS: -20, peakDBFS: -10), elapsedSeconds: seconds, silentForSeconds: silent)
    }

    private static func word(_ text: String, _ start: Double, _ end: Double) -> Word {
        Word(text: text, time: TimeRange(startSeconds: start, endSeconds: end), confidence: 0.9)
    }

    private static func names(_ events: [AnswerEvent]) -> [String] {
        events.map { event in
            switch event {
            case .level: "level"
            case .speech: "speech"
            case .partial(let text, _): "partial \(text)"
            case .word(let word): word.text
            case .filler(let word): "filler \(word.text)"
            case .pause(let range): "pause \(range.startSeconds) \(range.endSeconds)"
            case .pace: "pace"
            }
        }
    }

    @Test func levelsAreToldFiveTimesASecondAndSpeechAtOnce() {
        var teller = AnswerTeller()
        var told: [AnswerEvent] = []
        for step in 1...20 {
            let seconds = Double(step) / 10
            told += teller.events(of: Self.level(seconds, silent: seconds < 1.05 ? nil : 0))
        }
        #expect(Self.names(told).count { $0 == "level" } == 10)
        #expect(Self.names(told).count { $0 == "speech" } == 1)
        // A pause ends the speech; the next word begins another.
        _ = teller.events(of: Self.level(2.1, silent: 0.4))
        let again = teller.events(of: Self.level(2.15, silent: 0))
        #expect(Self.names(again) == ["speech"])
    }

    @Test func wordsComeWithThePausesBetweenThem() {
        var teller = AnswerTeller()
        let first = Transcript.Segment(
            time: TimeRange(startSeconds: 0, endSeconds: 2),
            words: [Self.word("so", 0.1, 0.5), Self.word("um", 1, 1.4), Self.word("yes", 1.5, 2)])
        let second = Transcript.Segment(
            time: TimeRange(startSeconds: 4.5, endSeconds: 5), words: [Self.word("then", 4.5, 5)])
        let told = [
            RecordingEvent.heard(.segment(first)), .heard(.segment(second)),
            .heard(.preview("and so", untilSeconds: 5)), .heard(.preview("", untilSeconds: 5)),
        ].map { Self.names(teller.events(of: $0)) }
        #expect(
            told == [["so", "filler um", "yes"], ["pause 2.0 4.5", "then"], ["partial and so"], []])
    }
}
