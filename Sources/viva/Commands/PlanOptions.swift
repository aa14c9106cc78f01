public import ArgumentParser
public import Interview
import Speech

/// What the interview is to be.
struct PlanOptions: ParsableArguments {
    @Option(help: ArgumentHelp("How many questions to ask.", valueName: "count")) var questions: Int?
    @Option(
        help: ArgumentHelp("Which questions: technical, behavioural, or mixed (60 to 40).", valueName: "kind")
    )
    var kind: QuestionPreferences.Mix = .mixed
    @Option(help: ArgumentHelp("The job, for example \"Backend Developer\".", valueName: "job")) var role:
        String?
    @Option(help: ArgumentHelp("Where to begin: junior, mid, senior or expert.", valueName: "level"))
    var level: QuestionLevel = .mid
    @Option(help: ArgumentHelp("How many follow-ups one question may have.", valueName: "count"))
    var followUps = 1
    @Option(
        help: ArgumentHelp("Choose the same questions again, given the same results.", valueName: "number"))
    var seed: UInt64?

    func validate() throws {
        if let questions, !(1...50).contains(questions) {
            throw ValidationError("--questions \(questions) is outside 1 to 50.")
        }
        guard (0...5).contains(followUps) else {
            throw ValidationError("--follow-ups \(followUps) is outside 0 to 5.")
        }
    }

    /// The plan; `followUps` overrides the option where follow-ups cannot be answered.
    func plan(questionCount: Int, followUps limit: Int?, voice: SpeakingStyle) -> InterviewPlan {
        InterviewPlan(
            questionCount: questionCount, followUpLimit: limit ?? followUps,
            preferences: QuestionPreferences(mix: kind, role: role, level: level),
            seed: seed ?? UInt64.random(in: 0...UInt64(UInt32.max)), voice: voice)
    }
}

extension QuestionPreferences.Mix: ExpressibleByArgument {}
extension QuestionLevel: ExpressibleByArgument {}
