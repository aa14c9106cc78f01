import Archive
import ArgumentParser
import Interview
import Records

/// Which interviews are wanted: those that fit everything that is given.
struct InterviewFilterOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Only of this kind: technical, behavioural, mixed, job, hr, case, coding or system-design; may be given several times.",
            valueName: "kind"))
    var kind: [QuestionPreferences.Mix] = []
    @Option(help: ArgumentHelp("Only for this job, for example \"Backend Developer\".", valueName: "job"))
    var role: String?
    @Option(
        help: ArgumentHelp("Only beginning at this level: junior, mid, senior or expert.", valueName: "level")
    )
    var level: QuestionLevel?
    @Option(help: ArgumentHelp("Only with this skill, for example sql.", valueName: "skill")) var skill:
        String?
    @Option(
        help: ArgumentHelp(
            "Only in which this person answers, by name, address, number or id.", valueName: "person"))
    var person: PersonName?
    @Option(help: ArgumentHelp("Only in which this person asks.", valueName: "person")) var interviewer:
        PersonName?
    @Option(
        help: ArgumentHelp("Only of this organization, by name, number or id.", valueName: "organization"))
    var organization: OrganizationName?
    @Option(
        help: ArgumentHelp(
            "Only held on this day or later: 2026-11-01, or a time such as 2026-11-01T09:00.",
            valueName: "date"))
    var since: Moment?
    @Option(
        help: ArgumentHelp(
            "Only held up to this day, with it, or before a time such as 2026-11-30T18:00.", valueName: "date"
        ))
    var until: Moment?

    /// The options that were given, as they are written.
    var given: [String] {
        let options = [
            ("--kind", !kind.isEmpty), ("--role", role != nil), ("--level", level != nil),
            ("--skill", skill != nil), ("--person", person != nil), ("--interviewer", interviewer != nil),
            ("--organization", organization != nil), ("--since", since != nil), ("--until", until != nil),
        ]
        return options.filter(\.1).map(\.0)
    }

    /// What is asked of an archive, in which people and organizations have numbers.
    ///
    /// - Throws: `CommandFailure` for a person or an organization that is not there.
    func filter(in archive: Archive) async throws -> InterviewFilter {
        var filter = InterviewFilter()
        filter.kinds = Set(kind)
        filter.role = role
        filter.level = level
        filter.skill = skill
        if let person { filter.candidate = try await archive.person(person).number }
        if let interviewer { filter.interviewer = try await archive.person(interviewer).number }
        if let organization { filter.organization = try await archive.organization(organization).number }
        filter.from = since?.date
        filter.before = until?.end
        return filter
    }

    /// Whether what was asked for leaves no interview.
    static func isTooNarrow(_ filter: InterviewFilter, in archive: Archive) async throws -> Bool {
        guard filter != InterviewFilter() else { return false }
        return try await archive.records.statistics(of: filter).interviews == 0
    }

    /// What to do where no interview is to be shown.
    static func emptiness(_ filter: InterviewFilter, in archive: Archive) -> String {
        filter == InterviewFilter()
            ? "No interview is kept in \(Places.short(archive.folder)). Begin one: "
                + archive.viva("practice --microphone")
            : "No interview fits: leave out an option, or see `\(archive.viva("sessions list"))`."
    }
}
