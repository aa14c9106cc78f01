public import ArgumentParser
public import Interview

extension InterviewState: ExpressibleByArgument {
    /// The state as `list` shows it, with a hyphen for its space, or as JSON has it.
    public init?(argument: String) {
        guard let state = Self.allCases.first(where: { [$0.rawValue, $0.option].contains(argument) }) else {
            return nil
        }
        self = state
    }

    /// The states as they are given to an option.
    public static var allValueStrings: [String] { allCases.map(\.option) }

    /// The state in words.
    var words: String {
        switch self {
        case .scheduled: "scheduled"
        case .inProgress: "in progress"
        case .completed: "completed"
        case .cancelled: "cancelled"
        case .abandoned: "abandoned"
        case .noShow: "no show"
        }
    }

    private var option: String { words.replacing(" ", with: "-") }
}
