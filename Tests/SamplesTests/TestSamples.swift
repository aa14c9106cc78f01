import Archive
import DatabaseTestSupport
import Evaluation
import Foundation
import Interview
import Recordings
import Records
import SQL
import Samples
import Storage
import TestSupport

/// The data that come with the project, in a database of one test.
struct TestSamples {
    /// The day of the seeding.
    static let today = Date(timeIntervalSince1970: 1_790_000_000)

    let data: SampleData
    let records: Records

    /// The data, read once for all tests.
    static let data = Task { try await load(SourceTree.file("seed")) }

    private static let bank = Task { try QuestionBankFile.load(directory: SourceTree.file("questions")) }

    static func load(_ folder: String) async throws -> SampleData {
        let bank = try await bank.value
        return try await SampleFolder(
            folder, questions: bank.questions, roles: RoleFinder(questions: bank.questions),
            catalogue: SkillCatalogue(questions: bank.questions)
        ).load()
    }

    /// Runs a test with records and a part of the data: the interviews with these numbers, or all of them.
    static func run(
        _ database: TestDatabase, interviews: ClosedRange<Int>? = nil,
        _ body: (TestSamples) async throws -> Void
    ) async throws {
        var data = try await data.value
        if let interviews { data.interviews = data.interviews.filter { interviews.contains($0.number) } }
        let chosen = data
        try await database.run { connection in
            try await body(TestSamples(data: chosen, records: Records(database: connection)))
        }
    }

    var seeding: SampleSeeding { SampleSeeding(data, judge: RubricEvaluator(), timeZone: .gmt) }

    @discardableResult
    func seed() async throws -> [SampleEntry] { try await seeding.keep(in: records, at: Self.today) }

    /// An archive over the records, with a vault in a folder.
    func archive(_ folder: TestFolder) -> Archive {
        Archive(
            folder: folder.path, records: records,
            vault: RecordingVault(root: folder.file("recordings"), keys: nil))
    }

    /// How many rows each table has.
    func counts() async throws -> [String: Int] {
        let tables = [
            "organizations", "people", "resumes", "question_banks", "questions", "templates", "interviews",
            "turns", "takes", "messages", "reports", "interview_tags", "interview_skills", "search_texts",
        ]
        return try await records.database.read { connection in
            var counts: [String: Int] = [:]
            for table in tables {
                counts[table] = try connection.oneRow(.trusted("SELECT COUNT(*) AS n FROM \(table)")).count(
                    "n")
            }
            return counts
        }
    }
}
