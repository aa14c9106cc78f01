public import ArgumentParser
public import Interview
import Speech

/// What the interview is to be. What is not given is `nil`, so that it can be told from what is.
struct PlanOptions: ParsableArguments {
    @OptionGroup var choice: ChoiceOptions
    @Option(
        help: ArgumentHelp(
            "How many follow-ups one question may have. Left out: 1. With --answers there are none.",
            valueName: "count"))
    var followUps: Int?
    @Option(
        help: ArgumentHelp(
            "practice offers hints, sample answers and further attempts; real offers none of these. Left out: practice.",
            valueName: "mode"))
    var mode: InterviewDetails.Mode?
    @Option(help: ArgumentHelp("What the interview is called in lists and reports.", valueName: "title"))
    var title: String?
    @Option(help: ArgumentHelp("The company that it is for.", valueName: "name")) var company: String?

    /// The longest title or name of a company, in characters.
    private static let nameLimit = 200

    func validate() throws {
        try Self.requireNames([("--title", title), ("--company", company)])
        if let followUps, !(0...5).contains(followUps) {
            throw ValidationError("--follow-ups \(followUps) is outside 0 to 5.")
        }
    }

    /// Fails for a name that says nothing or is too long.
    static func requireNames(_ names: [(option: String, name: String?)]) throws {
        for (option, name) in names {
            guard let name else { continue }
            guard !name.allSatisfy(\.isWhitespace), name.count <= nameLimit else {
                throw ValidationError("\(option) takes a text of 1 to \(nameLimit) characters.")
            }
        }
    }

    /// The options that were given, as they are written.
    var given: [String] {
        let options = [
            ("--follow-ups", followUps != nil), ("--mode", mode != nil), ("--title", title != nil),
            ("--company", company != nil),
        ]
        return choice.given + options.filter(\.1).map(\.0)
    }

    /// What the interview is called, for what and how it is, and whose.
    func details(
        of chosen: ChosenPreferences, medium: InterviewDetails.Medium, usesLanguageModel: Bool
    ) -> InterviewDetails {
        InterviewDetails(
            title: title ?? "", mode: mode ?? .practice, medium: medium, company: company,
            jobDescription: chosen.jobDescription, candidate: chosen.person, resume: chosen.resume,
            usesLanguageModel: usesLanguageModel)
    }

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

extension InterviewDetails.Mode: ExpressibleByArgument {}
