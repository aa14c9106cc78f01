import Archive
import ArgumentParser
import Audio
import Evaluation
import FoundationEssentials
import Interview
import Practice
import Recordings
import Records
import Speech
import Storage
import Synthesis
import SystemPackage

/// Holds an interview with scripted answers and says what is done: what `crashes` starts and kills.
struct InterviewToKill: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "interview-to-kill", shouldDisplay: false)

    @Option var home: String
    @Option var recording: String
    @Option var questions: Int
    @Option var pace: Double
    @Option var engine: BenchEar
    /// The interview to go on with; left out, a new one.
    @Option var session: Int64?

    func run() async throws {
        let environment = ProcessInfo.processInfo.environment
        let archive = try await Archive.open(
            home, database: environment["VIVA_DATABASE_URL"], keys: try .from(environment: environment))
        let bank = try QuestionBank(QuestionBankFile.load(directory: "questions").questions)
        let engine = engine
        let equipment = PracticeEquipment(
            synthesizer: EspeakSynthesizer.shared, recognizers: RecognizerSet { try await engine.make() },
            judge: RubricEvaluator(), notice: { ProgressNote.write("  \($0)") })
        let room =
            if let session {
                try await PracticeRoom.resume(
                    .number(session), bank: bank, equipment: equipment, archive: archive)
            } else {
                try await PracticeRoom.begin(
                    InterviewPlan(
                        questionCount: questions, followUpLimit: 1,
                        seed: UInt64.random(in: 0...UInt64(UInt32.max))),
                    bank: bank, equipment: equipment, archive: archive)
            }
        Self.say(.opened(number: room.number))
        let samples = try await BenchSamples.read(recording)
        while let turn = try await room.ask() {
            while true {
                if await room.interview.phase == .listening { try await answer(in: room, samples) }
                guard let take = try await room.judge() else { break }
                let place = AnswerPlace(turn: turn.number, take: take.number)
                guard case .judged(_, let evaluation) = take.progress else {
                    throw ValidationError("Answer \(place) could not be analysed: \(take.progress)")
                }
                Self.say(.judged(place, score: evaluation.overall))
                guard ScriptedAnswer(place: place).isRepeated else { break }
                try await room.tryAgain()
            }
        }
        _ = try await room.finish()
        Self.say(.finished)
    }

    /// Gives the answer that is awaited.
    private func answer(in room: PracticeRoom, _ recording: [Float]) async throws {
        guard let turn = await room.interview.current else { return }
        let place = AnswerPlace(turn: turn.number, take: turn.takes.count + 1)
        let answer = ScriptedAnswer(place: place)
        switch answer.way {
        case .typed: try await room.take(typed: answer.text)
        case .spoken:
            let stream = PacedStream(samples: answer.samples(of: recording), pace: pace) { seconds in
                Self.say(.recorded(place, seconds: seconds))
            }
            _ = try await room.record(stream, until: StopRule(silenceSeconds: nil))
        case .recorded:
            try await TemporaryFolder.use { folder in
                let path = folder + "/answer.wav"
                let writer = try WAVWriter(path: path, sampleRateHz: AudioBuffer.sampleRateHz)
                try await writer.append(answer.samples(of: recording))
                try await writer.finish()
                try await room.take(recording: AudioFile.open(.file(path: path)))
            }
        }
        Self.say(.kept(place))
    }

    /// Says a line in one call of the system, so that what was said is never half a line.
    private static func say(_ acknowledgement: Acknowledgement) {
        _ = try? FileDescriptor.standardOutput.writeAll((acknowledgement.line + "\n").utf8)
    }
}
