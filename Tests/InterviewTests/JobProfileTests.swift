import Evaluation
import Interview
import Testing

@Suite struct JobProfileTests {
    private let roles = RoleFinder(roles: [
        "Software Engineer", "Frontend Developer", "Backend Developer", "Full Stack Developer",
        "Mobile Developer",
        "DevOps Engineer", "Data Scientist", "Data Analyst", "Product Manager", "UI/UX Designer",
    ])

    private func profile(_ text: String) -> JobProfile {
        JobProfile(of: text, roles: roles, catalogue: SkillCatalogue())
    }

    @Test(arguments: [
        ("back-end developer", "Backend Developer"), ("BACKEND DEVELOPER", "Backend Developer"),
        ("Backend Develloper", "Backend Developer"), ("SRE", "DevOps Engineer"),
        ("web developer", "Full Stack Developer"),
        ("ML engineer", "Data Scientist"), ("programmer", "Software Engineer"),
        ("UX/UI Designer", "UI/UX Designer"),
        ("Fullstack Engineer", "Full Stack Developer"), ("iOS Engineer", "Mobile Developer"),
        ("product owner", "Product Manager"), ("business analyst", "Data Analyst"),
        ("Senior React Developer", "Frontend Developer"),
    ])
    func aTitleIsTheRoleThatItMeans(title: String, role: String) {
        #expect(roles.role(titled: title) == role)
    }

    @Test(arguments: ["Nurse", "", "Head gardener", "x", String(repeating: "developer ", count: 100)])
    func aTitleOfAnotherTradeIsNone(title: String) { #expect(roles.role(titled: title) == nil) }

    @Test func theTitleAtTheTopCountsMoreThanColleagues() {
        let text =
            "Senior Backend Engineer\n\nAbout us\nWe make apps.\n\n\n\n\n\n\n\n\nYou work with data analysts."
        #expect(profile(text).role == "Backend Developer")
        #expect(profile(text).level == .senior)
        #expect(
            profile("We hire. " + String(repeating: "\nWords", count: 20) + "\nPosition: SRE").role
                == "DevOps Engineer")
    }

    @Test(arguments: [
        ("Junior Data Analyst", QuestionLevel.junior), ("Lead Product Manager", .senior),
        ("Principal SRE", .expert),
        ("SRE\n5+ years of experience", .senior), ("SRE\nexperience: 3-5 years", .mid),
        ("SRE\n2 to 4 yrs experience and 1 year of teaching", .mid), ("SRE\nten years' experience", .senior),
        ("SRE\nat least one years of experience", .junior),
        ("Intern\n15 years of professional experience", .expert),
    ])
    func theLevelIsThatOfTheTitleOrTheYears(text: String, level: QuestionLevel) {
        #expect(profile(text).level == level)
    }

    @Test(arguments: [
        "SRE\nYou will mentor junior developers.", "SRE\nOur company has 20 years of experience.",
        "SRE\n30 years of age",
        "SRE\n99999999999999999999 years of experience",
    ])
    func whatIsSaidOfOthersIsNoLevel(text: String) { #expect(profile(text).level == nil) }

    @Test(arguments: [
        "We are not looking for a Java developer. No PHP.", "Not a web developer, no React",
        "Without SQL\nrather than an SRE", "We don't use PHP", "We don’t need a data analyst.",
        "Ask for help instead of PHP",
    ])
    func whatIsDeniedIsNotAskedFor(text: String) {
        let profile = profile(text)
        #expect(profile.role == nil && profile.skills.isEmpty, "\(profile)")
    }

    @Test(arguments: [
        ("Not Java but Python", ["Python"]), ("Kotlin instead of Java", ["Kotlin"]),
        ("No PHP. Java and SQL", ["Java", "SQL"]), ("Skills not limited to Java", ["Java"]),
        ("not only Python, SQL too", ["Python", "SQL"]), ("no\nJava", ["Java"]),
        ("Instead of PHP we use Python", ["Python"]), ("no-code tools and SQL", ["SQL"]),
        ("No agency please - Java", ["Java"]), ("No PHP or Java", []),
        ("We do not care much for what others say of Java", ["Java"]),
    ])
    func whatStandsOutsideOfADenialIsAskedFor(text: String, skills: [String]) {
        #expect(Set(profile(text).skills.map(\.skill.name)) == Set(skills))
    }

    @Test func aDeniedRoleGivesWayToTheWantedOne() {
        let profile = profile("We do not want a data analyst.\n\nWe look for an SRE.")
        #expect(profile.role == "DevOps Engineer")
    }
}
