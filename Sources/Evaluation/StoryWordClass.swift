/// Words that play the same part in a story.
enum StoryWordClass: String, Sendable {
    /// Somebody at work, or a pronoun for them.
    case person
    /// A stretch of time.
    case span
    /// A day that has a name.
    case weekday
    /// A number, or a word for how many.
    case figure
    /// The teller, alone or with others.
    case teller
    /// The other one.
    case other
    /// A verb of the past.
    case past

    func contains(_ text: String) -> Bool {
        switch self {
        case .person: Self.persons.contains(text)
        case .span: Self.spans.contains(text)
        case .weekday: Self.weekdays.contains(text)
        case .figure: Story.isFigure(text) || Self.amounts.contains(text)
        case .teller: text == "i" || text == "we"
        case .other: Self.others.contains(text) || Self.persons.contains(text)
        case .past: Story.isPast(text)
        }
    }

    private static let others: Set<String> = ["he", "she", "they", "his", "her", "their"]
    private static let weekdays: Set<String> = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "tomorrow", "tonight",
        "christmas",
    ]
    private static let amounts: Set<String> = [
        "few", "couple", "several", "half", "dozens", "hundreds", "one",
    ]
    private static let spans = words(
        """
        second seconds minute minutes hour hours day days night nights evening evenings week weeks weekend weekends
        fortnight month months sprint sprints quarter quarters year years
        """)
    private static let persons = words(
        """
        him her them someone somebody everyone everybody whoever people person friend friends
        colleague colleagues teammate teammates coworker coworkers boss manager managers lead leader supervisor head
        director mentor expert experts senior junior developer developers engineer engineers architect designer
        designers tester testers analyst accountant accountants salesman sales marketing finance support hotline
        operator operators admin administrator owner stakeholder stakeholders customer customers client clients user
        users team teams department departments squad professor teacher tutor supplier vendor partner partners
        """)

    private static func words(_ list: String) -> Set<String> {
        Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}
