import SQL

/// Which records somebody may have to do with.
public enum RecordReach: Sendable, Hashable {
    /// None.
    case none
    /// Those of a person.
    case person(Int64)
    /// Those of an organization and those of a person.
    case organization(Int64, person: Int64?)

    /// That a row is one of them.
    ///
    /// - Parameter columns: where the numbers of the people stand whose it is.
    func condition(of columns: [SQLQuery]) -> SQLQuery {
        let ways: [SQLQuery] =
            switch self {
            case .none: ["1 = 0"]
            case .person(let person): columns.map { "\($0) = \(person)" }
            case .organization(let organization, let person):
                ["organization_id = \(organization)"]
                    + columns.flatMap { column in person.map { ["\(column) = \($0)"] } ?? [] }
            }
        return "(\(SQLQuery.joined(ways, by: " OR ")))"
    }
}
