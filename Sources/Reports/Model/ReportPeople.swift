/// Who took part in an interview, and what for; what is not known is left out of a report.
public struct ReportPeople: Sendable, Hashable, Codable {
    /// What stands over the report.
    public var title: String
    /// Who answered.
    public var candidate: String?
    /// Who asked.
    public var interviewer: String?
    /// Who holds the interview, such as a school or an agency.
    public var organisation: String?
    /// The job that was practised for.
    public var role: String?
    /// Where that job is.
    public var company: String?

    /// People by their names; an empty name is none.
    public init(
        title: String = "Interview report", candidate: String? = nil, interviewer: String? = nil,
        organisation: String? = nil, role: String? = nil, company: String? = nil
    ) {
        let given = { (name: String?) in
            name.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
        }
        self.title = given(title) ?? "Interview report"
        self.candidate = given(candidate)
        self.interviewer = given(interviewer)
        self.organisation = given(organisation)
        self.role = given(role)
        self.company = given(company)
    }
}
