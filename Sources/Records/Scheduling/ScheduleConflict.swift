public import FoundationEssentials
public import Interview

/// An interview that takes somebody's time when another one is to be held.
public struct ScheduleConflict: Sendable, Hashable, Codable, CustomStringConvertible {
    /// The other interview's number.
    public var number: Int64
    /// The other interview's id.
    public var id: String
    /// The other interview's title; empty for one that has none.
    public var title: String
    /// Where the other interview stands: planned or going on.
    public var state: InterviewState
    /// When the other interview begins or began.
    public var start: Date
    /// When the other interview is to end.
    public var end: Date
    /// The numbers of the people who are in both, the lowest first.
    public var people: [Int64]

    /// Who is taken by what and when.
    public var description: String {
        let who = people.map { "\($0)" }.joined(separator: " and ")
        let name = title.isEmpty ? "interview \(number)" : "interview \(number) (\(title))"
        let takes = state == .inProgress ? "is going on" : "is planned"
        return "\(people.count == 1 ? "Person" : "People") \(who) cannot come: \(name) \(takes) from "
            + "\(start.formatted(.iso8601)) to \(end.formatted(.iso8601))."
    }
}
