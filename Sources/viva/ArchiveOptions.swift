import Archive
import ArgumentParser
import Recordings
import Records
import Storage

/// Where interviews are kept.
struct ArchiveOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The folder in which interviews and recordings are kept.", valueName: "folder"),
        completion: .directory)
    var home: String?

    func validate() throws {
        if home?.isEmpty == true { throw ValidationError("--home needs the path of a folder.") }
    }

    /// The folder.
    var folder: String { home ?? Places.home }

    /// The session folders of earlier versions. They belong to whom they were made for: a home that is named for once has none from
    /// elsewhere.
    var library: SessionLibrary {
        SessionLibrary(directory: home.map { $0 + "/sessions" } ?? Places.sessions)
    }

    /// Opens the archive as it is.
    func open() async throws -> Archive {
        try await Archive.open(
            folder, database: Places.databaseAddress,
            keys: try MasterKeys.from(environment: Places.environment))
    }

    /// Opens the archive, takes in the session folders of earlier versions that were not taken in before, and gives up interviews
    /// that were left alone for longer than they allow.
    func open(_ common: CommonOptions) async throws -> Archive {
        let archive = try await open()
        let outcomes = try await SessionImport(into: archive).run(library)
        let taken = outcomes.count { if case .taken = $0 { true } else { false } }
        if taken > 0 {
            common.note(
                "\(taken == 1 ? "1 session folder was" : "\(taken) session folders were") taken into the database; "
                    + "\(Places.short(library.directory)) stays as it is.")
        }
        for case .taken(let name, let number, let incomplete) in outcomes where !incomplete.isEmpty {
            common.note(
                "viva: the session folder \(name), now interview \(number), lacks recordings, or has a part of them: "
                    + "\(incomplete.joined(separator: ", ")).")
        }
        for case .failed(let name, let reason) in outcomes {
            common.note("viva: the session folder \(name) is left out: \(reason)")
        }
        await giveUpTimedOut(in: archive, common)
        return archive
    }

    /// Where it cannot be done, such as in a database that may only be read, the rest of the command can.
    private func giveUpTimedOut(in archive: Archive, _ common: CommonOptions) async {
        do {
            let numbers = try await archive.giveUpTimedOut().map { "\($0)" }
            guard !numbers.isEmpty else { return }
            let list = numbers.joined(separator: ", ")
            common.note(
                numbers.count == 1
                    ? "Interview \(list) was left alone for longer than it allows and is given up."
                    : "The interviews \(list) were left alone for longer than they allow and are given up.")
        } catch {
            common.note("viva: Interviews that were left alone too long cannot be given up: \(error)")
        }
    }
}
