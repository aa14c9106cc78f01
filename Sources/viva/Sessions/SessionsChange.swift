import Archive
import ArgumentParser
import Interview
import Records

/// `viva sessions change`: whose interviews are, who asks in them and what they are called.
struct SessionsChange: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "change",
        abstract: "Give interviews to a person, or change who asks in them or what they are called.",
        discussion: """
            What is not given stays; an empty text takes the person or the title away. From then on the interview counts in the
            figures of that person, comes with what `viva export` hands out and goes with what `viva erase` erases. A planned interview
            is refused when somebody who is new in it has another one then. Where one is refused, is in use or cannot be read, none of
            those that are named is changed.

            EXAMPLES
              viva sessions change 12 --person "Ann Smith"
              viva sessions change 9 10 11 --person ann@example.org
              viva sessions change 12 --interviewer Grace --title "Second round"
              viva sessions change 12 --person ""
            """)

    @Argument(help: ArgumentHelp("The interviews' numbers or ids.", valueName: "number"))
    var sessions: [SessionName]
    @Option(
        help: ArgumentHelp(
            "Who answers: the person's number, id, address or name.", valueName: "person"))
    var person: String?
    @Option(help: ArgumentHelp("Who asks.", valueName: "person")) var interviewer: String?
    @Option(help: ArgumentHelp("What they are called in lists and reports.", valueName: "title"))
    var title: String?
    @Flag(help: "Do it although somebody has another interview then.") var anyway = false
    @OptionGroup var zone: ZoneOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    private struct Output: Encodable {
        struct Line: Encodable {
            var number: Int64
            var title: String
            var candidate: Int64?
            var interviewer: Int64?

            init(_ kept: KeptInterview) {
                let details = kept.interview.details
                number = kept.number
                title = details.title
                candidate = details.candidate
                interviewer = details.interviewer
            }
        }
        var interviews: [Line]
    }

    func validate() throws {
        guard person != nil || interviewer != nil || title != nil else {
            throw ValidationError("Say what to change: --person, --interviewer or --title.")
        }
        if let title, !title.isEmpty { try PlanOptions.requireNames([("--title", title)]) }
    }

    func run() async throws {
        EndAtOnce.onSignals()
        let archive = try await archive.open(common)
        let candidate = try await number(of: person, in: archive)
        let interviewer = try await number(of: self.interviewer, in: archive)
        if let number = candidate ?? nil, number == interviewer {
            throw CommandFailure(
                .usage, "--person and --interviewer name the same person, number \(number): name two.")
        }
        for session in sessions { try await archive.requireInterview(session) }
        let changed = try await ScheduleFailure(archive: archive, zone: zone).told {
            () async throws -> [KeptInterview] in
            do throws(ArchiveError) {
                return try await archive.changeDetails(
                    of: sessions.map(\.name), overlap: anyway ? .allowed : .refused
                ) { [title] details in
                    if let candidate { details.candidate = candidate }
                    if let interviewer { details.interviewer = interviewer }
                    if let title { details.title = title }
                }
            } catch {
                guard case .records(let error) = error else { throw error }
                throw error
            }
        }
        guard !common.json else {
            return try JSONOutput.print(Output(interviews: changed.map(Output.Line.init)))
        }
        for kept in changed { common.note("\(try await sentence(kept, archive))") }
    }

    /// The number of a person who was named: `.some(nil)` for nobody, `nil` where nothing was given.
    private func number(of name: String?, in archive: Archive) async throws -> Int64?? {
        guard let name else { return nil }
        guard let person = PersonName(argument: name) else { return .some(nil) }
        return try await archive.person(person).number
    }

    private func sentence(_ kept: KeptInterview, _ archive: Archive) async throws -> String {
        let details = kept.interview.details
        var parts = [details.title.isEmpty ? "no title" : "\"\(details.title)\""]
        if let number = details.candidate {
            parts.append("\(try await archive.name(ofPerson: number)) answers")
        } else {
            parts.append("nobody in particular answers")
        }
        if let number = details.interviewer {
            parts.append("\(try await archive.name(ofPerson: number)) asks")
        }
        return "Interview \(kept.number) is changed: \(parts.joined(separator: ", "))."
    }
}
