import Evaluation
import Foundation
import Interview
import InterviewTestSupport
import SQL
import SQLite
import Storage
import TestSupport

/// Interviews for the tests of what is kept: session folders as an earlier version left them, which the command takes in.
struct KeptSessions {
    let command: Command

    /// The folder in which everything is kept.
    var home: String { command.path(".local/share/viva") }
    var database: String { home + "/viva.db" }
    var sessions: String { home + "/sessions" }

    init() throws { command = try Command() }

    /// Words that stand in no question and no text of Viva's.
    static let planted = "zebrafish lighthouse marmalade"

    /// Writes a session folder with an answer by voice and a typed one.
    func add(
        _ name: String, role: String = "Backend Developer", day: Double = 0, text: String = planted,
        sound: String = "RIFF planted-sound", isCompleted: Bool = true
    ) throws {
        let date = Date(timeIntervalSince1970: 1_790_000_000 + day * 86_400)
        let plan = InterviewPlan(
            questionCount: 3, preferences: QuestionPreferences(mix: .technical, role: role, level: .mid),
            seed: 1)
        let points = [KeyPoint(id: "index", statement: "An index", variants: ["index"])]
        let question = testQuestion("slow-query", "Why is a query slow?", points: points)
        var interview = try testInterview(
            [TestTurn(question, "It reads the whole table, so I add an index. \(text)")],
            id: UUID().uuidString, plan: plan, startedAt: date)
        try interview.handle(.triedAgain)
        try interview.handle(.received(.spoken(recording: "answers/01-2.wav"), at: date))
        let evaluation = RubricEvaluator().evaluate(JudgedAnswer(typed: "No."), against: question.rubric)
        try interview.handle(.judged(nil, evaluation))
        if isCompleted { try interview.handle(.finished(at: date)) }
        try SessionFolder.write(interview, to: "\(sessions)/\(name)")
        try TestFile.write(sound, to: "\(sessions)/\(name)/answers/01-2.wav")
    }

    func run(_ arguments: String..., variables: [String: String] = [:]) async throws -> Command.Outcome {
        try await command.run(arguments, variables: variables)
    }

    /// Runs with `--json` and reads what is printed.
    func json<Value: Decodable>(_ type: Value.Type, _ arguments: String...) async throws -> Value {
        let run = try await command.run(arguments + ["--json"])
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        return try decoder.decode(type, from: Data(run.output.utf8))
    }

    /// The files below the data folder that have some bytes in them, session folders left out.
    func files(with text: String) throws -> [String] {
        let needle = Data(text.utf8)
        return try FileManager.default.subpathsOfDirectory(atPath: home).sorted().filter { name in
            var isFolder: ObjCBool = false
            let path = "\(home)/\(name)"
            guard !name.hasPrefix("sessions"),
                FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue
            else { return false }
            return try Data(contentsOf: URL(filePath: path)).range(of: needle) != nil
        }
    }

    /// Changes rows of the database, and does something before it is closed, while the change stands in the log.
    func whileOpen(_ statement: SQLQuery, _ body: () async throws -> Void) async throws {
        let database = try SQLiteDatabase(path: self.database)
        try await database.write { try $0.run(statement) }
        try await body()
        await database.close()
    }

    /// Changes rows of the database behind the command's back.
    func change(_ statement: SQLQuery) async throws {
        let database = try SQLiteDatabase(path: self.database)
        try await database.write { try $0.run(statement) }
        await database.close()
    }
}
