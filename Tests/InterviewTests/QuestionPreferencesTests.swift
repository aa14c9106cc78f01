import Evaluation
import FoundationEssentials
import Interview
import InterviewTestSupport
import Testing

@Suite struct QuestionPreferencesTests {
    private let questions = QuestionKind.allCases.flatMap { kind in
        (0..<3).map { number in
            testQuestion(
                "\(kind.rawValue.lowercased())-\(number)", kind: kind, category: "subject \(number)",
                roles: number == 0 ? ["Baker"] : [], tags: number == 1 ? ["COBOL"] : [])
        }
    }

    @Test func plansAndQuestionsOfOlderVersionsAreRead() throws {
        let preferences = try JSONDecoder().decode(
            QuestionPreferences.self, from: Data(#"{"mix": "technical", "level": "senior"}"#.utf8))
        #expect(preferences == QuestionPreferences(mix: .technical, level: .senior))
        #expect(preferences.skills == nil && preferences.templates == nil)
        // As version 1 wrote plans: without skills, templates and history.
        let plan = """
            {"questionCount": 3, "followUpLimit": 1, "seed": 7, "voice": {"voice": "en-gb", "rateWordsPerMinute": 160, "pitch": 50, "markup": "plain"},
             "preferences": {"mix": "mixed", "role": "Baker", "level": "mid"}}
            """
        let read = try JSONDecoder().decode(InterviewPlan.self, from: Data(plan.utf8))
        #expect(read.history == nil && read.preferences == QuestionPreferences(role: "Baker"))
        let written = String(decoding: try JSONEncoder().encode(read), as: UTF8.self)
        #expect(!written.contains("history") && !written.contains("skills"), "What is absent is not written.")
        let question = try JSONEncoder().encode(testQuestion("a"))
        #expect(!String(decoding: question, as: UTF8.self).contains("origin"))
        #expect(try JSONDecoder().decode(Question.self, from: question).origin == nil)
    }

    @Test func whatIsNewIsReadBack() throws {
        let preferences = QuestionPreferences(
            mix: .jobSpecific, role: "Baker",
            skills: SkillSet([SkillSet.Wanted(skill: Skill(name: "C"), weight: 0.5)]),
            templates: [TemplateSubject(.skill, "C")])
        let plan = InterviewPlan(
            preferences: preferences, seed: 1,
            history: PracticeHistory(of: []))
        #expect(try JSONDecoder().decode(InterviewPlan.self, from: JSONEncoder().encode(plan)) == plan)
    }

    @Test(arguments: [
        (QuestionPreferences.Mix.hr, [QuestionKind.hr]), (.caseStudy, [.caseStudy]), (.coding, [.coding]),
        (.systemDesign, [.systemDesign]), (.behavioural, [.behavioural, .situational, .hr]),
        (.technical, [.technical, .systemDesign, .coding, .caseStudy]), (.mixed, QuestionKind.allCases),
    ])
    func aMixKeepsToItsKinds(mix: QuestionPreferences.Mix, kinds: [QuestionKind]) throws {
        let admitted = QuestionPreferences(mix: mix).admitted(of: questions)
        #expect(Set(admitted.map(\.kind)) == Set(kinds) && admitted.count == kinds.count * 3)
        let bank = try QuestionBank(questions)
        var asked: [AskedQuestion] = []
        while let choice = QuestionChooser(seed: 3).next(
            from: bank, asked: asked, preferences: QuestionPreferences(mix: mix))
        {
            asked.append(AskedQuestion(id: choice.question.id, overall: 60))
        }
        #expect(Set(asked.map(\.id)) == Set(admitted.map(\.id)))
    }

    @Test func theJobIsItsRoleAndItsSkills() {
        let cobol = SkillSet([SkillSet.Wanted(skill: Skill(name: "Cobol"))])
        func ids(role: String?, skills: SkillSet?) -> Set<Character> {
            let preferences = QuestionPreferences(mix: .jobSpecific, role: role, skills: skills)
            return Set(preferences.admitted(of: questions).compactMap(\.id.last))
        }
        #expect(ids(role: "baker", skills: nil) == ["0"])
        #expect(ids(role: nil, skills: cobol) == ["1"])
        #expect(ids(role: "Baker", skills: cobol) == ["0", "1"])
        #expect(ids(role: "Nurse", skills: cobol) == ["1"])
        #expect(ids(role: nil, skills: nil) == ["0", "1", "2"])
    }

    @Test func technicalQuestionsKeepToTheSkillsWhileThereAreSome() throws {
        let bank = try QuestionBank(
            (0..<40).map {
                testQuestion(
                    "q\($0)", category: "c\($0 % 8)", tags: $0 < 4 ? ["Kafka"] : $0 < 6 ? ["Redis"] : [])
            })
        let skills = SkillSet([
            SkillSet.Wanted(skill: Skill(name: "Apache Kafka", spellings: ["kafka"])),
            SkillSet.Wanted(skill: Skill(name: "Redis"), weight: 0.5),
        ])
        let preferences = QuestionPreferences(mix: .technical, skills: skills)
        for seed in 1...10 as ClosedRange<UInt64> {
            var asked: [AskedQuestion] = []
            var reasons: [String] = []
            for _ in 0..<10 {
                let choice = try #require(
                    QuestionChooser(seed: seed).next(from: bank, asked: asked, preferences: preferences))
                asked.append(AskedQuestion(id: choice.question.id, overall: 60))
                reasons.append(choice.reason)
            }
            #expect(Set(asked.prefix(6).map(\.id)) == ["q0", "q1", "q2", "q3", "q4", "q5"])
            #expect(reasons.prefix(6).count { $0.contains(", for Apache Kafka") } == 4)
            #expect(!reasons.suffix(4).contains { $0.contains(", for ") })
        }
    }

    @Test func whatNamesASkillComesBeforeWhatSharesItsSubject() throws {
        let react = Skill(name: "React", subjects: ["web"])
        let bank = try QuestionBank(
            (0..<20).map {
                var question = testQuestion("q\($0)", category: "web", tags: $0 < 3 ? ["React"] : [])
                if $0 < 3 { question.origin = .template }
                return question
            } + [testQuestion("other", category: "databases")])
        let preferences = QuestionPreferences(
            mix: .technical, skills: SkillSet([SkillSet.Wanted(skill: react)]))
        for seed in 1...20 as ClosedRange<UInt64> {
            let chosen = QuestionChooser(seed: seed).choices(6, from: bank, preferences: preferences)
            #expect(Set(chosen.prefix(3).map(\.question.id)) == ["q0", "q1", "q2"])
            #expect(chosen.suffix(3).allSatisfy { $0.question.category == "web" })
        }
    }

    @Test func aHeavierSkillComesMoreOften() throws {
        let bank = try QuestionBank(
            (0..<40).map { testQuestion("q\($0)", tags: [$0 < 20 ? "Kafka" : "Redis"]) })
        let skills = SkillSet([
            SkillSet.Wanted(skill: Skill(name: "Kafka")),
            SkillSet.Wanted(skill: Skill(name: "Redis"), weight: 0.1),
        ])
        let firsts = (1...200 as ClosedRange<UInt64>).compactMap {
            QuestionChooser(seed: $0).next(
                from: bank, asked: [], preferences: QuestionPreferences(mix: .technical, skills: skills))?
                .question.tags
        }
        let share = Double(firsts.count { $0 == ["Kafka"] }) / 200
        #expect((0.75...0.95).contains(share), "\(share)")
    }
}
