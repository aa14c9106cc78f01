import Archive
import Delivery
import Evaluation
import Foundation
import Interview
import InterviewTestSupport
import Practice
import Recordings
import Records
import SQL
import Signal
import Speech
import Storage
import TestSupport

/// A person in whose every text a mark stands, for tests of what is erased.
enum Planted {
    /// A word that nothing else holds; searches keep it by its stem.
    static let mark = "zorblaxian"
    /// What is looked for: the stem, in small letters.
    private static let stem = "zorblax"

    /// Keeps the person with a resume, an interview that is over and one that goes on.
    ///
    /// - Returns: The number of the person.
    static func fill(_ test: TestArchive) async throws -> Int64 {
        let records = test.archive.records
        let organization = try await records.keep(Organization(id: "o", name: "Initech"))
        let person = try await records.keep(
            Person(
                id: "person-1", name: "Ann \(mark)", email: "\(mark)@example.org",
                organization: organization.number, notes: "Is \(mark)."))
        let text = "I am \(mark)."
        let resume = Resume(
            id: "resume-1", person: "person-1", fileName: "\(mark).txt", contentHash: "hash", text: text,
            profile: ResumeProfile(of: text, roles: RoleFinder(roles: []), catalogue: SkillCatalogue()))
        let kept = try await test.archive.keep(resume, content: Array("\(mark) in a file".utf8))
        let details = InterviewDetails(
            title: mark, summary: mark, company: mark, jobDescription: mark, tags: [mark],
            candidate: person.number, resume: kept.number)
        let over = try await hold(test, "over-\(mark)", details)
        let address = try test.archive.vault.writer()
        try address.append(Array("RIFF \(mark) as a message".utf8))
        try await records.add(
            Message(
                speaker: .candidate, text: "\(mark)!",
                recording: try address.finish().id.hexadecimal, date: TestArchive.date), to: .number(over))
        try await records.addReport(of: .number(over), file: "report of \(mark)")
        var going = TestArchive.interview("going", details: details)
        let desk = try await InterviewDesk.begin(going, in: test.archive)
        try await TestArchive.answer(&going, at: desk, sound: Array("\(mark) that goes on".utf8))
        try TestFile.write("\(mark) half said", to: desk.path + "/answers/02-1.wav.part")
        await desk.close()
        return person.number
    }

    /// Holds an interview with a typed answer, one that was heard, a correction and a review.
    private static func hold(
        _ test: TestArchive, _ id: String, _ details: InterviewDetails
    ) async throws -> Int64 {
        var interview = TestArchive.interview(id, details: details)
        let desk = try await InterviewDesk.begin(interview, in: test.archive)
        try interview.handle(.chose(question: testQuestion("q1", mark), followUp: nil, reason: mark))
        try interview.handle(.asked(recording: nil))
        try interview.handle(.received(.typed(text: "Typed \(mark)."), at: TestArchive.date, code: mark))
        try await TestArchive.judge(&interview, at: desk)
        try await TestArchive.answer(
            &interview, at: desk, sound: Array("the sound of \(mark)".utf8),
            spoken: Array("a question to \(mark)".utf8))
        let rubric = testQuestion("q2").rubric
        let evaluation = RubricEvaluator().evaluate(JudgedAnswer(spoken: analysis), against: rubric)
        try interview.handle(.judged(analysis, evaluation))
        let correction = TranscriptCorrection(text: mark, date: TestArchive.date, evaluation: evaluation)
        try interview.correct(turn: 2, take: 1, with: correction)
        try interview.review(
            turn: 1, take: 1,
            as: HumanReview(score: 5, feedback: [mark: mark], notes: mark, date: TestArchive.date))
        try interview.handle(.finished(at: TestArchive.date + 60))
        try await desk.keep(interview)
        await desk.close()
        return desk.number
    }

    private static var analysis: AnswerAnalysis {
        let time = TimeRange(startSeconds: 0, endSeconds: 2)
        let word = Word(text: mark, time: time, confidence: 0.9)
        return AnswerAnalysis(
            transcript: Transcript(segments: [.init(time: time, words: [word])], recognizer: "a script"),
            speech: [time], syllables: [],
            quality: RecordingQuality(
                durationSeconds: 2, speechSeconds: 2, peakDBFS: -3, speechLevelDBFS: -20, noiseLevelDBFS: -60,
                signalToNoiseDB: 40, clippedShare: 0, problems: []))
    }

    /// The files below a folder that hold the mark, in whatever letters, or have it in their name.
    static func files(in folder: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder).sorted().filter { name in
            if name.lowercased().contains(stem) { return true }
            guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else { return false }
            return Data(data.map { (65...90).contains($0) ? $0 + 32 : $0 }).range(of: Data(stem.utf8)) != nil
        }
    }

    /// The columns of a database in which the mark stands.
    static func columns(in database: any SQLDatabase) async throws -> [String] {
        try await database.read { connection in
            try columns(connection).filter { table, column in
                let (table, column) = (SQLQuery.trusted("\(table)"), SQLQuery.trusted("\(column)"))
                return try connection.row(
                    "SELECT 1 AS n FROM \(table) WHERE LOWER(CAST(\(column) AS TEXT)) LIKE \("%\(stem)%") LIMIT 1"
                ) != nil
            }.map { "\($0).\($1)" }
        }
    }

    /// All columns of all tables.
    private static func columns(_ connection: any SQLConnection) throws -> [(table: String, column: String)] {
        let rows: [SQLRow]
        switch connection.dialect {
        case .sqlite:
            rows = try connection.rows(
                """
                SELECT tables.name AS t, columns.name AS c FROM sqlite_master AS tables
                JOIN pragma_table_info(tables.name) AS columns
                WHERE tables.type = 'table' AND tables.name NOT LIKE 'search_index%'
                """)
        case .postgres:
            rows = try connection.rows(
                """
                SELECT CAST(table_name AS TEXT) AS t, CAST(column_name AS TEXT) AS c
                FROM information_schema.columns WHERE table_schema = current_schema()
                """)
        }
        return try rows.map { (try $0.text("t"), try $0.text("c")) }
    }
}
