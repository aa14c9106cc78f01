import Delivery
import Drawing
import Signal
import Speech
import Testing

@testable import viva

@Suite struct TimelineViewTests {
    /// Speech with two fillers in a recording of `seconds`.
    private func timeline(seconds: Double) -> AnswerTimeline {
        let words = ["um", "we", "maybe", "shipped"].enumerated().map { index, text in
            let start = 1 + Double(index)
            return Word(text: text, time: TimeRange(startSeconds: start, endSeconds: start + 0.5))
        }
        let quality = RecordingQuality(
            durationSeconds: seconds, speechSeconds: 4, peakDBFS: -3, speechLevelDBFS: -20,
            noiseLevelDBFS: nil,
            signalToNoiseDB: nil, clippedShare: 0, problems: [])
        let report = DeliveryReport(
            words: words, speech: [TimeRange(startSeconds: 1, endSeconds: 5)], syllables: [], quality: quality
        )
        let whole = TimeRange(startSeconds: 0, endSeconds: seconds)
        return AnswerTimeline(
            AnswerAnalysis(
                transcript: Transcript(segments: [.init(time: whole, words: words)], recognizer: "a script"),
                delivery: report, quality: quality))
    }

    @Test func showsLettersUnderTheirPlaceAndWhatTheyMean() {
        let lines = TimelineView.lines(timeline(seconds: 10), columns: 50, palette: .plain).map(\.sequence)
        #expect(lines.count == 5)
        #expect(lines[1].hasPrefix("  marks   "))
        #expect(lines[1].filter { $0 == "F" }.count == 1)
        #expect(lines[1].last == "H")
        #expect(lines[4] == "  F = 1 filled pause, H = 1 hedge")
        #expect(lines.allSatisfy { $0.count <= 50 })
    }

    @Test func coloursChangeNoCharacter() {
        let plain = TimelineView.lines(timeline(seconds: 10), columns: 50, palette: .plain).map(\.sequence)
        let coloured = TimelineView.lines(timeline(seconds: 10), columns: 50, palette: .coloured).map(
            \.sequence)
        #expect(coloured.joined().contains("\u{1B}["))
        let sequence = /\u{1B}\[[0-9]+m/
        #expect(coloured.map { $0.replacing(sequence, with: "") } == plain)
    }

    @Test func saysHowMuchOfALongAnswerIsNotShown() {
        let lines = TimelineView.lines(timeline(seconds: 432), columns: 80, palette: .plain).map(\.sequence)
        #expect(lines.contains("  … 1:12 more: see --svg"))
    }
}
