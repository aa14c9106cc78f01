import Archive
import ArgumentParser
import FoundationEssentials
import Records

/// How an interview is named on a command line: by its number or its id.
struct SessionName: ExpressibleByArgument {
    let name: RecordName

    init?(argument: String) {
        if let number = Int64(argument), number > 0 {
            name = .number(number)
        } else if let id = UUID(uuidString: argument) {
            name = .id(id.uuidString.lowercased())
        } else {
            return nil
        }
    }
}

extension Archive {
    /// An interview that somebody named.
    ///
    /// - Throws: `CommandFailure` that says what to do when there is none.
    func interview(_ session: SessionName) async throws -> KeptInterview {
        do { return try await records.interview(session.name) } catch .notFound {
            throw Self.noSession(session, folder)
        }
    }

    /// That there is no interview of a name.
    static func noSession(_ session: SessionName, _ folder: String) -> CommandFailure {
        CommandFailure(
            .noInput,
            "There is no interview \(session.name) in \(Places.short(folder)): `viva sessions list` shows those there are."
        )
    }
}
