import Audio
import FoundationEssentials
import Interview
import Practice

/// Answers that were recorded before. A JSON file beside a recording may name the question it answers.
actor RecordedAnswers: AnswerSource {
    nonisolated let bank: QuestionBank?
    nonisolated let questionCount: Int
    private var remaining: [Recording]
    private let common: CommonOptions

    private struct Recording {
        var file: AudioFile
        var path: String
        var questionID: String?
    }

    /// What is read of the JSON file beside a recording.
    private struct Note: Decodable {
        var question: String?
    }

    /// Opens every file first, so that a wrong one is told before the interview begins.
    init(files: [String], bank: QuestionBank, common: CommonOptions) async throws {
        var recordings: [Recording] = []
        for path in files {
            let file = try await AudioFile.open(AudioInput(argument: path))
            recordings.append(
                Recording(file: file, path: path, questionID: try Self.questionID(beside: path)))
        }
        let ids = recordings.compactMap(\.questionID)
        let questions = try recordings.compactMap { recording in
            try recording.questionID.map { try Self.question($0, of: recording.path, in: bank) }
        }
        // Each question once, and one for each recording that says nothing.
        questionCount = Self.distinct(questions).count + files.count - ids.count
        // Only when every recording says what it answers can the choice be kept to those questions.
        self.bank =
            ids.count == files.count
            ? try QuestionBank(Self.distinct(questions)) : nil
        self.remaining = recordings
        self.common = common
    }

    func answer(_ turn: Turn, in room: PracticeRoom) async throws -> Bool {
        let place =
            remaining.firstIndex { $0.questionID == turn.question.id }
            ?? remaining.firstIndex { $0.questionID == nil }
        guard let place else { return false }
        let recording = remaining.remove(at: place)
        common.note("  Answer: \(recording.path)")
        try await room.take(recording: recording.file)
        return true
    }

    nonisolated func decide(after take: Take, in room: PracticeRoom) async -> Decision { .goOn }

    /// Names the recordings that no question asked for.
    func finish() {
        guard !remaining.isEmpty else { return }
        common.note("viva: not asked for: \(remaining.map(\.path).joined(separator: ", "))")
    }

    private static func questionID(beside path: String) throws -> String? {
        let note = URL(filePath: path).deletingPathExtension().appendingPathExtension("json").path
        guard FileManager.default.fileExists(atPath: note) else { return nil }
        guard let data = try? Data(contentsOf: URL(filePath: note)),
            let content = try? JSONDecoder().decode(Note.self, from: data)
        else {
            throw CommandFailure(
                .badInput,
                "\(note) stands beside \(path) and is not a JSON document: mend it, or take it away.")
        }
        return content.question
    }

    private static func question(_ id: String, of path: String, in bank: QuestionBank) throws -> Question {
        if let question = bank[id] { return question }
        throw CommandFailure(
            .badInput, "The JSON file beside \(path) names the question \(id), which is not in the bank.")
    }

    private static func distinct(_ questions: [Question]) -> [Question] {
        var seen: Set<String> = []
        return questions.filter { seen.insert($0.id).inserted }
    }
}
