/// What sorts of things sample data consist of, in the order in which they are kept: one names those before it.
public enum SampleKind: String, Sendable, Hashable, Codable, CaseIterable {
    /// A company or school.
    case organization
    /// Somebody who asks, answers or looks after interviews.
    case person
    /// What somebody has done.
    case resume
    /// Questions.
    case bank
    /// Interviews as they are held again and again.
    case template
    /// Interviews.
    case interview

    /// The id of the sample of this sort with a number: the same in every database, so that it is there once.
    ///
    /// - Parameter number: 1 for the first of its sort; at most twelve figures.
    public func id(_ number: Int) -> String {
        let figures = String(number)
        let padding = String(repeating: "0", count: max(0, 12 - figures.count))
        return "76697661-0000-400\(place)-8000-\(padding)\(figures)"
    }

    private var place: Int {
        switch self {
        case .organization: 1
        case .person: 2
        case .resume: 3
        case .bank: 4
        case .template: 5
        case .interview: 6
        }
    }
}
