import Evaluation
import Interview
import Testing

@Suite struct QuestionTemplatesTests {
    /// Templates that differ in their ids alone.
    private let templates = QuestionTemplates(
        skills: (1...6).map { testQuestion("t\($0)", "What is {subject} for?", category: "{subject}") },
        roles: [
            Question(
                id: "work", text: "What does {a subject} do?", spokenText: "What does {a subject}, do?",
                kind: .hr, category: "{subject}", level: .mid, roles: ["{subject}"],
                keyPoints: [
                    KeyPoint(
                        id: "tasks", statement: "Says what {subject} means.",
                        variants: ["{a subject} has to", "{made}"])
                ],
                sampleAnswers: ["As {a subject} I count."], criteria: [Criterion(name: "Knows {subject}")],
                hints: ["Think of {a subject}."],
                followUps: [FollowUp(keyPointID: "tasks", text: "Is {a subject} happy?")],
                expectedDurationSeconds: 30, tags: ["generated", "{subject}"])
        ])

    @Test(arguments: [("Actuary", "an Actuary"), ("Nurse", "a Nurse"), ("C++ \"dev\"", "a C++ \"dev\"")])
    func everyTextNamesTheSubject(name: String, withArticle: String) throws {
        let made = templates.questions(about: [TemplateSubject(.role, name)])
        let question = try #require(made.first)
        #expect(made.count == 1 && question.id.hasPrefix("generated-") && question.id.hasSuffix("-work"))
        #expect(question.text == "What does \(withArticle) do?" && question.category == name)
        #expect(question.spokenText == "What does \(withArticle), do?" && question.roles == [name])
        #expect(
            question.keyPoints == [
                KeyPoint(
                    id: "tasks", statement: "Says what \(name) means.",
                    variants: ["\(withArticle) has to", "{made}"])
            ])
        #expect(question.sampleAnswers == ["As \(withArticle) I count."])
        #expect(question.criteria == [Criterion(name: "Knows \(name)")])
        #expect(question.hints == ["Think of \(withArticle)."])
        #expect(question.followUps == [FollowUp(keyPointID: "tasks", text: "Is \(withArticle) happy?")])
        #expect(question.tags == ["generated", name] && question.origin == .template)
        #expect(question.expectedDurationSeconds == 30 && question.kind == .hr && question.level == .mid)
    }

    @Test func whatTheBankHasEnoughOfIsNotMade() throws {
        let bank = try QuestionBank(
            (0..<3).map { testQuestion("q\($0)", tags: ["sql"]) } + [testQuestion("r", roles: ["Baker"])],
            templates: templates)
        let skills = SkillSet(["SQL", "COBOL"].map { SkillSet.Wanted(skill: Skill(name: $0)) })
        #expect(
            QuestionTemplates.subjects(lackingIn: bank, skills: skills, role: "baker")
                == [TemplateSubject(.skill, "COBOL")])
        #expect(
            QuestionTemplates.subjects(lackingIn: bank, skills: SkillSet(), role: "Nurse")
                == [TemplateSubject(.role, "Nurse")])
        let whole = bank.adding(templates: [
            TemplateSubject(.skill, "COBOL"), TemplateSubject(.skill, "COBOL"),
        ])
        #expect(whole.questions.count == 10)
        #expect(whole.adding(templates: [TemplateSubject(.skill, "COBOL")]).questions.count == 10)
    }
}
