import Evaluation
import Interview
import InterviewTestSupport
import Testing

@Suite struct SkillFinderTests {
    private let catalogue = SkillCatalogue(
        questions: [
            testQuestion("a", category: "databases", tags: ["rate limiting", "users"]),
            testQuestion("b", category: "beekeeping law", tags: ["OAuth"]),
        ],
        fields: [
            .init(name: "databases", names: ["TimescaleDB", "Presto", "backfill", "CTE", "A/B", "3D"]),
            .init(name: "companies", names: ["Google"]),
        ])

    private func names(_ text: String) -> [String] {
        SkillFinder(catalogue: catalogue).skills(in: text).map(\.skill.name)
    }

    @Test(arguments: [
        ("We use postgres and k8s.", ["PostgreSQL", "Kubernetes"]), ("PostgreSQL's planner", ["PostgreSQL"]),
        ("JS, TS & node.js", ["JavaScript", "TypeScript", "Node.js"]),
        ("C++/C#, .NET Core", ["C++", "C#", ".NET"]),
        ("ci/cd pipelines", ["CI/CD"]), ("CI CD", ["CI/CD"]), ("React Native apps", ["React Native"]),
        ("TimescaleDB", ["TimescaleDB"]), ("queries in Presto", ["Presto"]),
        ("knows beekeeping law", ["beekeeping law"]),
        ("Rate-limiting.", ["rate limiting"]),
    ])
    func findsSkillsHoweverTheyAreWritten(text: String, skills: [String]) {
        #expect(names(text) == skills)
    }

    @Test(arguments: [
        "JavaScripting pythons sqlite3x gopher", "We go above and beyond. Go to our site!",
        "the R&D team, C-level, C",
        "vitamin C and plan C", "Swift response, we react and express", "the rest of the users",
        "Rest assured. Spring cleaning. Presto!", "backfill at Google", "plan B or plan R", "go-getter",
        "parts A, B in 3D",
    ])
    func wordsThatOnlyLookLikeSkillsAreNone(text: String) {
        let found = names(text + " today")
        #expect(found.isEmpty, "\(found)")
    }

    @Test(arguments: [
        ("services written in Go", ["Go"]), ("Python, R, C", ["Python", "R", "C"]),
        ("Python and R", ["Python", "R"]),
        ("Go developer wanted", ["Go"]), ("Java\nGo\nRust", ["Java", "Go", "Rust"]),
        ("- Swift, Kotlin", ["Swift", "Kotlin"]),
        ("the R language", ["R"]), ("C/C++", ["C", "C++"]),
        ("python, go, docker", ["Python", "Go", "Docker"]),
        ("we know Swift well", ["Swift"]),
    ])
    func wordsThatAreSkillsAmongTheirKindAreFound(text: String, skills: [String]) {
        #expect(Set(names(text)) == Set(skills), "\(names(text))")
    }

    @Test func whatIsRequiredCountsMoreThanWhatIsWelcome() throws {
        let text = """
            About us
            We run Java.
            Requirements:
            - Docker and SQL
            - SQL again
            Nice to have
            - Python
            Benefits
            - a course in Rust
            """
        let found = SkillFinder(catalogue: catalogue).skills(in: text)
        #expect(found.map(\.skill.name) == ["SQL", "Docker", "Java", "Rust", "Python"])
        #expect(found.map(\.score) == [6, 3, 1, 1, 0.5])
        #expect(found.map(\.count) == [2, 1, 1, 1, 1])
        #expect(found.map(\.isRequired) == [true, true, false, false, false])
    }

    @Test(arguments: [
        "", "\0\0", "C", "+#./&", "....", "++", String(repeating: "C, ", count: 50_000),
        String(repeating: "\u{301}\u{200D}🙂", count: 1_000), String(repeating: "requirements", count: 20_000),
    ])
    func anyTextWillDo(text: String) {
        let profile = JobProfile(of: text, roles: RoleFinder(roles: ["UI/UX Designer"]), catalogue: catalogue)
        #expect(profile.role == nil && profile.level == nil)
    }

    @Test func aSkillIsNamedHoweverItIsWrittenAndAnUnknownOneToo() throws {
        #expect(catalogue.skill(named: " POSTGRES ")?.name == "PostgreSQL")
        #expect(catalogue.skill(named: "go")?.name == "Go")
        #expect(catalogue.skill(named: "Bee  keeping")?.name == "Bee keeping")
        for name in ["", " ", "+", "a\u{7}b", String(repeating: "a", count: 41)] {
            #expect(catalogue.skill(named: name) == nil, "\(name)")
        }
    }
}
