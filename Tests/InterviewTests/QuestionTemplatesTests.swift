import Evaluation
import FoundationEssentials
import Interview
import Testing

@Suite struct QuestionTemplatesTests {
    private let subjects = [
        TemplateSubject(.skill, "COBOL"), TemplateSubject(.skill, "C"), TemplateSubject(.skill, "C++"),
        TemplateSubject(.skill, "C#"), TemplateSubject(.skill, "日本語"), TemplateSubject(.role, "Nurse"),
        TemplateSubject(.role, "Actuary"),
    ]
    private var questions: [Question] { QuestionTemplates.questions(about: subjects) }

    @Test func everyQuestionCanBeJudgedAndSaysWhereItComesFrom() throws {
        #expect(questions.count == 42)
        #expect(Set(questions.map(\.id)).count == 42)
        for question in questions {
            #expect(
                question.id.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") },
                "\(question.id)")
            #expect(question.origin == .template && question.tags.first == "generated")
            #expect(
                !question.text.contains("{") && question.text.contains(question.category), "\(question.text)")
            #expect(
                (4...6).contains(question.keyPoints.count) && !question.hints.isEmpty
                    && !question.criteria.isEmpty)
            for point in question.keyPoints {
                #expect(point.variants.count >= 8, "\(question.id) \(point.id)")
                for variant in point.variants where variant.hasPrefix("{") {
                    #expect(Rubric.storyMoves.contains(variant), "\(variant)")
                }
            }
            let points = Set(question.keyPoints.map(\.id))
            #expect(
                question.followUps.count >= 2
                    && question.followUps.allSatisfy { $0.keyPointID.map(points.contains) == true })
            #expect(!question.rubric.kind.isTechnical, "Facts of an unknown subject cannot be judged.")
            #expect(try JSONDecoder().decode(Question.self, from: JSONEncoder().encode(question)) == question)
        }
        #expect(
            questions.contains {
                $0.text == "Tell me about a piece of work as an Actuary that you are proud of."
            })
        #expect(Set(questions.map(\.level)).count == 3 && Set(questions.map(\.kind.family)).count == 2)
    }

    @Test(arguments: [
        (
            "uses",
            """
            I worked with it for four years at a bank. The main advantage is that it handles very large batches, and it is \
            very reliable, because the programs have run for decades. For example, in my last project we computed the \
            interest of two million accounts in one night. The downside is that it is hard to find people who know it, and \
            the tests take long, so I would not take it for a web service. In that case I would choose something lighter, \
            such as Java, since the whole team knows it.
            """
        ),
        (
            "diagnosis",
            """
            First I try to reproduce it with the same steps, and I read the error message and the logs before I guess. Then \
            I ask what changed, because most of the time it is the last change, and I go back to the old version to see \
            whether it still happens. I change one thing at a time and write down what I tried. If I get stuck, I ask a \
            colleague. In the end I add a test so that it does not come back, and I tell the others about the root cause.
            """
        ),
        (
            "built",
            """
            Two years ago at my company I had to move a report to it, because the old one took a whole weekend. I wrote the \
            new program and I designed the files. The hard part was that nobody knew the old rules, and at first it failed \
            every night. I asked the two colleagues who had written them and I split it into five steps, then I measured \
            each. In the end it ran in three hours instead of two days, and the team still uses it. I learned to ask for \
            the rules first.
            """
        ),
    ])
    func aGoodAnswerScoresWellAndAnotherPoorly(name: String, answer: String) throws {
        let question = try #require(questions.first { $0.id == "generated-cobol-\(name)" })
        let judge = RubricEvaluator()
        let good = judge.evaluate(JudgedAnswer(typed: answer), against: question.rubric)
        #expect(try #require(good.overall) >= 65, "\(good.overall ?? -1)")
        let other = """
            On Sundays we bake bread with rye flour and a pinch of salt. The dough rests under a cloth beside the stove \
            while the children play in the garden, and when the crust sounds hollow the loaf cools on a wire rack.
            """
        let poor = judge.evaluate(JudgedAnswer(typed: other), against: question.rubric)
        #expect((poor.overall ?? 0) <= 35, "\(poor.overall ?? -1)")
        let echo = judge.evaluate(JudgedAnswer(typed: question.text), against: question.rubric)
        #expect((echo.overall ?? 0) <= 20, "\(echo.overall ?? -1)")
    }

    @Test func whatTheBankHasEnoughOfIsNotMade() throws {
        let bank = try QuestionBank(
            (0..<3).map { testQuestion("q\($0)", tags: ["sql"]) } + [testQuestion("r", roles: ["Baker"])])
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
