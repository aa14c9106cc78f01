import DatabaseTestSupport
import Evaluation
import Foundation
import Interview
import InterviewTestSupport
import Records
import SQL
import SQLite
import TestSupport
import Testing

@Suite("Erasure", .serialized)
struct ErasureTests {
    /// A word that nothing else holds; searches keep it by its stem.
    private static let mark = "zorblaxian"

    /// Keeps a person with the mark in every text, and another one without.
    private static func fill(_ records: Records) async throws -> (person: Int64, other: Int64) {
        let person = try await records.keep(
            Person(id: "p-\(mark)", name: "Ann \(mark)", email: "\(mark)@example.org", notes: "Is \(mark)."))
        let other = try await records.keep(Person(id: "other", name: "Bob"))
        try await records.keep(
            testResume("r-\(mark)", person: "p-\(mark)", text: "I am \(mark)."), file: "resume-\(mark)")
        let first = try interview("i1-\(mark)", mark, candidate: person.number)
        try await records.keep(first, recordings: first.keptAsNamed)
        let second = try interview("i2", "shared", candidate: other.number, interviewer: person.number)
        try await records.keep(second, recordings: second.keptAsNamed)
        try await records.add(
            Message(speaker: .candidate, text: "\(mark)!", recording: "message-\(mark)", date: noon),
            to: .id("i1-\(mark)"))
        try await records.addReport(of: .id("i1-\(mark)"), file: "report-\(mark)")
        try await records.addReport(of: .id("i1-\(mark)"), file: "shared.pdf")
        try await records.addReport(of: .id("i2"), file: "shared.pdf")
        return (person.number, other.number)
    }

    private static func interview(
        _ id: String, _ mark: String, candidate: Int64, interviewer: Int64? = nil
    ) throws -> Interview {
        var question = testQuestion("q-\(mark)", "Why \(mark)?", category: mark, roles: [mark], tags: [mark])
        question.hints = [mark]
        var interview = Interview(
            id: id,
            plan: InterviewPlan(
                preferences: QuestionPreferences(
                    role: mark, skills: SkillSet([.init(skill: Skill(name: mark))])), seed: 1,
                written: [question], fixed: [question]),
            details: InterviewDetails(
                title: mark, summary: mark, company: mark, jobDescription: mark, tags: [mark],
                candidate: candidate, interviewer: interviewer), startedAt: noon)
        try interview.handle(.chose(question: question, followUp: nil, reason: mark))
        try interview.handle(.asked(recording: "asked-\(mark)"))
        try interview.handle(.received(.spoken(recording: "take1-\(mark)"), at: noon))
        try interview.handle(.analysisFailed(reason: mark))
        try interview.handle(.triedAgain)
        let text = "We were \(mark) once, \(mark)s all."
        try interview.handle(.received(.typed(text: text), at: noon, code: "let \(mark) = 1"))
        let evaluation = RubricEvaluator().evaluate(JudgedAnswer(typed: text), against: question.rubric)
        try interview.handle(.judged(nil, evaluation))
        try interview.correct(
            turn: 1, take: 2,
            with: TranscriptCorrection(text: "Corrected \(mark)", date: noon, evaluation: evaluation))
        let review = HumanReview(score: 50, feedback: [mark: mark], notes: mark, date: noon)
        try interview.review(turn: 1, take: 2, as: review)
        try interview.review(as: review)
        try interview.handle(.finished(at: noon))
        return interview
    }

