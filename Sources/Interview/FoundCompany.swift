/// An employer that a resume names.
public struct FoundCompany: Sendable, Hashable, Codable {
    /// Its name as the resume writes it.
    public var name: String
    /// What the person was there, as the resume writes it; `nil` where that is not said beside the name.
    public var title: String?
    /// The years, where they are said.
    public var period: EmploymentPeriod?
    /// The lines that say so.
    public var lines: [ResumeLine]

    /// An employer.
    public init(
        name: String, title: String? = nil, period: EmploymentPeriod? = nil, lines: [ResumeLine] = []
    ) {
        self.name = name
        self.title = title
        self.period = period
        self.lines = lines
    }
}
