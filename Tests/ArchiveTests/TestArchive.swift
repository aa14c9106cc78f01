import Archive
import Evaluation
import Foundation
import Interview
import InterviewTestSupport
import Recordings
import Records
import SQL
import SQLite
import TestSupport

/// An archive of one test: a SQLite file and a vault in a folder that goes with it.
struct TestArchive {
    /// The variables with the key of an encrypted archive.
    static let keys = ["VIVA_KEY": "6b1d0f5a93c27e48b6a4913fd07c25e88e52c70df3194a6b84e72c39a5f0d61b"]
    /// When interviews of tests are begun.
    static let date = Date(timeIntervalSince1970: 1_790_000_000)

    let scratch: TestFolder
    let archive: Archive
    var home: String { scratch.file("home") }

    init(isEncrypted: Bool = false) async throws {
        scratch = try TestFolder()
        archive = try await Archive.open(
            scratch.file("home"), keys: isEncrypted ? try MasterKeys.from(environment: Self.keys) : nil)
    }

    /// An archive whose rows are in a database of the test.
    init(records: Records) throws {
        scratch = try TestFolder()
        archive = Archive(
            folder: try scratch.folder("home"), records: records,
            vault: RecordingVault(root: scratch.file("home/recordings")))
    }

    /// An interview that begins.
    static func interview(
        _ id: String, questions: Int = 2, details: InterviewDetails = InterviewDetails(), date: Date = date
    ) -> Interview {
        Interview(
            id: id, plan: InterviewPlan(questionCount: questions, seed: 1), details: details, startedAt: date)
    }

    /// What a recording of a test contains: nothing that stands anywhere else.
    static func sound(_ name: String) -> [UInt8] { Array("the sound of \(name) ".utf8) + [0, 1, 2, 3] }

    /// Asks a question in an interview and keeps a spoken answer, not judged yet; the recordings are in the folder of work.
    static func answer(
        _ interview: inout Interview, at desk: InterviewDesk, sound: [UInt8], spoken question: [UInt8]? = nil
    ) async throws {
        let number = interview.turns.count + 1
        try interview.handle(
            .chose(question: testQuestion("q\(number)", "What is \(number)?"), followUp: nil, reason: ""))
        if let question { try TestFile.write(question, to: desk.path + "/questions/0\(number).wav") }
        try interview.handle(.asked(recording: question == nil ? nil : "questions/0\(number).wav"))
        try await desk.keep(interview)
        try TestFile.write(sound, to: desk.path + "/answers/0\(number)-1.wav")
        try interview.handle(.received(.spoken(recording: "answers/0\(number)-1.wav"), at: date))
        try await desk.keep(interview)
    }

    /// Judges the answer that waits for it.
    static func judge(_ interview: inout Interview, at desk: InterviewDesk) async throws {
        let point = KeyPoint(id: "rows", statement: "An index finds rows without reading the whole table.")
        let evaluation = RubricEvaluator().evaluate(
            JudgedAnswer(typed: "I use an index, because it finds the rows without reading the whole table."),
            against: testQuestion("q", points: [point]).rubric)
        try interview.handle(.judged(nil, evaluation))
        try await desk.keep(interview)
    }

    /// Holds an interview of one spoken answer to its end.
    @discardableResult
    func hold(
        _ id: String, sound: [UInt8]? = nil, question: [UInt8]? = nil,
        details: InterviewDetails = InterviewDetails(), date: Date = date
    ) async throws -> Int64 {
        var interview = Self.interview(id, questions: 1, details: details, date: date)
        let desk = try await InterviewDesk.begin(interview, in: archive)
        try await Self.answer(&interview, at: desk, sound: sound ?? Self.sound(id), spoken: question)
        try await Self.judge(&interview, at: desk)
        try interview.handle(.finished(at: date + 60))
        try await desk.keep(interview)
        await desk.close()
        return desk.number
    }

    /// The recordings in the vault.
    func vaultCount() throws -> Int { try archive.vault.list().recordings.count }

    /// The files under a folder of the archive in which a text stands.
    func files(in folder: String, with bytes: [UInt8]) throws -> [String] {
        let root = "\(home)/\(folder)"
        return try FileManager.default.subpathsOfDirectory(atPath: root).filter { name in
            guard let data = FileManager.default.contents(atPath: "\(root)/\(name)") else { return false }
            return data.range(of: Data(bytes)) != nil
        }.sorted()
    }
}

/// A database that lets a test look in before each change, and refuse it.
struct WatchedDatabase: SQLDatabase {
    struct Refused: Error {}

    let inner: SQLiteDatabase
    /// Whether a change may happen.
    let watch: @Sendable () -> Bool

    var dialect: SQLDialect { inner.dialect }
    var name: String { inner.name }

    func read<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value { try await inner.read(body) }

    func write<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value {
        guard watch() else { throw Refused() }
        return try await inner.write(body)
    }

    func close() async { await inner.close() }
}
