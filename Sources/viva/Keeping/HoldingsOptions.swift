import Archive
import ArgumentParser
import Interview
import Records

/// Whose interviews, resumes and recordings.
struct HoldingsOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Whose, by number, id, address or name.", valueName: "person"))
    var person: PersonName?
    @Flag(help: "All that is kept: all interviews, resumes, people and organizations.")
    var everything = false

    func validate() throws {
        guard (person != nil) != everything else {
            throw ValidationError(
                "Say whose: --person NAME, or --everything for all that is kept, such as interviews of nobody in particular."
            )
        }
    }

    /// Whose they are, with the name for people.
    ///
    /// - Throws: `CommandFailure` that says what to do when there is nobody of that name.
    func scope(in archive: Archive) async throws -> (scope: Holdings.Scope, name: String) {
        guard let person else {
            return (.everything, "everything in \(Places.short(archive.folder))")
        }
        let kept = try await archive.person(person)
        return (.person(.number(kept.number)), "\(kept.value.name) (person \(kept.number))")
    }
}

extension Holdings {
    /// What there is, as part of a sentence.
    var words: String {
        var parts = [CountText.of(interviews.count, "interview")]
        if people.count > 1 { parts.append("\(people.count) people") }
        if resumes > 0 { parts.append(CountText.of(resumes, "resume")) }
        if accounts > 0 { parts.append(CountText.of(accounts, "account")) }
        if !files.isEmpty {
            parts.append(files.count == 1 ? "1 file" : "\(files.count) files of recordings and documents")
        }
        return CountText.list(parts)
    }
}
