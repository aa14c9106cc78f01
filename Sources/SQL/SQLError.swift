/// Why a database did not do what was asked.
public enum SQLError: Error, Sendable, Hashable, CustomStringConvertible {
    /// A rule of the tables that a change would have broken.
    public enum Rule: String, Sendable, Hashable {
        /// Something that must be there once only is there already.
        case unique
        /// Something that is pointed to is not there, or something that is to go is pointed to.
        case foreignKey
        /// A value is missing.
        case notNull
        /// A value is not one of those allowed.
        case check
        /// Another rule.
        case other
    }

    /// The database could not be opened or reached.
    case cannotOpen(database: String, reason: String)
    /// A later program made the database, with a form of version `found`; this one knows up to `known`.
    case newerVersion(database: String, found: Int, known: Int)
    /// The file is not a database, or not whole. `copy` is where a copy was put, when one was.
    case damaged(database: String, reason: String, copy: String?)
    /// Others held the database for longer than somebody would wait.
    case busy(database: String, seconds: Double)
    /// There is no room left on the disk.
    case full(database: String)
    /// The database may only be read.
    case readOnly(database: String)
    /// The change would have broken a rule of the tables.
    case ruleBroken(Rule, detail: String)
    /// The server closed the connection, or could not be reached any more.
    case connectionLost(database: String, reason: String)
    /// The task was cancelled.
    case cancelled
    /// The statement is wrong, or failed for another reason.
    case failed(statement: String, reason: String)
    /// A result is not what belongs in that place.
    case unexpectedValue(column: String, expected: String, found: String)

    /// What was being done, on what, why it failed and what to do.
    public var description: String {
        switch self {
        case .cannotOpen(let database, let reason):
            "Opening the database \(database) failed: \(reason)."
        case .newerVersion(let database, let found, let known):
            "The database \(database) has form \(found) and this viva knows forms up to \(known): a later viva made it or brought it there. "
                + "Update viva; nothing was changed."
        case .damaged(let database, let reason, let copy):
            "The database \(database) is damaged (\(reason)) and is left as it is"
                + (copy.map { "; a copy is in \($0)" } ?? "")
                + "."
        case .busy(let database, let seconds):
            "The database \(database) was in use by other programs for \(seconds) seconds: try again."
        case .full(let database):
            "There is no room left for the database \(database): make room on the disk and try again. "
                + "What was kept before is whole."
        case .readOnly(let database):
            "The database \(database) may only be read: see that the file and its folder may be written."
        case .ruleBroken(let rule, let detail):
            "The change does not fit what is kept (\(rule.words)): \(detail)."
        case .connectionLost(let database, let reason):
            "The connection to the database \(database) was lost: \(reason). Try again."
        case .cancelled: "It was cancelled."
        case .failed(let statement, let reason): "A statement failed: \(reason) (\(statement))."
        case .unexpectedValue(let column, let expected, let found):
            "The column \(column) should have \(expected) and has \(found)."
        }
    }
}

extension SQLError.Rule {
    fileprivate var words: String {
        switch self {
        case .unique: "it is there already"
        case .foreignKey: "something that belongs to it is missing, or still needs it"
        case .notNull: "a value is missing"
        case .check: "a value is not allowed"
        case .other: "a rule"
        }
    }
}
