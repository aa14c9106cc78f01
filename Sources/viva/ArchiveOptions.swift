import Archive
import ArgumentParser
import Recordings
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

    /// Opens the archive as it is.
    func open() async throws -> Archive {
        try await Archive.open(
            folder, database: Places.databaseAddress,
            keys: try MasterKeys.from(environment: Places.environment))
    }

    /// Opens the archive, and takes in the session folders of earlier versions that were not taken in before.
    func open(_ common: CommonOptions) async throws -> Archive {
        let archive = try await open()
        // Folders belong to whom they were made for: a home that is named for once takes none from elsewhere.
        let library = SessionLibrary(directory: home.map { $0 + "/sessions" } ?? Places.sessions)
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
        return archive
    }
}
