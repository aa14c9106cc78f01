public import ArgumentParser
public import Interview
import Records

/// Which questions an interview asks. What is not given is `nil` or empty, so that it can be told from what is.
struct ChoiceOptions: ParsableArguments {
    @Option(help: ArgumentHelp("How many questions to ask.", valueName: "count")) var questions: Int?
    @Option(
        help: ArgumentHelp(
            "Which questions: technical, behavioural, mixed (60 to 40), job (only what fits role and skills), hr, case, coding or system-design. Left out: mixed.",
            valueName: "kind"))
    var kind: QuestionPreferences.Mix?
    @Option(help: ArgumentHelp("The job, for example \"Backend Developer\".", valueName: "job")) var role:
        String?
    @Option(
        help: ArgumentHelp(
            "Where to begin: junior, mid, senior or expert. Left out: what --job or --resume-file says, else mid.",
            valueName: "level"))
    var level: QuestionLevel?
    @Option(
        help: ArgumentHelp(
            "Skills to ask about, with commas between; may be given several times.", valueName: "skills"))
    var skills: [String] = []
    @Option(
        help: ArgumentHelp(
            "A job description as text, PDF or image: questions for its role, level and skills; - is standard input.",
            valueName: "file"),
        completion: .file())
    var job: String?
    @Option(
        help: ArgumentHelp(
            "A resume as text, PDF or image, or the number of one that is kept (`viva resume list`): questions for what it names. A file that is called like a number is written ./12.",
            valueName: "file"),
        completion: .file())
    var resumeFile: String?
    @Option(
        help: ArgumentHelp(
            "Whose interview it is, by number, id, address or name: only this person's earlier interviews count. Left out: nobody's in particular, or the person's whose kept resume it follows.",
            valueName: "person"))
    var person: PersonName?
    @Option(
        help: ArgumentHelp(
            "Choose the same questions again, given the same results and earlier interviews.",
            valueName: "number"))
    var seed: UInt64?
    @Flag(
        name: [.customLong("fresh"), .customLong("no-history")],
        help: "Choose as if there were no earlier interviews.")
    var fresh = false
    @Flag(
        help:
            "Make no questions, from templates or by a language model, for skills and roles that the bank has little about."
    )
    var noGenerated = false

    func validate() throws {
        if let questions, !InterviewPlan.questionCounts.contains(questions) {
            throw ValidationError("--questions \(questions) is outside 1 to 50.")
        }
        guard job != "-" || resumeFile != "-" else {
            throw ValidationError("Standard input (-) can be read once: give --job or --resume-file a file.")
        }
        if kind == .jobSpecific, role == nil, skillNames.isEmpty, job == nil, resumeFile == nil {
            throw ValidationError(
                "--kind job needs to know the job: give --role, --skills, --job or --resume-file.")
        }
        if let role, !QuestionPreferences.canName(role) {
            throw ValidationError(
                "--role \"\(role)\" is no job: write it as in --role \"Backend Developer\".")
        }
        for name in skillNames where !QuestionPreferences.canName(name) {
            throw ValidationError(
                "--skills names \"\(name)\", which is no skill: write it as in --skills python,sql.")
        }
    }

    /// The kept resume that `--resume-file` names; `nil` for a file.
    var keptResume: RecordName? {
        guard let resumeFile, let number = Int64(resumeFile), number > 0 else { return nil }
        return .number(number)
    }

    /// Whether standard input is a job description or a resume.
    var readsStandardInput: Bool { job == "-" || resumeFile == "-" }

    /// The options that were given, as they are written.
    var given: [String] {
        let options = [
            ("--questions", questions != nil), ("--kind", kind != nil), ("--role", role != nil),
            ("--level", level != nil), ("--skills", !skills.isEmpty), ("--job", job != nil),
            ("--resume-file", resumeFile != nil), ("--person", person != nil), ("--seed", seed != nil),
            ("--fresh", fresh),
            ("--no-generated", noGenerated),
        ]
        return options.filter(\.1).map(\.0)
    }

    /// The names behind `--skills`, each once.
    var skillNames: [String] {
        var seen: Set<String> = []
        return skills.flatMap { $0.split(separator: ",") }.map { name in
            name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }.filter { !$0.isEmpty && seen.insert($0.lowercased()).inserted }
    }
}

extension QuestionPreferences.Mix: ExpressibleByArgument {}
extension QuestionLevel: ExpressibleByArgument {}
