import Delivery
import Speech
import Testing

@testable import Drawing

@Suite struct TimelineTextTests {
    private func lines(_ analysis: AnswerAnalysis, columns: Int = 80) -> [[String]] {
        TimelineText(AnswerTimeline(analysis), columns: columns).rows.map { $0.lines.map(\.text) }
    }

    @Test func speechStandsWherePausesDoNot() throws {
        let speech = [(0.0, 4.0), (8, 12)].map { TimeRange(startSeconds: $0.0, endSeconds: $0.1) }
        let analysis = DrawnAnswer.analysis(speech: speech, seconds: 12)
        let row = try #require(lines(analysis, columns: 32).first)
        #expect(row[0] == "speech  ▄▄▄▄▄▄▄▄        ▄▄▄▄▄▄▄▄")
        #expect(row[1] == "        └0:00     └0:05         ")
    }

    @Test func louderAndHigherIsHigher() throws {
        let levels = (0..<200).map { -40 + Double($0) / 5 }
        let pitches = (0..<200).map { 100 + Double($0) / 2 }
        let analysis = DrawnAnswer.analysis(
            speech: [TimeRange(startSeconds: 0, endSeconds: 10)], seconds: 10,
            contours: AnswerContours(levelsDBFS: levels, pitchesHz: pitches, syllablesSeconds: []))
        let row = try #require(lines(analysis).first)
        #expect(row.map { $0.prefix(8) } == ["level   ", "pitch   ", "        "])
        for line in row.prefix(2) {
            let blocks = line.dropFirst(8).filter { $0 != " " }
            #expect(Array(blocks) == blocks.sorted())
            #expect(Set(blocks).count >= 4)
        }
    }

    @Test func everyMarkHasItsLetterUnderItsTime() {
        let analysis = DrawnAnswer.long(seconds: 55)
        let timeline = AnswerTimeline(analysis)
        let drawn = TimelineText(timeline, columns: 100)
        let cells = drawn.rows.flatMap(\.lines).joined()
        for kind in TimelineMark.Kind.allCases {
            let letters = cells.filter { $0.style == .mark(kind) }
            #expect(letters.count == timeline.count(of: kind), "\(kind)")
            #expect(letters.allSatisfy { $0.character == kind.letter })
        }
        let first = drawn.rows[0].lines[1].firstIndex { $0.style == .mark(.filledPause) }
        // 55 s lie in 92 columns behind the names; the first "um" is at 1 s.
        #expect(first == 8 + 2 || first == 8 + 1)
    }

    @Test(arguments: [24, 40, 79, 200]) func noLineIsLongerThanAsked(_ columns: Int) {
        for seconds in [3.0, 59.99, 60.01, 185] {
            for line in lines(DrawnAnswer.long(seconds: seconds), columns: columns).joined() {
                #expect(line.count <= columns)
            }
        }
    }

    @Test func aLongAnswerIsCutAfterSixMinutes() {
        let drawn = TimelineText(AnswerTimeline(DrawnAnswer.long(seconds: 500)), columns: 80)
        #expect(drawn.rows.count == 6)
        #expect(drawn.hiddenSeconds == 140)
        #expect(drawn.rows[1].lines.last?.text.hasPrefix("        └1:00") == true)
        #expect(TimelineText(AnswerTimeline(DrawnAnswer.long(seconds: 360)), columns: 80).hiddenSeconds == 0)
    }

    @Test func nothingAndSilenceAreDrawn() {
        #expect(lines(DrawnAnswer.empty).isEmpty)
        #expect(lines(DrawnAnswer.silence).first?[0].allSatisfy { "level ".contains($0) } == true)
        #expect(lines(DrawnAnswer.oneWord).count == 1)
    }
}
