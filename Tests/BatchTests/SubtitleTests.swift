import Speech
import Testing

@testable import Batch

@Suite struct SubtitleTests {
    /// A cue as a player reads it back.
    private struct Shown {
        var start: Int
        var end: Int
        var lines: [String]
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func cuesAreInOrderAndWithinTheBounds(seed: UInt64) throws {
        let transcript = TestTranscript.random(seed: seed, words: 300)
        for (text, separator) in [
            (OutputFormat.srt.text(of: transcript), ","), (OutputFormat.vtt.text(of: transcript), "."),
        ] {
            let cues = try parse(text, separator: separator)
            #expect(!cues.isEmpty)
            var reached = 0
            for cue in cues {
                #expect(cue.start >= reached)
                #expect(cue.end > cue.start)
                #expect(cue.end - cue.start <= 7000)
                #expect((1...2).contains(cue.lines.count))
                reached = cue.end
            }
            let lines = cues.flatMap(\.lines).map(unescaped)
            if separator == "," { #expect(cues.flatMap(\.lines).allSatisfy { $0.count <= 42 }) }
            #expect(lines.allSatisfy { $0.count <= 42 })
            let shown = lines.joined().filter { $0 != " " }
            #expect(
                shown
                    == (separator == "," ? unescaped(transcript.text) : transcript.text).onOneLine.filter {
                        $0 != " "
                    })
        }
    }

    @Test func aPauseAndTheEndOfASentenceEndACue() {
        let transcript = TestTranscript.written([
            [("we", 0, 0.2), ("measured", 0.2, 0.6), ("it", 0.6, 0.8), ("then", 1.7, 2)],
            [
                ("we", 2.1, 2.3), ("fixed", 2.3, 2.6), ("the", 2.6, 2.8), ("slow", 2.8, 3),
                ("query.", 3, 3.4), ("Done.", 3.4, 3.8),
            ],
        ])
        let cues = CueCutter().cues(of: transcript.pieces)
        #expect(
            cues.map { $0.lines.joined(separator: " ") } == [
                "we measured it", "then we fixed the slow query.", "Done.",
            ])
        #expect(cues.map(\.startMilliseconds) == [0, 1700, 3400])
        #expect(cues.map(\.endMilliseconds) == [800, 3400, 3800])
    }

    @Test func aFullCueIsCutAtTheBestPlaceOfItsSecondHalf() {
        // Eighteen words of five characters do not go on two lines; the comma is the best cut.
        var words: [(String, Double, Double)] = []
        for index in 0..<18 {
            let start = Double(index) * 0.3
            words.append((index == 10 ? "four," : "words", start, start + 0.3))
        }
        let cues = CueCutter().cues(of: TestTranscript.written([words]).pieces)
        #expect(cues.first?.lines.last?.hasSuffix("four,") == true)
        #expect(cues.count == 2)
    }

    @Test func aWordStretchedOverASilenceIsNotShownForAllOfIt() {
        let cues = CueCutter().cues(of: TestTranscript.written([[("so", 1, 31)]]).pieces)
        #expect(cues == [Cue(startMilliseconds: 1000, endMilliseconds: 8000, lines: ["so"])])
    }

    @Test func anHourHasItsPlace() {
        let transcript = TestTranscript.written([[("late", 3661.5, 3662.25)]], durationSeconds: 4000)
        #expect(OutputFormat.srt.text(of: transcript) == "1\n01:01:01,500 --> 01:01:02,250\nlate\n")
        #expect(OutputFormat.vtt.text(of: transcript) == "WEBVTT\n\n01:01:01.500 --> 01:01:02.250\nlate\n")
    }

    @Test func webVTTHasNoTagsEntitiesOrArrowsOfTheSpeaker() {
        let transcript = TestTranscript.written([[("<b>", 0, 1), ("a&b", 1, 2), ("-->", 2, 3)]])
        #expect(OutputFormat.vtt.text(of: transcript).hasSuffix("\n&lt;b&gt; a&amp;b --&gt;\n"))
    }

    @Test func silenceHasNoCues() {
        #expect(OutputFormat.srt.text(of: TestTranscript.written([])) == "")
        #expect(OutputFormat.vtt.text(of: TestTranscript.written([])) == "WEBVTT\n")
    }

    private func unescaped(_ text: String) -> String {
        text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
    }

    private func parse(_ text: String, separator: String) throws -> [Shown] {
        var blocks = text.split(separator: "\n\n").map { $0.split(separator: "\n").map(String.init) }
        if separator == "." {
            #expect(blocks.removeFirst() == ["WEBVTT"])
        }
        return try blocks.enumerated().map { index, block in
            var lines = block
            if separator == "," { #expect(lines.removeFirst() == "\(index + 1)") }
            let times = lines.removeFirst().split(separator: " --> ").map(String.init)
            return Shown(
                start: try milliseconds(#require(times.first), separator),
                end: try milliseconds(#require(times.last), separator), lines: lines)
        }
    }

    private func milliseconds(_ time: String, _ separator: String) throws -> Int {
        let parts = try time.replacing(separator, with: ":").split(separator: ":").map {
            try #require(Int($0))
        }
        try #require(parts.count == 4 && parts[1] < 60 && parts[2] < 60 && parts[3] < 1000)
        return ((parts[0] * 60 + parts[1]) * 60 + parts[2]) * 1000 + parts[3]
    }
}
