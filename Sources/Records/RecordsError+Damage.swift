import SQL

extension RecordsError {
    /// Whether it says that something kept is not what it should be.
    package var isDamage: Bool {
        if case .database(.damaged) = self { return true }
        return isDamagedRow
    }

    /// Whether it says so of one row, while others can be read.
    var isDamagedRow: Bool {
        switch self {
        case .damaged, .database(.unexpectedValue): true
        default: false
        }
    }

    /// Why, without what is to be done.
    package var reason: String {
        if case .damaged(_, _, let reason) = self { return reason }
        return description
    }
}
