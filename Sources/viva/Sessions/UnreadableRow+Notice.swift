import Records

extension UnreadableRow {
    /// That an interview is missing from what is shown, why, and what looks at all of them.
    var notice: String {
        "Interview \(number) is left out, as it cannot be read: \(reason). `viva database check` looks at all."
    }
}
