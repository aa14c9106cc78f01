import Archive
import Records

extension UnreadableRow {
    /// That an interview is missing from what is shown, why, and what looks at all of them.
    func notice(in archive: Archive) -> String {
        "Interview \(number) is left out, as it cannot be read: \(reason). `\(archive.viva("database check"))` looks at all."
    }
}
