import Delivery
import Signal
import Speech
import Testing

@Suite struct DeliveryFeedbackTests {
    /// A report of a one-minute answer with words a minute, fillers and pauses as given.
    private func report(pace: Int, fillers: Int = 0, pauses: [(Double, Double)] = [], latency: Double = 0.5)
        -> DeliveryReport
    {
        let step = 60.0 / Double(pace + fillers)
        var words = (0..<pace + fillers).map { index in
            Word(
                text: index < fillers ? "um" : "word",
                time: TimeRange(startSeconds: Double(index) * step, endSeconds: Double(index + 1) * step))
        }
        words.sort { $0.time.startSeconds < $1.time.startSeconds }
        let starts = [latency] + pauses.map { $0.0 + $0.1 }
        let ends = pauses.map(\.0) + [60]
        let speech = zip(starts, ends).map { TimeRange(startSeconds: $0, endSeconds: $1) }
        return DeliveryReport(
            words: words, speech: speech, syllables: [], quality: TestAnswer.quality(seconds: 60))
    }

    private func observation(_ kind: Observation.Kind, _ report: DeliveryReport) -> Observation? {
        DeliveryFeedback(report).observations.first { $0.kind == kind }
    }

    @Test(arguments: [
        (80, Observation.Judgement.weakness, "slower"), (100, .strength, "within"),
        (165, .strength, "within"),
        (200, .weakness, "faster"),
    ])
    func judgesPaceByItsBand(pace: Int, judgement: Observation.Judgement, word: String) {
        let found = observation(.pace, report(pace: pace))
        #expect(found?.judgement == judgement)
        #expect(found?.text.contains(word) == true)
        #expect(found?.text.contains("\(pace) words a minute") == true)
    }

    @Test(arguments: [
        (0, Observation.Judgement.neutral), (4, .strength), (8, .neutral), (15, .weakness),
    ])
    func judgesFillersByTheirRate(count: Int, judgement: Observation.Judgement) {
        let found = observation(.fillers, report(pace: 130, fillers: count))
        #expect(found?.judgement == judgement)
        #expect((found?.atSeconds == nil) == (count == 0))
        if count == 4 {
            #expect(
                found?.text.hasPrefix("Four fillers (um 4 times), 4.0 a minute, the first at 0:00.") == true)
        }
    }

    @Test func namesLongPausesWithTheirPlace() {
        let three = observation(.pauses, report(pace: 130, pauses: [(10, 1), (20, 2.5), (42, 3), (50, 2.2)]))
        #expect(three?.text == "Three pauses over two seconds, the first at 0:20; the longest lasted 3.0 s.")
        #expect(three?.judgement == .weakness)
        #expect(three?.atSeconds == 20)
        let one = observation(.pauses, report(pace: 130, pauses: [(42, 3)]))
        #expect(one?.text == "One pause over two seconds, at 0:42; the longest lasted 3.0 s.")
        #expect(one?.judgement == .neutral)
        #expect(observation(.pauses, report(pace: 130, pauses: [(10, 1)]))?.isStrength == true)
    }

    @Test func drillsTheWeakestHabitOnly() {
        let feedback = DeliveryFeedback(report(pace: 170, fillers: 40))
        #expect(feedback.observations.first?.kind == .fillers)
        #expect(feedback.observations[1].kind == .pace)
        #expect((1...2).contains(feedback.drills.count))
        #expect(feedback.drills.first?.contains("filler") == true)
        #expect(DeliveryFeedback(report(pace: 130)).drills == [])
    }

    @Test func saysWhenAnAnswerBeginsLate() {
        #expect(observation(.responseLatency, report(pace: 130, latency: 7))?.text.contains("7.0 s") == true)
        #expect(observation(.responseLatency, report(pace: 130, latency: 2)) == nil)
    }

    @Test func namesManySofteners() {
        let text = "i think it was maybe ten and i guess probably more of them than that so there it is"
        let words = TestAnswer.words(text)
        let report = DeliveryReport(
            words: words, speech: TestAnswer.ranges((0, 6)), syllables: [],
            quality: TestAnswer.quality(seconds: 6))
        let found = observation(.hedges, report)
        #expect(found?.text.hasPrefix("Four softeners (i guess, i think, maybe)") == true)
        #expect(found?.judgement == .neutral)
    }

    @Test func countsTheSoftenersOfTheWording() {
        let words = TestAnswer.words("i think i think it was maybe ten of them there and so on for them all")
        let report = DeliveryReport(
            words: words, speech: TestAnswer.ranges((0, 6)), syllables: [],
            quality: TestAnswer.quality(seconds: 6))
        #expect(report.fillers.count { $0.kind == .hedge } == 3)
        #expect(report.language?.hedges.count == 2)
        #expect(observation(.hedges, report) == nil)
        var old = report
        old.language = nil
        #expect(observation(.hedges, old)?.text.hasPrefix("Three softeners") == true)
    }

    @Test func judgesFillersAsTheyAreSaid() {
        var few = report(pace: 130, fillers: 5)
        few.fillersPerMinute = Figure(5.04, .perMinute)
        #expect(observation(.fillers, few)?.isStrength == true)
        few.fillersPerMinute = Figure(5.05, .perMinute)
        #expect(observation(.fillers, few)?.judgement == .neutral)
    }

    @Test func saysWhenThereIsTooLittleToJudge() {
        let report = DeliveryReport(
            words: [], speech: [], syllables: [], quality: TestAnswer.quality(seconds: 2, levelDBFS: nil))
        let feedback = DeliveryFeedback(report, problems: [.silent])
        #expect(feedback.observations.map(\.kind) == [.length, .recording])
        #expect(feedback.observations[0].text.contains("fewer than 10 words"))
        #expect(feedback.observations[1].text.contains("microphone"))
        #expect(feedback.drills == [])
    }
}
