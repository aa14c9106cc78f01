import DatabaseTestSupport
import Evaluation
import Foundation
import Interview
import InterviewTestSupport
import Records
import SQL
import Testing

@Suite("Templates in the database", .serialized)
struct TemplateRecordsTests {
    private static let questions = ["z", "a", "m"].map { testQuestion($0, "Text of \($0)?") }

    @Test("A template is kept, listed, changed and deleted", arguments: TestDatabase.all)
    func templates(kind: TestDatabase) async throws {
        try await kind.records { records in
            let kept = try await records.keep(
                InterviewTemplate(
                    id: "t1", title: "Backend", summary: "For Acme", kind: .technical, level: .senior,
                    role: "Backend Developer", questions: .own(Self.questions), isPremium: true,
                    tags: ["Go"]))
            try await records.keep(
                InterviewTemplate(id: "t2", title: "Anybody", questions: .own(Self.questions)))
            #expect(try await records.template(.id("t1")) == kept && kept.useCount == 0)
            func titles(_ change: (inout TemplateFilter) -> Void) async throws -> [String] {
                var filter = TemplateFilter()
                change(&filter)
                return try await records.templates(filter, page: .first(9)).items.map(\.template.title)
            }
            #expect(try await titles { _ in } == ["Anybody", "Backend"])
            #expect(try await titles { $0.kind = .technical } == ["Backend"])
            #expect(try await titles { $0.level = .mid } == ["Anybody"])
            #expect(try await titles { $0.role = "backend developer" } == ["Anybody", "Backend"])
            #expect(try await titles { $0.role = "Designer" } == ["Anybody"])
            #expect(try await titles { $0.tag = "go" } == ["Backend"])
            #expect(try await titles { $0.isPremium = false } == ["Anybody"])
            #expect(try await titles { $0.text = "acme" } == ["Backend"])
            try await records.changeTemplate(.id("t2")) { $0.isActive = false }
            #expect(try await titles { $0.isActive = true } == ["Backend"])
            for questions in [[], Self.questions + Self.questions] {
                await #expect(throws: RecordsError.self) {
                    try await records.keep(
                        InterviewTemplate(id: "t3", title: "Wrong", questions: .own(questions)))
                }
            }
            await #expect(throws: RecordsError.self) { try await records.use(template: .id("t2")) }
            try await records.deleteTemplate(.id("t1"))
            await #expect(throws: RecordsError.self) { try await records.use(template: .id("t1")) }
        }
    }

    @Test("An interview of a template asks its questions in their order", arguments: TestDatabase.all)
    func use(kind: TestDatabase) async throws {
        try await kind.records { records in
            let ann = try await records.keep(Person(id: "p", name: "Ann"))
            try await records.keep(
                InterviewTemplate(
                    id: "t", title: "Backend", kind: .technical, level: .senior, role: "Any",
                    questions: .own(Self.questions)))
            let start = noon.addingTimeInterval(86_400)
            let made = try await records.use(
                template: .id("t"), role: "Go Developer", company: "Acme", candidate: ann.number,
                schedule: InterviewSchedule(start: start), at: noon)
            #expect(try await records.interview(.number(made.number)) == made)
            let interview = made.interview
            #expect(interview.state == .scheduled && interview.heldAt == start)
            #expect(interview.plan.questionCount == 3 && interview.plan.fixed == Self.questions)
            #expect(interview.plan.preferences.role == "Go Developer" && interview.details.company == "Acme")
            #expect(interview.details.candidate == ann.number)
            for (score, state) in [(60.0, true), (80, true), (10, false)] {
                let made = try await records.use(template: .id("t"))
                try await records.change(.number(made.number)) { interview in
                    try interview.handle(.started(at: noon))
                    try interview.handle(.chose(question: Self.questions[0], followUp: nil, reason: ""))
                    try interview.handle(.asked(recording: nil))
                    try interview.handle(.received(.typed(text: "So."), at: noon))
                    try interview.handle(
                        .judged(
                            nil,
                            RubricEvaluator().evaluate(
                                JudgedAnswer(typed: "So."), against: Self.questions[0].rubric)))
                    try interview.review(as: HumanReview(score: score, date: noon))
                    try interview.review(turn: 1, take: 1, as: HumanReview(score: score, date: noon))
                    if state { try interview.handle(.finished(at: noon)) }
                }
            }
            let used = try await records.template(.id("t"))
            #expect(used.useCount == 4 && used.completedCount == 2 && used.meanScore == 70)
            try await records.deleteTemplate(.id("t"))
            #expect(try await records.interview(.number(made.number)).interview.details.template == nil)
        }
    }

    @Test(
        "A template without questions of its own leaves the choice to the interview",
        arguments: TestDatabase.all)
    func chosen(kind: TestDatabase) async throws {
        try await kind.records { records in
            let skills = SkillSet([.init(skill: Skill(name: "SQL"))])
            let kept = try await records.keep(
                InterviewTemplate(
                    id: "t", title: "T", kind: .technical, level: .senior, role: "Data Analyst",
                    questions: .chosen(7), skills: skills))
            #expect(try await records.template(.id("t")) == kept && kept.template.skills == skills)
            let made = try await records.use(
                template: .id("t"), manner: InterviewManner(mode: .real, medium: .text, followUpLimit: 0))
            let plan = made.interview.plan
            #expect(plan.fixed == nil && plan.questionCount == 7 && plan.followUpLimit == 0)
            #expect(plan.preferences == kept.template.preferences)
            #expect(made.interview.details.mode == .real && made.interview.details.medium == .text)
            for count in [0, 51] {
                await #expect(throws: RecordsError.self) {
                    try await records.keep(
                        InterviewTemplate(id: "u", title: "U", questions: .chosen(count)))
                }
            }
        }
    }

    @Test("Nobody is planned for two interviews at once by a template", arguments: TestDatabase.all)
    func overlap(kind: TestDatabase) async throws {
        try await kind.records { records in
            let ann = try await records.keep(Person(id: "p", name: "Ann"))
            try await records.keep(
                InterviewTemplate(id: "t", title: "T", questions: .own(Self.questions)))
            let schedule = InterviewSchedule(start: noon.addingTimeInterval(3600))
            @Sendable func use(_ overlap: ScheduleOverlap, at date: Date = noon) async throws {
                _ = try await records.use(
                    template: .id("t"), candidate: ann.number, schedule: schedule, overlap: overlap, at: date)
            }
            try await use(.refused)
            await #expect(throws: RecordsError.self) { try await use(.refused) }
            await #expect(throws: RecordsError.self) { try await use(.allowed, at: schedule.start) }
            #expect(try await records.template(.id("t")).useCount == 1)
            try await use(.allowed)
            #expect(try await records.template(.id("t")).useCount == 2)
        }
    }

    @Test("Templates follow a list by their keys, and keep their numbers", arguments: TestDatabase.all)
    func sync(kind: TestDatabase) async throws {
        try await kind.records { records in
            func list(_ title: String, id: String) -> [InterviewTemplate] {
                [
                    InterviewTemplate(id: id, key: "one", title: title, questions: .own(Self.questions)),
                    InterviewTemplate(id: id + "2", key: "two", title: "Two", questions: .chosen(2)),
                    InterviewTemplate(id: id + "3", title: "Without a key", questions: .chosen(2)),
                ]
            }
            try await records.syncTemplates(list("One", id: "a"), at: noon)
            let first = try await records.templates(page: .first(9)).items
            #expect(first.map(\.template.title) == ["Two", "One"])
            try await records.syncTemplates(list("One", id: "b"), at: noon.addingTimeInterval(9))
            #expect(try await records.templates(page: .first(9)).items == first)
            _ = try await records.use(template: .number(first[1].number))
            try await records.syncTemplates(list("Another", id: "c"))
            let changed = try await records.template(.number(first[1].number))
            #expect(changed.template.title == "Another" && changed.template.id == "a")
            #expect(changed.useCount == 1)
            var filter = TemplateFilter()
            filter.key = "two"
            #expect(try await records.templates(filter, page: .first(9)).items == [first[0]])
        }
    }

    @Test("Questions of a bank are taken as they read when the template is used", arguments: TestDatabase.all)
    func ofBank(kind: TestDatabase) async throws {
        try await kind.records { records in
            let bank = try await records.keep(QuestionBankInfo(id: "b", name: "Bank"))
            _ = try await records.importQuestions(Self.questions, into: .id("b"))
            try await records.keep(
                InterviewTemplate(id: "t", title: "T", questions: .ofBank(bank.number, ids: ["m", "z"])))
            let made = try await records.use(template: .id("t"))
            #expect(made.interview.plan.fixed?.map(\.id) == ["m", "z"])
            #expect(try await records.statistics(ofBank: .id("b")).useCount == 1)
            let question = try #require(
                try await records.questions(
                    KeptQuestionFilter(text: "text of z"), page: .first(1)
                ).items.first)
            try await records.changeQuestion(.number(question.number), isActive: false)
            await #expect {
                try await records.use(template: .id("t"))
            } throws: {
                "\($0)".contains("`z`")
            }
            #expect(try await records.template(.id("t")).useCount == 1)
        }
    }
}
