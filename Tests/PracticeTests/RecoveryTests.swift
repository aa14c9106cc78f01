import Archive
import Audio
import Delivery
import Evaluation
import FoundationEssentials
import Interview
import Practice
import Records
import Speech
import Storage
import Synchronization
import TestSupport
import Testing

/// What becomes of answers that a program left unfinished in the folder of work.
@Suite struct RecoveryTests {
    private let scratch: TestFolder
    private var directory: String { scratch.path }
    private let archive: Archive
    private let notices = Notices()

    init() async throws {
        scratch = try TestFolder()
        archive = try await Archive.open(scratch.file("home"))
    }

    private final class Notices: Sendable {
        let all = Mutex<[String]>([])
    }

    private var equipment: PracticeEquipment {
        PracticeEquipment(
            synthesizer: nil, recognizers: RecognizerSet { ScriptedRecognizer(words: ["so"]) },
            notice: { [notices] notice in notices.all.withLock { $0.append(notice) } })
    }

    private func bank() throws -> QuestionBank {
        try QuestionBank([
            Question(
                id: "first", text: "What did you do?", kind: .behavioural, category: "test", level: .mid,
                keyPoints: [])
        ])
    }

    /// An interview that waits for its first answer, as a program that was killed leaves it; returns its folder of work.
    private func abandoned() async throws -> String {
        let room = try await PracticeRoom.begin(
            InterviewPlan(
                questionCount: 1, preferences: QuestionPreferences(mix: .behavioural), seed: 1),
            bank: bank(), equipment: equipment, archive: archive)
        _ = try await room.ask()
        return room.path
    }

    private func resume() async throws -> PracticeRoom {
        try await PracticeRoom.resume(.number(1), bank: bank(), equipment: equipment, archive: archive)
    }

    @Test(arguments: ["", "RIFF", String(repeating: "x", count: 44)])
    func aRecordingThatCannotBeReadIsMovedAside(bytes: String) async throws {
        let path = try await abandoned()
        let partial = path + "/answers/01-1.wav.part"
        for name in [partial, partial + ".damaged"] { try TestFile.write(bytes, to: name) }
        let room = try await resume()
        #expect(await room.interview.phase == .listening)
        #expect(notices.all.withLock { $0.count } == 1)
        #expect(FileManager.default.fileExists(atPath: partial + ".damaged-2"))
        let samples = try await TestAudio.speech(["We measured first."])
        _ = try await room.record(LiveSource(buffers: TestAudio.buffers(samples)), until: StopRule())
        #expect(try await room.judge()?.analysis?.transcript.words.count == 1)
        _ = try await room.finish()
        #expect(notices.all.withLock { $0.last }?.contains(partial + ".damaged-2") == true)
        #expect(try TestFile.text(partial + ".damaged-2") == bytes)
        #expect(!FileManager.default.fileExists(atPath: path + "/answers/01-1.wav"))
    }

    @Test(.timeLimit(.minutes(30))) func anAnswerIsKeptBeforeItWasHeardToItsEnd() async throws {
        let recognizer = HeldRecognizer()
        let room = try await PracticeRoom.begin(
            InterviewPlan(
                questionCount: 1, preferences: QuestionPreferences(mix: .behavioural), seed: 1),
            bank: bank(),
            equipment: PracticeEquipment(synthesizer: nil, recognizers: RecognizerSet { recognizer }),
            archive: archive)
        _ = try await room.ask()
        let samples = try await TestAudio.speech(["We measured first."])
        let (kept, tell) = AsyncStream<Void>.makeStream()
        async let recording = room.record(
            LiveSource(buffers: TestAudio.buffers(samples)), until: StopRule(),
            onEvent: { event in if case .kept = event { tell.finish() } })
        for await _ in kept {}
        // A program that ends here loses nothing: the row names the answer, whose words come.
        let row = try await archive.records.interview(.number(1)).interview
        #expect(row.current?.takes.map(\.isWaiting) == [true])
        recognizer.release()
        #expect(try await recording.analysis?.transcript.words.count == 1)
        #expect(await room.isHeard)
        #expect(try await room.judge()?.analysis?.transcript.words.count == 1)
    }

    @Test func anAnswerThatWasNotNotedIsFoundAndTakenIn() async throws {
        let path = try await abandoned()
        #expect(try await archive.unfinishedAnswers().isEmpty)
        let samples = try await TestAudio.speech(["We measured first."])
        for name in ["answers/01-1.wav.part", "answers/01-1.wav"] {
            let place = path + "/" + name
            try await TestAudio.write(samples, to: place)
            #expect(try await archive.unfinishedAnswers() == [URL(filePath: path).lastPathComponent])
            // Somebody may be about to go on with it.
            #expect(try await archive.unfinishedAnswers(unchangedForSeconds: 3600).isEmpty)
            if name.hasSuffix(".part") { try FileManager.default.removeItem(atPath: place) }
        }
        let room = try await resume()
        #expect(await room.interview.phase == .analysing)
        #expect(try await archive.unfinishedAnswers().isEmpty)
        #expect(try await room.judge()?.analysis?.transcript.words.count == 1)
        // Where nothing is awaited there is nothing to take in.
        try await TestAudio.write(samples, to: path + "/answers/01-2.wav")
        #expect(try await archive.unfinishedAnswers().isEmpty)
    }

    @Test func aRecordingWithoutASampleIsMovedAside() async throws {
        let path = try await abandoned()
        // What is left of a recording that was begun and never got any sound: 44 bytes of header.
        do { _ = try WAVWriter(path: path + "/answers/01-1.wav", sampleRateHz: 16_000) }
        #expect(await (try await resume()).interview.phase == .listening)
        #expect(FileManager.default.fileExists(atPath: path + "/answers/01-1.wav.part.damaged"))
    }

    @Test func aCopyThatWasBrokenOffDoesNotCountAsAnAnswer() async throws {
        let path = try await abandoned()
        let copy = path + "/" + WorkFolder.copyInProgress(of: "answers/01-1.wav")
        // A copy that was being made, and one that was whole and had not got its name yet.
        try await TestAudio.write(TestAudio.room(seconds: 1), to: copy)
        let writer = try WAVWriter(path: copy, sampleRateHz: 16_000, ifExists: .replace)
        try await writer.append(TestAudio.room(seconds: 1))
        #expect(await (try await resume()).interview.phase == .listening)
        #expect(try FileManager.default.contentsOfDirectory(atPath: path + "/answers").isEmpty)
    }

    @Test func aRecordingIsCopiedUnderANameThatIsNotALiveRecordings() async throws {
        let path = try await abandoned()
        let room = try await resume()
        let given = directory + "/given.wav"
        try await TestAudio.write(TestAudio.room(seconds: 1), to: given)
        let copy = path + "/" + WorkFolder.copyInProgress(of: "answers/01-1.wav")
        #expect(copy.hasSuffix("/answers/.copy-01-1.wav"))
        let live = path + "/answers/01-1.wav.part"
        try Data().write(to: URL(filePath: live))
        // The file of a live recording is not what a copy is written to, so it is not in the way.
        try await room.take(recording: AudioFile.open(.file(path: given)))
        #expect(await room.interview.phase == .analysing)
        #expect(
            Set(try FileManager.default.contentsOfDirectory(atPath: path + "/answers"))
                == ["01-1.wav", "01-1.wav.part"])
    }
}
