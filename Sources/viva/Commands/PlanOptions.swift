import ArgumentParser
import Interview
import Speech

/// What the interview is to be. What is not given is `nil`, so that it can be told from what is.
struct PlanOptions: ParsableArguments {
    @OptionGroup var choice: ChoiceOptions
    @Option(
        help: ArgumentHelp(
            "How many follow-ups one question may have. Left out: 1. With --answers there are none.",
            valueName: "count"))
    var followUps: Int?

    func validate() throws {
        if let followUps, !(0...5).contains(followUps) {
            throw ValidationError("--follow-ups \(followUps) is outside 0 to 5.")
        }
    }

    /// The options that were given, as they are written.
    var given: [String] { choice.given + (followUps == nil ? [] : ["--follow-ups"]) }

    /// The plan; `followUps` overrides the option where follow-ups cannot be answered.
    func plan(
        questionCount: Int, chosen: ChosenPreferences, history: PracticeHistory?, followUps limit: Int?,
        voice: SpeakingStyle
    ) -> InterviewPlan {
        InterviewPlan(
            questionCount: questionCount, followUpLimit: limit ?? followUps ?? 1,
            preferences: chosen.preferences,
            seed: choice.seed ?? UInt64.random(in: 0...UInt64(UInt32.max)), voice: voice, history: history,
            written: chosen.written)
    }
}
