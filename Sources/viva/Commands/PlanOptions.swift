public import ArgumentParser
public import Interview
import Speech

/// What the interview is to be. What is not given is `nil`, so that it can be told from what is.
struct PlanOptions: ParsableArguments {
    @Option(help: ArgumentHelp("How many questions to ask.", valueName: "count")) var questions: Int?
    @Option(
        help: ArgumentHelp(
            "Which questions: technical, behavioural, or mixed (60 to 40). Left out: mixed.",
            valueName: "kind"))
    var kind: QuestionPreferences.Mix?
    @Option(help: ArgumentHelp("The job, for example \"Backend Developer\".", valueName: "job")) var role:
        String?
    @Option(
        help: ArgumentHelp(
            "Where to begin: junior, mid, senior or expert. Left out: mid.", valueName: "level"))
    var level: QuestionLevel?
    @Option(
        help: ArgumentHelp(
            "How many follow-ups one question may have. Left out: 1. With --answers there are none.",
            valueName: "count"))
    var followUps: Int?
    @Option(
        help: ArgumentHelp("Choose the same questions again, given the same results.", valueName: "number"))
    var seed: UInt64?

    func validate() throws {
        if let questions, !(1...50).contains(questions) {
            throw ValidationError("--questions \(questions) is outside 1 to 50.")
        }
        if let followUps, !(0...5).contains(followUps) {
            throw ValidationError("--follow-ups \(followUps) is outside 0 to 5.")
        }
    }

    /// The options that were given, as they are written.
    var given: [String] {
        let options = [
            ("--questions", questions != nil), ("--kind", kind != nil), ("--role", role != nil),
            ("--level", level != nil), ("--follow-ups", followUps != nil), ("--seed", seed != nil),
        ]
        return options.filter(\.1).map(\.0)
    }

    /// The plan; `followUps` overrides the option where follow-ups cannot be answered.
    func plan(questionCount: Int, followUps limit: Int?, voice: SpeakingStyle) -> InterviewPlan {
        InterviewPlan(
            questionCount: questionCount, followUpLimit: limit ?? followUps ?? 1,
            preferences: QuestionPreferences(mix: kind ?? .mixed, role: role, level: level ?? .mid),
            seed: seed ?? UInt64.random(in: 0...UInt64(UInt32.max)), voice: voice)
    }
}

extension QuestionPreferences.Mix: ExpressibleByArgument {}
extension QuestionLevel: ExpressibleByArgument {}