    @Test(
        "What a person made for nobody else goes with the person, and becomes nobody's",
        arguments: TestDatabase.all)
    func ownTemplates(kind: TestDatabase) async throws {
        try await kind.records { records in
            let company = try await records.keep(Organization(id: "o", name: "Initech")).number
            func left() async throws -> [String] {
                try await records.templates(page: .first(9)).items.map(\.template.id).sorted()
            }
            for way in 0..<3 {
                let ann = try await records.keep(Person(id: "ann\(way)", name: "Ann")).number
                for (id, owner, organization): (String, Int64?, Int64?) in [
                    ("own", ann, nil), ("shared", ann, company), ("nobody's", nil, nil),
                ] {
                    var template = InterviewTemplate(
                        id: "\(id)\(way)", title: id, questions: .own([testQuestion("q")]))
                    template.owner = owner
                    template.organization = organization
                    try await records.keep(template)
                }
                switch way {
                case 0: try await records.erase(person: .number(ann))
                case 1: try await records.deletePerson(.number(ann))
                default: try await records.eraseEverything()
                }
                #expect(try await left().contains("nobody's\(way)"))
                #expect(try await !left().contains("own\(way)"))
                #expect(try await left().contains("shared\(way)") == (way < 2))
            }
        }
    }

    @Test("All that is kept about a person is exported, then erased", arguments: TestDatabase.all)
    func erases(kind: TestDatabase) async throws {
        try await kind.records { records in
            let (person, other) = try await Self.fill(records)
            let export = try await records.export(person: .number(person))
            #expect(export.person.value.name == "Ann \(Self.mark)" && export.resumes.count == 1)
            let held = try #require(export.interviews.first)
            #expect(export.interviews.count == 1 && held.messages.count == 1 && held.reports.count == 2)
            #expect(try await records.interview(.number(held.number)).interview == held.interview)
            #expect(export.asked.map(\.id) == ["i2"])
            let files = ["asked", "message", "report", "resume", "take1"].map { "\($0)-\(Self.mark)" }
            #expect(export.files == (files + ["shared.pdf"]).sorted())
            let decoded = try JSONDecoder().decode(PersonExport.self, from: JSONEncoder().encode(export))
            #expect(decoded == export)

            #expect(try await records.recordingsNamed().isSuperset(of: files))
            let erased = try await records.erase(person: .number(person))
            #expect(erased == DeletedInterviews(count: 1, files: files))
            #expect(try await records.recordingsNamed() == ["asked-shared", "take1-shared", "shared.pdf"])
            #expect(try await records.search(Self.mark, page: .first(5)).items.isEmpty)
            #expect(
                try await rowCounts(
                    [
                        "people", "resumes", "interviews", "turns", "takes", "messages", "reports",
                        "search_texts",
                    ],
                    records) == [1, 0, 1, 1, 2, 0, 1, 1])
            let left = try await records.interview(.id("i2")).interview
            #expect(left.details.interviewer == nil && left.details.candidate == other)
            #expect(left.turns.count == 1)
            await #expect(throws: RecordsError.self) { try await records.erase(person: .number(person)) }
        }
    }

    @Test("Where an interview was begun that nobody knew of, nothing is erased", arguments: TestDatabase.all)
    func begunMeanwhile(kind: TestDatabase) async throws {
        try await kind.records { records in
            let (person, _) = try await Self.fill(records)
            let known = Set(try await records.holdings(.person(.number(person))).interviews.keys)
            try await records.keep(try Self.interview("begun", "new", candidate: person))
            await #expect(throws: RecordsError.self) {
                try await records.erase(person: .number(person), interviews: known)
            }
            await #expect(throws: RecordsError.self) {
                try await records.eraseEverything(interviews: known)
            }
            #expect(try await records.holdings(.person(.number(person))).interviews.count == 2)
            let all = Set(try await records.holdings(.everything).interviews.keys)
            #expect(try await records.eraseEverything(interviews: all).count == 3)
            #expect(
                try await rowCounts(
                    ["people", "organizations", "resumes", "interviews", "search_texts"], records)
                    == [0, 0, 0, 0, 0])
        }
    }

    @Test("Of a person who was erased no byte is left in the files")
    func leavesNothing() async throws {
        let folder = try TestFolder()
        let database = try SQLiteDatabase(path: folder.file("viva.db"))
        let records = try await Records(database: database)
        let (person, _) = try await Self.fill(records)
        #expect(try Self.isFound(in: folder))
        try await records.erase(person: .number(person))
        try await database.scrub()
        #expect(try !Self.isFound(in: folder))
        #expect(try await database.problems().isEmpty)
        #expect(try await records.search("corrected", page: .first(5)).items.count == 1)
        await database.close()
        #expect(try !Self.isFound(in: folder))
    }

    @Test("Words of what was deleted are forgotten when this is asked for")
    func forgetsWords() async throws {
        let folder = try TestFolder()
        let database = try SQLiteDatabase(path: folder.file("viva.db"))
        let records = try await Records(database: database)
        let resume = try await records.keep(testResume("r", text: "I am \(Self.mark)."))
        try await records.deleteResume(.number(resume.number))
        try await records.forgetDeletedWords()
        try await database.scrub()
        #expect(try !Self.isFound(in: folder))
        await database.close()
    }

    @Test(
        "Damaged interviews are left out of an export, and who asks in them can be erased",
        arguments: TestDatabase.all)
    func damagedInterviews(kind: TestDatabase) async throws {
        try await kind.records { records in
            let (person, other) = try await Self.fill(records)
            try await records.write { try $0.run("UPDATE interviews SET body = '{\"id' WHERE uuid = 'i2'") }
            let damaged = try #require(
                try await records.holdings(.person(.number(other))).interviews.keys.first)
            let reason = "it is not JSON, or breaks off in the middle"
            let told = { (left: [UnreadableRecord]) in left.map { "\($0.kind) \($0.number): \($0.reason)" } }
            let left = ["interview \(damaged): \(reason)"]
            let whole = try await records.exportEverything()
            #expect(
                whole.interviews.map(\.interview.id) == ["i1-\(Self.mark)"] && told(whole.unreadable) == left)
            let export = try await records.export(person: .number(other))
            #expect(export.interviews.isEmpty && told(export.unreadable) == left)

            #expect(try await records.erase(person: .number(person)).count == 1)
            let rows = try await records.read { connection in
                try connection.rows("SELECT uuid, interviewer_id, candidate_id FROM interviews").map { row in
                    [
                        try row.text("uuid"), "\(try row.optionalInteger("interviewer_id") ?? 0)",
                        "\(try row.integer("candidate_id"))",
                    ]
                }
            }
            #expect(rows == [["i2", "0", "\(other)"]])
        }
    }

    @Test("The questions of somebody's own banks are exported", arguments: TestDatabase.all)
    func ownQuestions(kind: TestDatabase) async throws {
        try await kind.records { records in
            let (person, other) = try await Self.fill(records)
            let mine = try await records.keep(QuestionBankInfo(id: "mine", name: "Mine", owner: person))
            let theirs = try await records.keep(QuestionBankInfo(id: "theirs", name: "Theirs", owner: other))
            let asked = try await records.addQuestion(testQuestion("a"), to: .number(mine.number))
            let old = try await records.addQuestion(testQuestion("b"), to: .number(mine.number))
            try await records.changeQuestion(.number(old.number), isActive: false)
            let apart = try await records.addQuestion(testQuestion("c"), to: .number(theirs.number))
            let export = try await records.export(person: .number(person))
            #expect(export.questions.map(\.number) == [asked.number, old.number])
            #expect(export.questions.map(\.isActive) == [true, false])
            let whole = try await records.exportEverything()
            #expect(whole.questions.map(\.number) == [asked.number, old.number, apart.number])
        }
    }

    /// Whether the mark stands in a file of a folder, in large or small letters; its stem as well, which is what a
    /// search keeps.
    private static func isFound(in folder: TestFolder) throws -> Bool {
        try folder.namesOfAll().contains { name in
            let bytes = try folder.bytes(name).map { byte in (65...90).contains(byte) ? byte + 32 : byte }
            return Data(bytes).range(of: Data("zorblax".utf8)) != nil
        }
    }
}
