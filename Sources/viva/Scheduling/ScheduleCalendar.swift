import Archive
import ArgumentParser
import FoundationEssentials
import Interview
import Records
import Storage

/// `viva schedule calendar`: planned interviews for calendars.
struct ScheduleCalendar: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calendar",
        abstract: "Write planned interviews as an iCalendar file, with their reminders.",
        discussion: """
            Without numbers, all that are to come. A calendar that reads a newer file moves what was moved and strikes out what was called
            off. What cannot be read is left out of them, with a notice. With --method request the file is an invitation from the interviewer to the candidate, and with cancel it takes one
            back; both need their addresses. Nothing is sent: what becomes of the file is yours.

            EXAMPLES
              viva schedule calendar --output interviews.ics
              viva schedule calendar 12 14 --output round-two.ics --overwrite
              viva schedule calendar 12 --method request --email-reminder 1440 > invitation.ics
            """)

    @Argument(help: ArgumentHelp("The interviews' numbers or ids.", valueName: "number"))
    var sessions: [SessionName] = []
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The file to write. Left out, or -: standard output.", valueName: "file"),
        completion: .file(extensions: ["ics"]))
    var output: String?
    @Flag(help: "Replace the file when it is there.") var overwrite = false
    @Option(
        help: ArgumentHelp(
            "What whoever gets it is to do: publish (see it), request (come) or cancel (take it out).",
            valueName: "method"))
    var method = CalendarMethod.publish
    @Option(
        help: ArgumentHelp(
            "With --method request: the calendar also sends mail so many minutes before; may be given several times.",
            valueName: "minutes"))
    var emailReminder: [Int] = []
    @Flag(help: "They are not settled yet: calendars show them as tentative.") var tentative = false
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    private struct Output: Encodable {
        var path: String
        var interviews: [Int64]
        var bytes: Int
    }

    /// An interview as it stands in the calendar, with its number.
    private typealias Planned = (number: Int64, event: CalendarEvent)

    /// The file to write; `nil` for standard output.
    private var file: String? { output == "-" ? nil : output }

    func validate() throws {
        guard !overwrite || file != nil else { throw ValidationError("--overwrite goes with --output.") }
        guard !common.json || file != nil else {
            throw ValidationError("--json goes with --output: without it the calendar is printed.")
        }
        guard emailReminder.isEmpty || method == .request else {
            throw ValidationError("--email-reminder goes with --method request: nobody else gets mail.")
        }
        for minutes in emailReminder where !InterviewSchedule.reminders.contains(minutes) {
            throw ValidationError("--email-reminder \(minutes) is outside 0 to 40320, which is four weeks.")
        }
    }

    func run() async throws {
        EndAtOnce.onSignals()
        let now = Date()
        if let file { try requireFree(file) }
        let archive = try await archive.open(common)
        let planned = sessions.isEmpty ? try await coming(in: archive, now) : try await named(in: archive)
        guard !planned.isEmpty else {
            throw CommandFailure(
                .noInput,
                "There is no interview to come that can be read, so no calendar is written. `\(archive.viva("schedule add"))` plans one."
            )
        }
        let events = planned.map(\.event)
        let text: String
        do throws(CalendarError) { text = try CalendarEvent.text(of: events, method, at: now) } catch {
            throw CommandFailure(.badInput, "\(error)")
        }
        guard let output = file else { return Terminal.output.write(document: Array(text.utf8)) }
        try DurableFile.write(Data(text.utf8), to: output)
        guard !common.json else {
            return try JSONOutput.print(
                Output(path: output, interviews: planned.map(\.number), bytes: text.utf8.count))
        }
        common.note("\(TextLayout.count(events.count, "interview")) written to \(Places.short(output))")
    }

    /// The interviews that are named, each once.
    private func named(in archive: Archive) async throws -> [Planned] {
        var planned: [Planned] = []
        for session in sessions {
            let kept = try await archive.interview(session)
            guard kept.interview.schedule != nil else {
                throw CommandFailure(
                    .badInput,
                    "Interview \(kept.number) has no time, so a calendar cannot hold it"
                        + (kept.interview.state == .scheduled
                            ? ": " + archive.viva("schedule move \(kept.number) --to TIME") : "."))
            }
            if !planned.contains(where: { $0.number == kept.number }) {
                planned.append((kept.number, try await event(of: kept, in: archive)))
            }
        }
        return planned
    }

    /// The planned interviews that are not over by now, the earliest first, without those that cannot be read.
    private func coming(in archive: Archive, _ now: Date) async throws -> [Planned] {
        var planned: [Planned] = []
        var place: String?
        repeat {
            let page = try await archive.records.due(
                before: .distantFuture, page: .after(place, count: PageRequest.limit))
            for row in page.unreadable { common.note("\(row.notice(in: archive))") }
            for listing in page.items where listing.scheduledEnd.map({ $0 > now }) ?? false {
                do {
                    let kept = try await archive.records.interview(.number(listing.number))
                    planned.append((kept.number, try await event(of: kept, in: archive)))
                } catch {
                    guard let error = error as? RecordsError, error.isDamage else { throw error }
                    let row = UnreadableRow(number: listing.number, reason: error.reason)
                    common.note("\(row.notice(in: archive))")
                }
            }
            place = page.next
        } while place != nil
        return planned
    }

    private func event(of kept: KeptInterview, in archive: Archive) async throws -> CalendarEvent {
        let details = kept.interview.details
        let candidate = try await person(details.candidate, in: archive)
        let interviewer = try await person(details.interviewer, in: archive)
        let event = CalendarEvent(
            kept.interview, candidate: candidate, interviewer: interviewer,
            status: tentative ? .tentative : .confirmed, emailReminderMinutes: emailReminder)
        guard let event else {
            throw CommandFailure(
                .badInput,
                "Interview \(kept.number) has no time: \(archive.viva("schedule move \(kept.number) --to TIME"))"
            )
        }
        guard method != .request || event.status != .cancelled else {
            throw CommandFailure(
                .badInput,
                "Interview \(kept.number) was called off, so nobody is invited to it: --method cancel takes the invitation back."
            )
        }
        guard method == .publish || (candidate != nil && interviewer != nil) else {
            let missing = candidate == nil ? "candidate" : "interviewer"
            throw CommandFailure(
                .badInput,
                "Interview \(kept.number) has no \(missing) with an address for mail, and --method \(method.rawValue.lowercased()) "
                    + "needs one: give it to the person, or leave out --method.")
        }
        return event
    }

    /// Somebody as calendars name people; `nil` for nobody, and for somebody without an address.
    private func person(_ number: Int64?, in archive: Archive) async throws -> CalendarPerson? {
        guard let number else { return nil }
        let person = try await archive.records.person(.number(number)).value
        guard let email = person.email else { return nil }
        do throws(CalendarError) { return try CalendarPerson(name: person.name, email: email) } catch {
            throw CommandFailure(.badInput, "Person \(number): \(error)")
        }
    }

    /// - Throws: `CommandFailure` for a file that is not to be replaced, and for what is no file, such as a folder.
    private func requireFree(_ path: String) throws {
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else { return }
        guard overwrite else {
            throw CommandFailure(
                .cannotWrite, "\(path) is there already: give another name, or --overwrite to replace it.")
        }
        guard attributes[.type] as? FileAttributeType == .typeRegular else {
            throw CommandFailure(.cannotWrite, "\(path) is no file that can be replaced: name another one.")
        }
    }
}
