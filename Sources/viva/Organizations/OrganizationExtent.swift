import Records

/// How much belongs to an organization.
struct OrganizationExtent: Encodable {
    /// How many people.
    var people: Int
    /// How many interviews.
    var interviews: Int
    /// How many banks of questions.
    var banks: Int
    /// How many interview templates.
    var templates: Int

    /// - Throws: `RecordsError`.
    init(of number: Int64, in records: Records) async throws {
        // Only the numbers are wanted, and they come with any page.
        let page = PageRequest.skipping(0, count: 1)
        var interviewFilter = InterviewFilter()
        interviewFilter.organization = number
        var bankFilter = BankFilter()
        bankFilter.organization = number
        var templateFilter = TemplateFilter()
        templateFilter.organization = number
        people = try await records.people(PersonFilter(organization: number), page: page).total ?? 0
        interviews = try await records.interviews(interviewFilter, page: page).total ?? 0
        banks = try await records.banks(bankFilter, page: page).total ?? 0
        templates = try await records.templates(templateFilter, page: page).total ?? 0
    }
}
