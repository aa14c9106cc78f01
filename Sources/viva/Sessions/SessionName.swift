import Archive
import ArgumentParser
import FoundationEssentials
import Interview
import Records

/// How an interview is named on a command line: by its number or its id.
struct SessionName: ExpressibleByArgument {
    let name: RecordName

    init(_ name: RecordName) { self.name = name }

    init?(argument: String) {
        guard let name = RecordName(argument: argument) else { return nil }
        self.name = name
    }
}

extension Archive {
    /// An interview that somebody named.
    ///
    /// - Throws: `CommandFailure` that says what to do when there is none.
    func interview(_ session: SessionName) async throws -> KeptInterview {
        do { return try await records.interview(session.name) } catch { throw told(error, session) }
    }

    /// Looks whether there is an interview of a name, which need not be readable.
    ///
    /// - Throws: `CommandFailure` that says what to do when there is none.
    func requireInterview(_ session: SessionName) async throws {
        do { _ = try await records.identity(ofInterview: session.name) } catch { throw told(error, session) }
    }

    private func told(_ error: RecordsError, _ session: SessionName) -> any Error {
        guard case .notFound = error else { return error }
        return unknown(session)
    }

    /// That an interview is over, and how it is held once more.
    func over(_ session: SessionName, _ state: InterviewState) -> String {
        "Interview \(session.name) is over (\(state.words)). It can be held once more: "
            + viva("schedule restart \(session.name)")
    }

    /// That there is no interview of a name, and what to do.
    func unknown(_ session: SessionName) -> CommandFailure {
        CommandFailure(
            .noInput,
            "There is no interview \(session.name) in \(Places.short(folder)): `\(viva("sessions list"))` shows those there are."
        )
    }
}
