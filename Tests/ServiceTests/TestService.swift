import Accounts
import Archive
import DatabaseTestSupport
import Evaluation
import Foundation
import Interview
import InterviewTestSupport
import Practice
import Recordings
import Records
import Service
import TestSupport

/// A service of one test with a bank of questions.
struct TestService {
    static let now = Date(timeIntervalSince1970: 1_790_000_000)

    let service: VivaService
    let scratch: TestFolder
    var records: Records { service.archive.records }

    /// Questions about indexes and about stories, so that every kind has some.
    static let questions: [Question] =
        (1...6).map { number in
            testQuestion(
                "index-\(number)", "What does an index do in case \(number)?", category: "databases",
                points: [
                    KeyPoint(
                        id: "rows", statement: "An index finds rows without reading the whole table.",
                        weight: 1)
                ])
        }
        + (1...6).map { number in
            testQuestion(
                "story-\(number)", "Tell me about a time you learned something quickly, number \(number).",
                kind: .behavioural, category: "learning",
                points: [KeyPoint(id: "plan", statement: "Made a plan for learning", weight: 1)])
        }

    static let answer = InterviewAnswer(
        text:
            "I use an index, because it finds the rows without reading the whole table, for example in our shop where orders were looked up by their customer.",
        time: .seconds(40))

    static func run(
        _ kind: TestDatabase, judge: any Judge = RubricEvaluator(), longestWait: Duration = .seconds(900),
        _ body: (TestService) async throws -> Void
    ) async throws {
        try await kind.run { database in
            let scratch = try TestFolder()
            let records = try await Records(database: database)
            let archive = Archive(
                folder: try scratch.folder("home"), records: records,
                vault: RecordingVault(root: scratch.file("home/recordings")))
            _ = try await records.syncBank(key: "viva", name: "Viva", questions: questions)
            let tools = InterviewTools(
                equipment: .typing(judge: judge, now: { now }), longestWait: longestWait)
            try await body(
                TestService(service: VivaService(archive: archive, tools: tools), scratch: scratch))
        }
    }

    /// The same service at another time.
    func service(at now: Date) -> VivaService {
        VivaService(archive: service.archive, tools: InterviewTools(equipment: .typing(now: { now })))
    }

    /// Somebody with an account.
    func somebody(
        _ name: String, _ role: PersonRole, of organization: Int64? = nil
    ) async throws -> Requester {
        let person = try await records.keep(
            Person(id: UUID().uuidString.lowercased(), name: name, role: role, organization: organization)
        ).number
        return Requester(account: person, person: person, role: role, organization: organization)
    }

    /// An interview that goes on.
    func begun(
        _ count: Int = 3, mode: InterviewDetails.Mode = .practice, candidate: Int64? = nil,
        for requester: Requester = .local
    ) async throws -> InterviewSheet {
        var request = InterviewRequest()
        request.questionCount = count
        request.kind = .technical
        request.mode = mode
        request.candidate = candidate
        request.beginning = .now
        return try await service.create(request, for: requester)
    }
}
