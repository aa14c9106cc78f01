import DatabaseTestSupport
import Evaluation
import Foundation
import Interview
import InterviewTestSupport
import Records
import SQL
import Testing

@Suite("Question banks in the database", .serialized)
struct QuestionBankRecordsTests {
    private static func ids(_ page: RecordsPage<KeptQuestion>) -> [String] { page.items.map(\.question.id) }

    @Test("A bank is kept, listed, changed and deleted with its questions", arguments: TestDatabase.all)
    func banks(kind: TestDatabase) async throws {
        try await kind.records { records in
            let acme = try await records.keep(Organization(id: "o", name: "Acme"))
            let owner = try await records.keep(Person(id: "p", name: "Ann"))
            let open = try await records.keep(
                QuestionBankInfo(
                    id: "b1", name: "Databases", summary: "Indexes", category: "Databases", level: .senior,
                    tags: ["SQL"], defaultTimeLimitSeconds: 120))
            let own = try await records.keep(
                QuestionBankInfo(
                    id: "b2", name: "Secret", isPublic: false, owner: owner.number,
                    organization: acme.number))
            #expect(try await records.bank(.id("b1")) == open)
            func names(_ change: (inout BankFilter) -> Void) async throws -> [String] {
                var filter = BankFilter()
                change(&filter)
                return try await records.banks(filter, page: .first(9)).items.map(\.value.name)
            }
            #expect(try await names { _ in } == ["Secret", "Databases"])
            #expect(try await names { $0.category = "databases" } == ["Databases"])
            #expect(try await names { $0.level = .senior } == ["Databases"])
            #expect(try await names { $0.tag = "sql" } == ["Databases"])
            #expect(try await names { $0.tag = "sq" }.isEmpty)
            #expect(try await names { $0.text = "INDEX" } == ["Databases"])
            #expect(try await names { $0.isPublic = false } == ["Secret"])
            #expect(try await names { $0.audience = Audience() } == ["Databases"])
            #expect(try await names { $0.audience = Audience(person: owner.number) }.count == 2)
            #expect(try await names { $0.audience = Audience(organization: acme.number) }.count == 2)

            try await records.changeBank(.id("b1")) { $0.isShuffled = true }
            #expect(try await records.bank(.number(open.number)).value.isShuffled)
            await #expect(throws: RecordsError.self) {
                try await records.changeBank(.id("b1")) { $0.defaultTimeLimitSeconds = -1 }
            }
            try await records.addQuestion(testQuestion("q", "Why an index?"), to: .id("b2"))
            try await records.deletePerson(.id("p"))
            #expect(try await records.bank(.id("b2")).value.owner == nil)
            try await records.deleteOrganization(.id("o"))
            await #expect(throws: RecordsError.self) { try await records.bank(.number(own.number)) }
            #expect(try await rowCounts(["questions", "search_texts"], records) == [0, 0])
            try await records.deleteBank(.id("b1"))
        }
    }

    @Test("Questions of a bank are filtered and come in pages of both sorts", arguments: TestDatabase.all)
    func questions(kind: TestDatabase) async throws {
        try await kind.records { records in
            try await records.keep(QuestionBankInfo(id: "b", name: "Bank"))
            for number in 0..<7 {
                try await records.addQuestion(
                    testQuestion(
                        "q\(number)", number == 3 ? "Why are queries slow?" : "What is \(number)?",
                        kind: number % 2 == 0 ? .behavioural : .technical,
                        category: number < 3 ? "Databases" : "teams", level: number == 5 ? .expert : .mid,
                        roles: number == 1 ? ["Backend Developer"] : number == 2 ? ["Designer"] : [],
                        tags: number == 4 ? ["50%", "API"] : []), to: .id("b"))
            }
            func ids(_ question: QuestionFilter, text: String? = nil) async throws -> [String] {
                Self.ids(
                    try await records.questions(
                        KeptQuestionFilter(question: question, text: text), page: .first(9)))
            }
            #expect(try await ids(QuestionFilter(kind: .behavioural)) == ["q6", "q4", "q2", "q0"])
            #expect(try await ids(QuestionFilter(category: "DATABASES")) == ["q2", "q1", "q0"])
            #expect(try await ids(QuestionFilter(level: .expert)) == ["q5"])
            #expect(
                try await ids(QuestionFilter(category: "databases", role: "backend developer"))
                    == ["q1", "q0"])
            #expect(try await ids(QuestionFilter(tag: "api")) == ["q4"])
            #expect(try await ids(QuestionFilter(tag: "50%")) == ["q4"])
            #expect(try await ids(QuestionFilter(), text: "slow query") == ["q3"])
            #expect(try await ids(QuestionFilter(), text: "*").isEmpty)
            #expect(try await records.categories() == ["databases", "teams"])
            var several = KeptQuestionFilter()
            several.categories = ["TEAMS", "other"]
            several.tags = ["api", "50%"]
            #expect(Self.ids(try await records.questions(several, page: .first(9))) == ["q4"])
            several.tags = ["api", "rest"]
            #expect(Self.ids(try await records.questions(several, page: .first(9))).isEmpty)
            several = KeptQuestionFilter()
            several.categories = []
            #expect(Self.ids(try await records.questions(several, page: .first(9))).isEmpty)
            let first = try await records.questions(page: .first(3))
            #expect(Self.ids(first) == ["q6", "q5", "q4"] && first.total == nil)
            let second = try await records.questions(page: .after(first.next, count: 3))
            #expect(Self.ids(second) == ["q3", "q2", "q1"])
            let skipped = try await records.questions(page: .skipping(5, count: 3))
            #expect(Self.ids(skipped) == ["q1", "q0"] && skipped.total == 7 && skipped.next == nil)

            let kept = try #require(first.items.first)
            #expect(try await records.question(.number(kept.number)) == kept)
            await #expect(throws: RecordsError.self) {
                try await records.addQuestion(testQuestion("q1"), to: .id("b"))
            }
            await #expect(throws: RecordsError.self) {
                try await records.changeQuestion(.number(kept.number)) { $0.id = "other" }
            }
            try await records.changeQuestion(.number(kept.number)) { $0.text = "Why a zeppelin?" }
            #expect(try await ids(QuestionFilter(), text: "zeppelins") == ["q6"])
            try await records.changeQuestion(.number(kept.number), isActive: false)
            #expect(try await ids(QuestionFilter()).count == 6)
            #expect(try await records.activeQuestions(of: .id("b")).map(\.id).first == "q0")
            try await records.deleteQuestion(.number(kept.number))
            #expect(try await rowCounts(["questions", "search_texts"], records) == [6, 6])
        }
    }

    @Test("A list is taken in row by row", arguments: TestDatabase.all)
    func imports(kind: TestDatabase) async throws {
        try await kind.records { records in
            try await records.keep(QuestionBankInfo(id: "b", name: "Bank"))
            try await records.addQuestion(testQuestion("old", "Old?"), to: .id("b"))
            let list = [
                testQuestion("new", "New?"), testQuestion("bad", " "), testQuestion("old", "Newer?"),
                testQuestion("new", "Twice?"), testQuestion("last", "Last?"),
            ]
            let rows = try await records.importQuestions(list, into: .id("b"))
            #expect(rows.map(\.row) == [1, 2, 3, 4, 5])
            let reasons = rows.map { row in
                if case .refused(let reason) = row.outcome { reason } else { "" }
            }
            #expect(reasons.map(\.isEmpty) == [true, false, false, false, true])
            #expect(reasons[1].hasPrefix("text: ") && reasons[2].contains("`old`"))
            #expect(try await records.activeQuestions(of: .id("b")).map(\.id) == ["old", "new", "last"])
            let again = try await records.importQuestions(list, into: .id("b"), replacing: true)
            #expect(again.count { if case .replaced = $0.outcome { true } else { false } } == 3)
            #expect(try await records.activeQuestions(of: .id("b")).first?.text == "Newer?")
            await #expect(throws: RecordsError.self) {
                try await records.importQuestions(list, into: .id("none"))
            }
        }
    }

    @Test("The bank that comes with Viva follows its list", arguments: TestDatabase.all)
    func sync(kind: TestDatabase) async throws {
        try await kind.records { records in
            let interview = try testInterview([TestTurn(testQuestion("b"), "So.")], id: "before")
            try await records.keep(interview)
            var questions = ["a", "b", "c"].map { testQuestion($0, "Text of \($0)?") }
            func sync(_ name: String = "Viva", at date: Date = noon) async throws -> BankSync {
                try await records.syncBank(key: "viva", name: name, questions: questions, at: date)
            }
            let first = try await sync()
            #expect(first.added == 3 && first.changed == 0)
            #expect(try await records.bank(key: "viva")?.value.name == "Viva")
            #expect(try await records.bank(key: "other") == nil)
            let before = try await records.questions(page: .first(9)).items
            let again = try await sync(at: noon.addingTimeInterval(9))
            #expect(again.unchanged == 3 && again.added + again.changed + again.deactivated == 0)
            #expect(try await records.questions(page: .first(9)).items == before)

            questions.remove(at: 0)
            questions[0].text = "Another text?"
            questions.append(testQuestion("d"))
            let changed = try await sync()
            #expect(
                changed.added == 1 && changed.changed == 1 && changed.deactivated == 1
                    && changed.unchanged == 1)
            #expect(try await records.activeQuestions(of: .number(first.bank)).map(\.id) == ["b", "c", "d"])
            #expect(try await records.search("another", page: .first(2)).items.count == 1)
            #expect(try await sync().unchanged == 3)
            questions.append(testQuestion("a", "Text of a?"))
            #expect(try await sync("Viva's questions").changed == 1)
            #expect(try await records.bank(key: "viva")?.value.name == "Viva's questions")

            let statistics = try await records.statistics(ofBank: .number(first.bank))
            #expect(statistics.active == 4 && statistics.inactive == 0 && statistics.neverAsked == 3)
            // The interview had its question before it stood in the database.
            #expect(statistics.uses.map(\.id) == ["b"] && statistics.uses.map(\.interviews) == [1])
            #expect(statistics.kinds == [.init(name: "technical", questions: 4)])
            #expect(statistics.levels == [.init(name: "mid", questions: 4)])
            #expect(statistics.categories == [.init(name: "any", questions: 4)])
        }
    }

    @Test("What was changed in the rows alone is put right by the next sync", arguments: TestDatabase.all)
    func follow(kind: TestDatabase) async throws {
        try await kind.records { records in
            let questions = ["a", "b"].map { testQuestion($0, "Text of \($0)?") }
            func sync() async throws -> BankSync {
                try await records.syncBank(key: "viva", name: "Viva", questions: questions)
            }
            let bank = try await sync().bank
            let first = try #require(try await records.questions(page: .first(9)).items.last)
            #expect(try await sync().unchanged == 2)
            try await records.changeQuestion(.number(first.number)) { $0.text = "Something else?" }
            #expect(try await sync().changed == 1)
            try await records.addQuestion(testQuestion("c"), to: .number(bank))
            #expect(try await sync().deactivated == 1)
            _ = try await records.importQuestions([testQuestion("d")], into: .number(bank))
            #expect(try await sync().deactivated == 1)
            try await records.deleteQuestion(.number(first.number))
            #expect(try await sync().added == 1)
            #expect(try await records.activeQuestions(of: .number(bank)).map(\.id).sorted() == ["a", "b"])
            #expect(try await sync().unchanged == 2)
        }
    }

    @Test(
        "A turn names the question that is asked, not one of another bank that is not any more",
        arguments: TestDatabase.all)
    func activeFirst(kind: TestDatabase) async throws {
        try await kind.records { records in
            let question = testQuestion("q", "Why?")
            let old = try await records.syncBank(key: "old", name: "Old", questions: [question]).bank
            try await records.syncBank(key: "old", name: "Old", questions: [])
            let new = try await records.syncBank(key: "new", name: "New", questions: [question]).bank
            try await records.keep(try testInterview([TestTurn(question, "So.")]))
            #expect(try await records.statistics(ofBank: .number(old)).uses.isEmpty)
            #expect(try await records.statistics(ofBank: .number(new)).uses.map(\.id) == ["q"])
        }
    }

    @Test(
        "What was asked counts for another bank that has the question, when one loses it",
        arguments: TestDatabase.all)
    func losing(kind: TestDatabase) async throws {
        try await kind.records { records in
            let question = testQuestion("q", "Why?")
            func sync(_ key: String, asked: Bool = true) async throws -> Int64 {
                try await records.syncBank(key: key, name: key, questions: asked ? [question] : []).bank
            }
            func uses() async throws -> [String: Int] {
                Dictionary(
                    try await records.bankUsage().map { ($0.name, $0.uses) }, uniquingKeysWith: { $0 + $1 })
            }
            let first = try await sync("first")
            // Of two that have it, one that asks it no more comes last.
            _ = try await sync("resting")
            _ = try await sync("resting", asked: false)
            let second = try await sync("second")
            let company = try await records.keep(Organization(id: "o", name: "Acme"))
            try await records.keep(QuestionBankInfo(id: "b", name: "third", organization: company.number))
            try await records.addQuestion(question, to: .id("b"))
            try await records.keep(try testInterview([TestTurn(question, "So.")]))
            #expect(try await uses() == ["first": 1])

            let kept = try #require(
                try await records.questions(page: .first(9)).items.first { $0.bank == first })
            try await records.deleteQuestion(.number(kept.number))
            #expect(try await uses() == ["second": 1])
            #expect(try await sync("second") == second)
            #expect(try await uses() == ["second": 1])

            try await records.deleteBank(.number(second))
            #expect(try await uses() == ["third": 1])
            try await records.deleteOrganization(.number(company.number))
            #expect(try await uses() == ["resting": 1])
        }
    }

    @Test("A sync that changes no question counts what was asked before", arguments: TestDatabase.all)
    func claiming(kind: TestDatabase) async throws {
        try await kind.records { records in
            let question = testQuestion("q", "Why?")
            let bank = try await records.syncBank(key: "k", name: "K", questions: [question]).bank
            try await records.keep(try testInterview([TestTurn(question, "So.")]))
            try await records.database.write { try $0.run("UPDATE turns SET question_id = NULL") }
            #expect(try await records.statistics(ofBank: .number(bank)).uses.isEmpty)
            let sync = try await records.syncBank(key: "k", name: "Another name", questions: [question])
            #expect(sync.unchanged == 1)
            #expect(try await records.statistics(ofBank: .number(bank)).uses.map(\.interviews) == [1])
        }
    }

    @Test("Several programs that sync a bank at once make one", arguments: TestDatabase.all)
    func syncAtOnce(kind: TestDatabase) async throws {
        try await kind.records { records in
            let questions = (0..<20).map { testQuestion("q\($0)") }
            try await withThrowingTaskGroup(of: BankSync.self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        try await records.syncBank(key: "viva", name: "Viva", questions: questions)
                    }
                }
                let added = try await group.reduce(0) { $0 + $1.added }
                #expect(added == 20)
            }
            #expect(
                try await rowCounts(["question_banks", "questions", "search_texts"], records) == [1, 20, 20])
        }
    }
}
