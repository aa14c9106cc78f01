import Archive
import FoundationEssentials
import Interview
import Records

/// Why an interview could not be planned or changed, in the words of the command line: times on the clock that was
/// asked for, people with their names, and what to type next.
struct ScheduleFailure {
    let archive: Archive
    let zone: ZoneOptions
    /// How a command line names the interview; `nil` for one that is not kept yet.
    var session: SessionName?

    /// Does something, and tells what fails of it.
    ///
    /// - Throws: `CommandFailure`, and what has no words of its own here as it is.
    func told<Value>(_ work: () async throws -> Value) async throws -> Value {
        do { return try await work() } catch let error as InterviewError {
            throw told(error)
        } catch let error as RecordsError {
            switch error {
            case .interview(let error): throw told(error)
            case .conflict(let conflicts): throw await told(conflicts)
            case .asksAndAnswers(let person, let interview):
                throw CommandFailure(
                    .usage,
                    "\(await shown(person)) would ask and answer in interview \(interview): name somebody else with --person or "
                        + "--interviewer, or take one of the two out with an empty text.")
            case .notFound:
                guard let session else { throw error }
                throw archive.unknown(session)
            default: throw error
            }
        }
    }

    private func told(_ error: InterviewError) -> CommandFailure {
        let text: String
        switch error {
        case .notAllowed(_, let state): text = remedy(state)
        case .tooLateToReschedule(let deadline?):
            text =
                "\(name) could be moved until \(zone.text(deadline)): it is too late now. It can be called off: "
                + viva("schedule cancel \(number)")
        case .tooLateToReschedule(nil):
            text =
                "\(name) may not be moved to another time. It can be called off: "
                + viva("schedule cancel \(number)")
        case .inThePast(let start): text = "\(zone.text(start)) is over: choose a time to come."
        case .notYetMissed(let start):
            text =
                "\(name) is planned for \(zone.text(start)): before that nobody has missed it. It can be called off: "
                + viva("schedule cancel \(number)")
        default: text = "\(error)"
        }
        return CommandFailure(.failure, text)
    }

    /// What can be done with an interview that is in the wrong state for what was asked.
    private func remedy(_ state: InterviewState) -> String {
        switch state {
        case .scheduled:
            "\(name) is planned and was not begun: begin it with "
                + viva("practice --session \(number) --microphone")
                + ", or move it, call it off or say that nobody came: "
                + ["move \(number) --to TIME", "cancel \(number)", "no-show \(number)"]
                .map { viva("schedule \($0)") }.joined(separator: ", ")
        case .inProgress:
            "\(name) was begun already and goes on with: "
                + viva("practice --session \(number) --microphone")
        case .completed, .cancelled, .abandoned, .noShow:
            session.map { archive.over($0, state) } ?? "\(name) is over (\(state.words))."
        }
    }

    /// Who is taken by what and when, a line for each interview in the way.
    private func told(_ conflicts: [ScheduleConflict]) async -> CommandFailure {
        var lines: [String] = []
        let people = Set(conflicts.flatMap(\.people)).sorted().map { " \($0)" }.joined()
        let free = viva("schedule free\(people)")
        for conflict in conflicts {
            var names: [String] = []
            for person in conflict.people {
                names.append(await shown(person))
            }
            let who = names.joined(separator: " and ")
            let title = conflict.title.isEmpty ? "" : " (\(conflict.title))"
            let takes = conflict.state == .inProgress ? "is going on" : "is planned"
            lines.append(
                "\(who) cannot come: interview \(conflict.number)\(title) \(takes) from \(zone.text(conflict.start)) to "
                    + "\(zone.text(conflict.end)).")
        }
        return CommandFailure(
            .failure, lines: lines + ["Choose another time (\(free)), or add --anyway."])
    }

    /// A person in a sentence, which is told also where the name cannot be read.
    private func shown(_ person: Int64) async -> String {
        (try? await archive.name(ofPerson: person)) ?? "Person \(person)"
    }

    private func viva(_ words: String) -> String { archive.viva(words) }

    private var number: String { session.map { "\($0.name)" } ?? "" }
    private var name: String { session.map { "Interview \($0.name)" } ?? "The interview" }
}
