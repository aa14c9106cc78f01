import ArgumentParser
import Recognition
import Speech

/// How soon a recogniser is open, and how soon it is ready for a question.
struct ExpectBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "expect",
        abstract: "Time until a recogniser is open, and until a question's language model is ready.",
        discussion: """
            Every question of the folder `questions` is expected in turn, once as it is and once with ten names of \
            products that are in no dictionary among its terms, which have to be given pronunciations. The folders \
            `models` and `questions` of the current folder are read.
            """)

    @Option(help: "How often to open a recogniser.") var runs = 5

    /// Names of products that nobody sells.
    private static let names = [
        "Zenkora", "Plovexa", "Brintavo", "Quellidox", "Fandrupal", "Mistrelio", "Gorvanet", "Talquist",
        "Wexoriq", "Yubrando",
    ]

    func run() async throws {
        let interview = try await HearingLever.interview()
        let questions = try HearingLever.questions()
        let clock = ContinuousClock()
        var opening: [Double] = []
        for _ in 0..<max(1, runs) {
            let start = clock.now
            _ = try PocketSphinxRecognizer(interview: interview)
            opening.append(start.duration(to: clock.now).inSeconds)
        }
        let recognizer = try PocketSphinxRecognizer(interview: interview)
        print("seconds: median (minimum to maximum)")
        print("a recogniser is open             \(Spread(opening))")
        var times: [Double] = []
        for question in questions {
            times.append(try await clock.measure { try await recognizer.expect(question) }.inSeconds)
        }
        print("\(questions.count) questions' models are ready   \(Spread(times))")
        var withNames: [Double] = []
        for var question in questions {
            // New to the dictionary of this recogniser each time.
            let fresh = try PocketSphinxRecognizer(interview: interview)
            question.terms += Self.names
            withNames.append(
                try await clock.measure { [question] in try await fresh.expect(question) }.inSeconds)
        }
        print("the same with ten names in each  \(Spread(withNames))")
    }
}
