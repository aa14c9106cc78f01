import Archive
import ArgumentParser
import FoundationEssentials
import Interview
import Records

/// How a kept resume is named on a command line: by its number or its id.
struct ResumeNumber: ExpressibleByArgument {
    let name: RecordName

    init?(argument: String) {
        guard let name = RecordName(argument: argument) else { return nil }
        self.name = name
    }
}

extension Archive {
    /// A resume that somebody named.
    ///
    /// - Throws: `CommandFailure` that says what to do when there is none.
    func resume(_ name: RecordName) async throws -> KeptRecord<Resume> {
        do { return try await records.resume(name) } catch {
            guard case .notFound = error else { throw error }
            throw CommandFailure(
                .noInput,
                "There is no resume \(name) in \(Places.short(folder)): `\(viva("resume list"))` shows those there are, `\(viva("resume add FILE"))` keeps one."
            )
        }
    }

    /// What the person is called whose resume it is; `nil` for nobody.
    func owner(of resume: Resume) async throws -> KeptRecord<Person>? {
        guard let id = resume.person else { return nil }
        return try await records.person(.id(id))
    }
}
