public import Interview
public import SQL

/// Why a record could not be kept, found or changed.
public enum RecordsError: Error, Sendable, CustomStringConvertible {
    /// The database did not do what was asked.
    case database(SQLError)
    /// There is no such record.
    case notFound(kind: String, name: String)
    /// Somebody else changed the record since it was read: read it again.
    case changedMeanwhile(kind: String, name: String)
    /// The record is not of a form that this program reads.
    case damaged(kind: String, name: String, reason: String)
    /// What was asked does not fit the interview.
    case interview(InterviewError)
    /// What was given cannot be kept.
    case invalid(field: String, reason: String)
    /// Somebody is taken at that time, by these interviews, the earliest first.
    case conflict([ScheduleConflict])
    /// One person, by the number, would ask and answer in an interview.
    case asksAndAnswers(person: Int64, interview: Int64)
    /// A name that is to be there once is taken.
    case taken(reason: String)
    /// The task was cancelled.
    case cancelled

    /// What was being done, on what, why it failed and what to do.
    public var description: String {
        switch self {
        case .database(let error): error.description
        case .notFound(let kind, let name): "There is no \(kind) \(name)."
        case .changedMeanwhile(let kind, let name):
            "The \(kind) \(name) was changed by somebody else meanwhile: read it again, then change it."
        case .damaged(let kind, let name, let reason):
            "The \(kind) \(name) cannot be read from the database: \(reason)."
        case .interview(let error): error.description
        case .invalid(let field, let reason): "\(field): \(reason)"
        case .conflict(let conflicts):
            conflicts.map(\.description).joined(separator: " ")
                + " Choose another time, or say that the two may overlap."
        case .asksAndAnswers(let person, let interview):
            "Person \(person) would ask and answer in interview \(interview): name two people."
        case .taken(let reason): reason
        case .cancelled: "It was cancelled."
        }
    }
}
