import Audio
import FoundationEssentials
import Interview
import Practice

/// Answers that were recorded before. A JSON file beside a recording may name the question it answers.
actor RecordedAnswers: AnswerSource {
    nonisolated let bank: QuestionBank?
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
        let questions = try ids.map { try bank.question($0) }
        // Only when every recording says what it answers can the choice be kept to those questions.
        self.bank = ids.count == files.count ? try QuestionBank(Self.distinct(questions)) : nil
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

    nonisolated func decide(after take: Take) async -> Decision { .goOn }

    private static func questionID(beside path: String) throws -> String? {
        let note = URL(filePath: path).deletingPathExtension().appendingPathExtension("json").path
        guard FileManager.default.fileExists(atPath: note) else { return nil }
        do {
            return try JSONDecoder().decode(Note.self, from: Data(contentsOf: URL(filePath: note))).question
        } catch {
            throw CommandFailure(
                .badInput,
                "\(note), which should name the question that \(path) answers, cannot be read: \(error)")
        }
    }

    private static func distinct(_ questions: [Question]) -> [Question] {
        var seen: Set<String> = []
        return questions.filter { seen.insert($0.id).inserted }
    }
}
