import Interview
import Records

/// Shows what a resume names.
struct ResumeView {
    let page: Page

    func show(_ resume: KeptRecord<Resume>, owner: String?) {
        let profile = resume.value.profile
        page.title("Resume \(resume.number): \(resume.value.fileName)")
        page.figure("Of", owner ?? "nobody in particular")
        page.figure("Kept", Moment.text(resume.createdAt))
        page.figure("Role", profile.role ?? "–", remark: profile.title.map { "\"\($0)\"" } ?? "")
        page.figure(
            "Level", profile.level?.rawValue ?? "–", remark: profile.levelBecause.map { "\"\($0)\"" } ?? "")
        let skills = profile.skills.map { $0.found.skill.name }
        page.figure("Skills", skills.isEmpty ? "–" : skills.joined(separator: ", "))
        page.heading("Companies")
        if profile.companies.isEmpty { page.paragraph("None was found.") }
        for company in profile.companies {
            let details = [company.title, company.period.map(Self.years)].compactMap(\.self)
            page.item(([company.name] + details).joined(separator: ", "), mark: "·")
        }
        page.space()
    }

    /// The years of an employment: `2019 – 2023`, `2019 – now`, `until 2023`.
    static func years(_ period: EmploymentPeriod) -> String {
        switch (period.firstYear, period.isCurrent ? "now" : period.lastYear.map(String.init)) {
        case (let first?, let last?): String(first) == last ? last : "\(first) – \(last)"
        case (let first?, nil): "from \(first)"
        case (nil, let last?): last == "now" ? "now" : "until \(last)"
        case (nil, nil): ""
        }
    }
}
