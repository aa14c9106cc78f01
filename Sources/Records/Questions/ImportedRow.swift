/// What became of one question of a list that was taken into a bank.
public struct ImportedRow: Sendable, Hashable, Codable {
    /// What became of it.
    public enum Outcome: Sendable, Hashable, Codable {
        /// It is new, with this number.
        case added(Int64)
        /// It took the place of one with its id, which has this number.
        case replaced(Int64)
        /// It was left out, for this reason.
        case refused(String)
    }

    /// Its place in the list, 1 for the first.
    public var row: Int
    /// The question's id.
    public var id: String
    /// What became of it.
    public var outcome: Outcome
}
