import Foundation
import Speech
import Testing

@testable import viva_bench

@Suite struct FasterWhisperAnswerTests {
    @Test func readsWordsWithTheirTimesAndTheStart() throws {
        let heard = try FasterWhisperAnswer.heard(
            """
            {"words": [{"text": "so", "start": 0.5, "end": 0.75, "probability": 0.9},
                       {"text": "c++", "start": 1, "end": 2, "probability": null}], "startSeconds": 1.25}
            """)
        #expect(heard.words.map(\.text) == ["so", "c++"])
        #expect(heard.words.map(\.time.startSeconds) == [0.5, 1])
        #expect(heard.words.map(\.time.endSeconds) == [0.75, 2])
        #expect(heard.words.map(\.confidence) == [0.9, nil])
        #expect(heard.startSeconds == 1.25)
    }

    @Test func silenceHasNoWords() throws {
        #expect(try FasterWhisperAnswer.heard(#"{"words": [], "startSeconds": 1}"#).words == [])
    }

    @Test(arguments: ["", "Traceback", "[]", #"{"words": [{"text": "so"}], "startSeconds": 1}"#])
    func whatIsNoAnswerIsAnError(_ output: String) {
        #expect(throws: (any Error).self) { try FasterWhisperAnswer.heard(output) }
    }

    @Test func theCostWithoutStartIsKnownOnlyWhenEveryRunTellsIt() {
        var figures = HearingFigures()
        let run = MeasuredProcess(
            wallSeconds: 2, processorSeconds: 3, peakMegabytes: 100, output: "", firstOutputSeconds: nil)
        figures.seconds = 8
        figures.add(run, startSeconds: 1)
        figures.add(run, startSeconds: 1)
        #expect(figures.summary(against: nil).hearingRealTimeFactor == 0.5)
        figures.add(run, startSeconds: nil)
        #expect(figures.summary(against: nil).hearingRealTimeFactor == nil)
        #expect(figures.summary(against: nil).realTimeFactor == 9.0 / 8)
    }
}
