import DatabaseTestSupport
import Evaluation
import Foundation
import Interview
import InterviewTestSupport
import Records
import SQL
import Testing

@Suite("Search in the database", .serialized)
struct SearchTests {
    private static func keep(_ id: String, _ answers: [String], candidate: Int64? = nil, in records: Records)
        async throws
    {
        try await records.keep(
            testInterview(
                answers.enumerated().map { TestTurn(testQuestion("q\($0)", "Question \($0)?"), $1) }, id: id,
                details: InterviewDetails(candidate: candidate)))
    }

    @Test("Words are found in whatever form, the best first, and marked", arguments: TestDatabase.all)
    func finds(kind: TestDatabase) async throws {
        try await kind.records { records in
            try await Self.keep(
                "i", ["We sharded databases, one database after the other.", "A database was slow once."],
                in: records)
            let page = try await records.search("database", page: .skipping(0, count: 5))
            #expect(page.items.map(\.number) == [1, 2] && page.total == 2 && page.next == nil)
            #expect(page.items.allSatisfy { $0.subject == .turn && $0.interview == 1 })
            let hit = try #require(page.items.first)
            #expect(Set(hit.pieces.filter(\.isMatch).map(\.text)).isSuperset(of: ["databases", "database"]))
            #expect(hit.pieces.map(\.text).joined().contains("one database after"))
            let first = try await records.search("database", page: .first(1))
            #expect(first.items.map(\.number) == [1])
            #expect(
                try await records.search("database", page: .after(first.next, count: 1)).items.map(\.number)
                    == [2])
            await #expect(throws: RecordsError.self) {
                try await records.search("database", page: .after("x", count: 1))
            }
        }
    }

    @Test("Quotes, exclusions and alternatives are understood", arguments: TestDatabase.all)
    func understands(kind: TestDatabase) async throws {
        try await kind.records { records in
            try await Self.keep(
                "i", ["red apples", "green apples", "red pears", "apples are red while pears are green"],
                in: records)
            func found(_ text: String) async throws -> [Int64] {
                try await records.search(text, page: .first(9)).items.map(\.number).sorted()
            }
            #expect(try await found("red apples") == [1, 4])
            #expect(try await found("\"red apples\"") == [1])
            #expect(try await found("apples -red") == [2])
            #expect(try await found("\"red pears\" or \"green apples\"") == [2, 3])
            #expect(try await found("RED -\"red apples\" -pears").isEmpty)
            #expect(try await found("or red or").count == 3)
            #expect(try await found("-red").isEmpty)
        }
    }

    @Test(
        "Words that stand in most texts are not looked for, and signs part words", arguments: TestDatabase.all
    )
    func commonWords(kind: TestDatabase) async throws {
        try await kind.records { records in
            try await Self.keep(
                "i",
                [
                    "To shard or not to be slow.",
                    "I use Node.js, and write to ann@example.org from /usr/bin.",
                    "A well-known end_point: it doesn't answer in 1.5 seconds.",
                ], in: records)
            func found(_ text: String) async throws -> [Int64] {
                try await records.search(text, page: .first(9)).items.map(\.number).sorted()
            }
            #expect(try await found("what is sharding") == [1])
            #expect(try await found("\"to\" \"be\"").isEmpty)
            #expect(try await found("to be").isEmpty)
            #expect(try await found("the").isEmpty)
            #expect(try await found("shard -the") == [1])
            #expect(try await found("\"the slow\"") == [1])
            for text in ["js", "node", "Node.js", "node-js", "ann", "ann@example.org", "usr", "bin"] {
                #expect(try await found(text) == [2], "\(text)")
            }
            #expect(try await found("node.org").isEmpty)
            for text in ["known", "well-known", "point", "end_point", "doesn't answer"] {
                #expect(try await found(text) == [3], "\(text)")
            }
        }
    }

    private static let anything = [
        "", " ", "\"", "\"\"", "'", "*", "-", "--", "- -", "(", ")", "a AND", "NOT", "OR OR", "NEAR(a b",
        "text:apples",
        "apples*", "^apples", "+apples", "{x}:y", "\u{1F34E}", "\u{1F34E} apples", "\0", "apples\0", "\\",
        "%", "a & b | !c:*",
        "<->", "1️⃣", "a\u{301}", "漢字", "-\"", "\"unfinished", "apples\"red\"", "';DROP TABLE search_texts;--",
        "\u{2}apples\u{3}", String(repeating: "apples ", count: 2000), String(repeating: "\"", count: 999),
        "\u{FFFD}", "apples -", "²", "a:b", "\"\u{301}apples", "apples\"\u{301} OR (", "\u{301}", "a\\b",
        "\"\\\"", "it's", "\u{200F}\u{200B}",
    ]

    @Test("No text breaks a search", arguments: TestDatabase.all)
    func anything(kind: TestDatabase) async throws {
        try await kind.records { records in
            try await Self.keep("i", ["red apples \u{2} and \u{3} 漢字 \u{1F34E}"], in: records)
            for text in Self.anything {
                _ = try await records.search(text, page: .skipping(0, count: 3))
                _ = try await records.questions(KeptQuestionFilter(text: text), page: .first(3))
            }
            for text in [
                "apples*", "^apples", "\u{1F34E} apples", "apples\0", "apples\"red\"", "\u{2}apples\u{3}",
                "(apples)",
                "apples -", "漢字",
            ] {
                #expect(try await records.search(text, page: .first(3)).items.count == 1, "\(text)")
            }
            #expect(try await records.search("*", page: .skipping(0, count: 3)).total == 0)
        }
    }

    @Test("Everybody finds what they may see", arguments: TestDatabase.all)
    func scope(kind: TestDatabase) async throws {
        try await kind.records { records in
            let acme = try await records.keep(Organization(id: "o", name: "Acme"))
            let ann = try await records.keep(Person(id: "a", name: "Ann", organization: acme.number))
            let bob = try await records.keep(Person(id: "b", name: "Bob"))
            try await Self.keep("i1", ["A zeppelin."], candidate: ann.number, in: records)
            try await Self.keep("i2", ["Two zeppelins."], candidate: bob.number, in: records)
            try await records.keep(testResume("ra", person: "a", text: "Zeppelin pilot"))
            try await records.keep(testResume("rb", person: "b", text: "Zeppelin pilot"))
            try await records.keep(QuestionBankInfo(id: "open", name: "Open"))
            try await records.keep(
                QuestionBankInfo(id: "shut", name: "Shut", isPublic: false, organization: acme.number))
            try await records.addQuestion(testQuestion("o", "Why zeppelins?"), to: .id("open"))
            let shut = try await records.addQuestion(testQuestion("s", "Zeppelins?"), to: .id("shut"))
            func found(_ change: (inout InterviewFilter) -> Void) async throws -> [String] {
                var filter = InterviewFilter()
                change(&filter)
                return try await records.search("zeppelin", in: filter, page: .first(9)).items.map {
                    "\($0.subject.rawValue) \($0.interview ?? $0.number)"
                }.sorted()
            }
            #expect(try await found { _ in }.count == 6)
            #expect(try await found { $0.candidate = ann.number } == ["question 1", "resume 1", "turn 1"])
            #expect(try await found { $0.person = bob.number } == ["question 1", "resume 2", "turn 2"])
            #expect(
                try await found { $0.organization = acme.number } == ["question 1", "question 2", "resume 1"])
            #expect(
                try await records.search("zeppelin", subjects: [.turn], page: .first(9)).items.count == 2)
            #expect(try await records.search("zeppelin", subjects: [], page: .first(9)).items.isEmpty)
            try await records.changeQuestion(.number(shut.number), isActive: false)
            #expect(try await found { _ in }.count == 5)
        }
    }

    @Test("A long text is found by its beginning", arguments: TestDatabase.all)
    func longText(kind: TestDatabase) async throws {
        try await kind.records { records in
            let words = (0..<60_000).map { "word\($0)" }.joined(separator: " ")
            try await records.keep(testResume("r", text: "zeppelin " + words))
            #expect(try await records.search("zeppelin", page: .first(2)).items.count == 1)
        }
    }
}
