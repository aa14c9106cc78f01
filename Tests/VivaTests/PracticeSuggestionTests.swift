import Evaluation
import Interview
import InterviewTestSupport
import Testing

@testable import viva

@Suite struct PracticeSuggestionTests {
    private let questions = [
        testQuestion("a", kind: .technical, category: "databases", roles: ["Backend Developer"]),
        testQuestion("b", kind: .coding, category: "databases"),
        testQuestion("c", kind: .behavioural, category: "decision making"),
        testQuestion("d", kind: .hr, category: "salary"),
        testQuestion("e", kind: .technical, category: "both"), testQuestion("f", kind: .hr, category: "both"),
    ]

    private func commands(
        _ subjects: [String], skills: [String] = [], mean: Double = 50, role: String? = nil,
        person: String? = nil, home: String? = nil
    ) -> [String] {
        let area = { (name: String) in WeakAreas.Area(name: name, mean: mean, count: 3) }
        return PracticeSuggestion.all(
            for: WeakAreas(dimensions: [], categories: subjects.map(area), skills: skills.map(area)),
            questions: questions, role: role, person: person.flatMap(PersonName.init), home: home
        ).map(\.command)
    }

    @Test func theCommandAsksForQuestionsOfThatSort() {
        #expect(
            commands(["databases"], role: "backend developer", home: "/tmp/my home") == [
                "viva practice --microphone --role 'Backend Developer' --kind technical --skills databases --home '/tmp/my home'"
            ])
        #expect(
            commands(["decision making", "salary", "both"]) == [
                "viva practice --microphone --skills both",
                "viva practice --microphone --kind behavioural --skills 'decision making'",
                "viva practice --microphone --kind hr --skills salary",
            ])
        // A job that no question is for is left out, and so is a subject that is a skill too.
        #expect(
            commands(["unknown"], skills: ["unknown", "go"], role: "Astronaut") == [
                "viva practice --microphone --skills unknown", "viva practice --microphone --skills go",
            ])
    }

    @Test func whatAPersonIsToPractiseIsThatPersons() {
        #expect(
            commands(["salary"], skills: ["go"], person: "Jane Smith") == [
                "viva practice --microphone --kind hr --skills salary --person 'Jane Smith'",
                "viva practice --microphone --skills go --person 'Jane Smith'",
            ])
    }

    @Test func aShellReadsTheCommandBackAsItIsMeant() throws {
        let commands = commands(["c++", "it's"], skills: ["node.js"], home: "/tmp/my $home")
        let words = try commands.map { Array(try #require(ShellText.words(of: $0)).suffix(3)) }
        #expect(words == ["c++", "it's", "node.js"].map { [$0, "--home", "/tmp/my $home"] })
    }

    @Test func whatIsNotWeakOrNoNameIsNotSuggested() {
        #expect(commands(["databases"], mean: 70).isEmpty)
        #expect(commands(["a,b", "", "123", "--json"]).isEmpty)
        #expect(commands(["aa", "bb", "cc", "dd"]).count == 3)
    }
}
