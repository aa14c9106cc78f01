import Archive
import Records

extension UnreadableRow {
    /// That an interview is missing from what is shown, why, and what looks at all of them.
    func notice(in archive: Archive) -> String {
        "\(notice(of: "Interview")) `\(archive.viva("database check"))` looks at all."
    }

    /// That something else is missing from what is shown, and why.
    ///
    /// - Parameter kind: what it is, as the beginning of a sentence.
    func notice(of kind: String) -> String {
        "\(kind) \(number) is left out, as it cannot be read: \(reason)."
    }
}

extension RecordsPage {
    /// What programs are told of the rows that are left out; nothing where there are none.
    var toldUnreadable: [UnreadableRow]? { unreadable.isEmpty ? nil : unreadable }
}
