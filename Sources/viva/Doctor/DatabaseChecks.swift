import Archive
import Recordings

/// Whether what is kept can be kept and read: the database, and the recordings with their key. Nothing is changed or made.
enum DatabaseChecks {
    private static let area = "database"

    static func run(folder: String) async -> [Check] {
        [await database(folder), recordings(folder)]
    }

    private static func database(_ folder: String) async -> Check {
        let address = Places.databaseAddress
        let name = address == nil ? "file" : "server"
        let look: DatabaseLook?
        do {
            look = try await DatabaseCare(folder: folder, database: address).look()
        } catch {
            return .missing(
                area, name, "\(error)",
                remedy: address == nil
                    ? "see that the file may be read, or put a backup in its place: \(viva("database restore", folder))"
                    : "see that the server runs and VIVA_DATABASE_URL names it, or unset the variable to use a file"
            )
        }
        guard let look else {
            let file = Places.short(Archive.databaseFile(in: folder))
            return .ok(area, name, "\(file) is made when something is kept")
        }
        return check(look, name, folder)
    }

    private static func viva(_ words: String, _ folder: String) -> String {
        ShellText.viva(words, home: Places.named(folder))
    }

    private static func check(_ look: DatabaseLook, _ name: String, _ folder: String) -> Check {
        let known = "\(Places.short(look.database)), \(look.engine), form \(look.form)"
        guard look.form <= look.latestForm else {
            return .missing(
                area, name,
                "\(known): a later viva made it, and this one knows forms up to \(look.latestForm)",
                remedy: "update viva")
        }
        if let problem = look.problems.first {
            return .missing(
                area, name, "\(known), is damaged: \(problem)",
                remedy: "put a backup in its place: \(viva("database restore", folder))")
        }
        guard look.isWritable else {
            return .missing(
                area, name, "\(known), may only be read: nothing can be kept",
                remedy: "see that you may write it and its folder, or choose another with --home or VIVA_HOME"
            )
        }
        let step =
            look.form < look.latestForm
            ? " of \(look.latestForm): brought to the latest when something is kept" : ", whole"
        return .ok(area, name, known + step)
    }

    private static func recordings(_ folder: String) -> Check {
        let name = "recordings"
        do throws(RecordingError) {
            let keys = try MasterKeys.from(environment: Places.environment)
            let listing = try RecordingVault(root: folder + "/recordings", keys: keys).list()
            let count = listing.recordings.count
            let number = count == 0 ? "none yet" : "\(count)"
            let sealed = listing.recordings.count(where: \.isEncrypted)
            if let fault = listing.faults.first {
                return .warning(
                    area, name, "\(listing.faults.count) cannot be read: \(fault)",
                    remedy: "\(viva("database check", folder)) names all of them")
            }
            guard keys != nil else {
                return .optional(
                    area, name, "\(number); without a key new ones are not encrypted",
                    remedy: "give a key with VIVA_KEY_FILE (Docs/Recordings.md); keep a copy of it elsewhere")
            }
            guard sealed == count else {
                return .warning(
                    area, name,
                    "a key is given, and \(count - sealed) of \(count) were made without one and are not encrypted",
                    remedy: "`rotate` of the library encrypts them (Docs/Recordings.md)")
            }
            return .ok(area, name, "\(number), encrypted with the key that is given")
        } catch {
            return .missing(
                area, name, "\(error)",
                remedy:
                    "give the key with \(MasterKeys.variable) or \(MasterKeys.fileVariable), one of the two")
        }
    }
}
