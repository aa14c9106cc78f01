import Delivery
import Speech
import Testing

@testable import Drawing

@Suite struct RowPlanTests {
    @Test(arguments: [0.4, 5, 7.5, 29.9, 31, 61, 239.9, 240.1, 3600, 86_400])
    func rowsCoverTheDurationWithoutAGap(_ seconds: Double) throws {
        let timeline = AnswerTimeline(DrawnAnswer.analysis(seconds: seconds))
        let plan = RowPlan(timeline)
        let rows = TimelineRow.rows(of: timeline, seconds: plan.secondsPerRow)
        #expect(rows.first?.time.startSeconds == 0)
        #expect(rows.last?.time.endSeconds == seconds)
        for (row, next) in zip(rows, rows.dropFirst()) {
            #expect(row.time.endSeconds == next.time.startSeconds)
        }
        #expect((5...30).contains(plan.secondsPerRow))
    }

    @Test func everyWordAndMarkLiesInOneRowAndAPauseInAllItReachesInto() {
        let timeline = AnswerTimeline(DrawnAnswer.long(seconds: 100))
        let rows = TimelineRow.rows(of: timeline, seconds: 10)
        #expect(rows.flatMap(\.words) == timeline.words)
        #expect(rows.flatMap(\.marks) == timeline.marks)
        let shown = rows.flatMap { row in row.pauses.map { row.part(of: $0).durationSeconds } }.reduce(0, +)
        #expect(abs(shown - timeline.pauses.reduce(0) { $0 + $1.durationSeconds }) < 1e-6)
    }

    @Test func fastSpeechHasShorterRows() {
        let slow = RowPlan(AnswerTimeline(DrawnAnswer.long(seconds: 100, wordSeconds: 0.8)))
        let fast = RowPlan(AnswerTimeline(DrawnAnswer.long(seconds: 100, wordSeconds: 0.15)))
        #expect(fast.secondsPerRow < slow.secondsPerRow)
        #expect(slow.secondsPerRow >= 20)
    }

    @Test func inALongAnswerEveryMinuteBeginsARow() {
        let plan = RowPlan(AnswerTimeline(DrawnAnswer.long(seconds: 900)))
        #expect(60.truncatingRemainder(dividingBy: plan.secondsPerRow) == 0)
    }

    @Test(arguments: [0.08, 0.2, 0.4]) func wordsDoNotLieOnEachOther(_ wordSeconds: Double) {
        let timeline = AnswerTimeline(DrawnAnswer.long(seconds: 30, wordSeconds: wordSeconds))
        let plan = RowPlan(timeline)
        let width = PlotWidth(secondsPerRow: plan.secondsPerRow)
        for row in TimelineRow.rows(of: timeline, seconds: plan.secondsPerRow) {
            let placed = PlacedWord.words(row.words, lines: 3, limit: width.sheet.textLimit) {
                width.x($0, in: row)
            }
            #expect(placed.map(\.word) == row.words)
            for line in 0..<3 {
                let words = placed.filter { $0.line == line }
                for (word, next) in zip(words, words.dropFirst()) { #expect(word.x + word.width < next.x) }
            }
            #expect(placed.allSatisfy { $0.x + $0.width <= width.sheet.textLimit + 1e-9 })
        }
    }

    @Test func aWordLongerThanAnyIsCut() throws {
        let text = String(repeating: "unbelievable", count: 30)
        let timeline = AnswerTimeline(
            DrawnAnswer.analysis(
                words: [DrawnAnswer.word(text, 1, 9)], speech: [TimeRange(startSeconds: 1, endSeconds: 9)],
                seconds: 10))
        let word = try #require(PlacedWord.words(timeline.words, lines: 3, limit: 1200) { 100 + $0 }.first)
        #expect(word.width <= 300)
        #expect(word.text.hasSuffix("…"))
    }

    @Test func marksStandApartAndInside() {
        let marks = (0..<30).map {
            TimelineMark(
                kind: .filledPause, text: "um",
                time: TimeRange(startSeconds: Double($0 % 10), endSeconds: Double($0 % 10) + 0.1))
        }.sorted { $0.time.startSeconds < $1.time.startSeconds }
        let places = PlacedMark.marks(marks, limits: 100...800) { 100 + $0 * 70 }.map(\.x)
        #expect(places.allSatisfy { (100...800).contains($0) })
        for (place, next) in zip(places, places.dropFirst()) { #expect(next - place >= PlacedMark.size) }
    }
}
