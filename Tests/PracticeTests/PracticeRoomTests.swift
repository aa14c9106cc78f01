import Archive
import Audio
import Delivery
import Evaluation
import FoundationEssentials
import Interview
import Practice
import Recordings
import Records
import Speech
import Storage
import Synchronization
import Synthesis
import TestSupport
import Testing

@Suite struct PracticeRoomTests {
    private let scratch: TestFolder
    private var directory: String { scratch.file("practice") }
    private let archive: Archive

    init() async throws {
        scratch = try TestFolder()
        archive = try await Archive.open(scratch.file("practice/home"))
    }

    private func bank() throws -> QuestionBank {
        try QuestionBank(
            ["first", "second", "third"].map { name in
                Question(
                    id: name, text: "What did you do \(name)?", kind: .behavioural, category: "test",
                    level: .mid,
                    keyPoints: [KeyPoint(id: "measure", statement: "Measured before changing anything")],
                    sampleAnswers: ["We measured the system before we changed anything."],
                    followUps: [FollowUp(keyPointID: "measure", text: "What did you measure?")],
                    expectedDurationSeconds: 30)
            })
    }

    private func equipment(
        _ recognizer: ScriptedRecognizer = ScriptedRecognizer(
            words: "so we measured the whole system before we changed anything in it".split(separator: " ")
                .map(String.init))
    ) -> PracticeEquipment {
        PracticeEquipment(
            synthesizer: EspeakSynthesizer.shared, recognizers: RecognizerSet { recognizer },
            speechCache: SpeechCache(directory: directory + "/cache"))
    }

    private func begin(
        questions: Int = 2, followUps: Int = 0, equipment: PracticeEquipment? = nil
    ) async throws -> PracticeRoom {
        try await PracticeRoom.begin(
            InterviewPlan(
                questionCount: questions, followUpLimit: followUps,
                preferences: QuestionPreferences(mix: .behavioural), seed: 1),
            bank: bank(), equipment: equipment ?? self.equipment(), archive: archive)
    }

    private func recording() async throws -> AudioFile {
        let path = directory + "/given.wav"
        if !FileManager.default.fileExists(atPath: path) {
            try await TestAudio.write(TestAudio.speech(["We measured first."]), to: path)
        }
        return try await AudioFile.open(.file(path: path))
    }

    @Test func leadsThroughAWholeInterviewAndKeepsEveryStep() async throws {
        let room = try await begin()
        var asked: [String] = []
        while let turn = try await room.ask() {
            asked.append(turn.question.id)
            #expect(
                try await AudioFile.open(.file(path: room.file(turn.recording ?? ""))).info.channels
                    == 1)
            try await room.take(recording: recording())
            let take = try #require(try await room.judge())
            #expect(take.evaluation?.overall != nil)
            #expect(take.analysis?.transcript.words.isEmpty == false)
            #expect(
                take.analysis?.delivery.time?.length.expectedSeconds
                    == turn.rubric.expectedDurationSeconds)
        }
        let summary = try await room.finish()
        #expect(asked.count == 2)
        #expect(Set(asked).count == 2)
        #expect(summary.state == .completed)
        #expect(summary.lines.count == 2)
        let saved = try await archive.records.interview(.number(room.number)).interview
        #expect(await room.interview == saved)
        #expect(!FileManager.default.fileExists(atPath: room.path))
    }

    @Test func generatedQuestionsAndEarlierInterviewsAreThereAgainWhenAnInterviewGoesOn() async throws {
        let equipment = PracticeEquipment(
            synthesizer: nil, recognizers: RecognizerSet { ScriptedRecognizer(words: ["so"]) },
            speechCache: SpeechCache(directory: directory + "/cache"))
        let earlier = try await PracticeRoom.begin(
            InterviewPlan(questionCount: 1, preferences: QuestionPreferences(mix: .behavioural), seed: 1),
            bank: bank(),
            equipment: equipment, archive: archive)
        let had = try #require(try await earlier.ask()).question.id
        try await earlier.take(typed: "We measured everything before we changed anything.")
        _ = try await earlier.judge()
        _ = try await earlier.finish()
        let history = try await archive.history()
        #expect(history.questions.map(\.id) == [had])
        let preferences = QuestionPreferences(
            mix: .behavioural, templates: [TemplateSubject(.skill, "Beekeeping")])
        let bank = try QuestionBank(
            bank().questions,
            templates: QuestionTemplateFile.load(directory: SourceTree.file("templates")))
        let number = try await PracticeRoom.begin(
            InterviewPlan(
                questionCount: 4, followUpLimit: 0, preferences: preferences, seed: 1, history: history),
            bank: bank, equipment: equipment, archive: archive
        ).number
        var asked: [Question] = []
        for _ in 0..<4 {
            let room = try await PracticeRoom.resume(
                .number(number), bank: bank, equipment: equipment, archive: archive)
            let turn = try #require(try await room.ask())
            asked.append(turn.question)
            try await room.take(typed: "I kept bees.")
            _ = try await room.judge()
        }
        #expect(asked.contains { $0.id == "generated-beekeeping-built" && $0.origin == .template })
        #expect(asked.last?.id == had, "What was asked before comes last.")
    }

    @Test func questionsThatAModelWroteAreThereAgainWhenAnInterviewGoesOn() async throws {
        let equipment = PracticeEquipment(
            synthesizer: nil, recognizers: RecognizerSet { ScriptedRecognizer(words: ["so"]) },
            speechCache: SpeechCache(directory: directory + "/cache"))
        let written = ["one", "two"].map { name in
            Question(
                id: "generated-\(name)", text: "What is \(name)?", kind: .technical, category: "test",
                level: .mid, keyPoints: [KeyPoint(id: "point", statement: "It is a number")],
                origin: .languageModel, model: "test-1 at localhost")
        }
        let number = try await PracticeRoom.begin(
            InterviewPlan(
                questionCount: 2, followUpLimit: 0, preferences: QuestionPreferences(mix: .technical),
                seed: 1, written: written),
            bank: bank(), equipment: equipment, archive: archive
        ).number
        var asked: [Question] = []
        for _ in 0..<2 {
            let room = try await PracticeRoom.resume(
                .number(number), bank: bank(), equipment: equipment, archive: archive)
            asked.append(try #require(try await room.ask()).question)
            try await room.take(typed: "It is a number.")
            _ = try await room.judge()
        }
        #expect(Set(asked) == Set(written))
    }

    @Test func theAnswerIsOnDiskBeforeItIsHeard() async throws {
        let room = try await begin()
        _ = try await room.ask()
        try await room.take(recording: recording())
        #expect(try await archive.records.interview(.number(room.number)).interview.phase == .analysing)
        let kept = try #require(try await archive.records.recordings(of: room.number)["answers/01-1.wav"])
        let id = try #require(RecordingID(kept.address))
        #expect(try archive.vault.sizeBytes(of: id) == kept.bytes)
    }

    @Test func goesOnAfterACrashFromTheStepItWasAt() async throws {
        var question = ""
        do {
            let room = try await begin()
            question = try #require(try await room.ask()).question.id
            try await room.take(recording: recording())
        }
        let number = try #require(try await archive.latestUnfinished())
        let room = try await PracticeRoom.resume(
            .number(number), bank: bank(), equipment: equipment(), archive: archive)
        #expect(await room.interview.phase == .analysing)
        #expect(try await room.judge()?.evaluation != nil)
        #expect(await room.interview.current?.question.id == question)
    }

    @Test func anAnswerThatWasBeingRecordedAtTheCrashIsKept() async throws {
        do {
            let room = try await begin()
            _ = try await room.ask()
            // What a process that was killed while recording leaves behind.
            let writer = try WAVWriter(path: room.path + "/answers/01-1.wav", sampleRateHz: 16_000)
            try await writer.append(TestAudio.speech(["We measured first."]))
        }
        let number = try #require(try await archive.latestUnfinished())
        let room = try await PracticeRoom.resume(
            .number(number), bank: bank(), equipment: equipment(), archive: archive)
        #expect(await room.interview.phase == .analysing)
        #expect(try await room.judge()?.analysis?.transcript.words.isEmpty == false)
    }

    @Test func anAnswerThatWasCutShortCountsThoughAnotherQuestionIsAnswered() async throws {
        do {
            let room = try await begin()
            _ = try await room.ask()
            let writer = try WAVWriter(path: room.path + "/answers/01-1.wav", sampleRateHz: 16_000)
            try await writer.append(TestAudio.speech(["We measured first."]))
        }
        let number = try #require(try await archive.latestUnfinished())
        let room = try await PracticeRoom.resume(
            .number(number), bank: bank(), equipment: equipment(), archive: archive, leftovers: .kept)
        #expect(try await room.keptSeconds() > 1)
        let first = try #require(await room.interview.current)
        let other = try #require(try bank().questions.first { $0.id != first.question.id })
        try await room.put(other)
        #expect(await room.interview.current?.question.id == other.id)
        try await room.take(typed: "We measured the system before we changed anything.")
        _ = try await room.judge()
        _ = try await room.finish()
        let kept = try await archive.records.interview(.number(number)).interview
        #expect(kept.turns.map(\.takes.count) == [1, 1])
        #expect(kept.turns.first?.takes.first?.analysis?.transcript.words.isEmpty == false)
    }

    @Test func soundThatNoAnswerNamesOutlivesTheInterview() async throws {
        let room = try await begin()
        _ = try await room.ask()
        let stray = room.path + "/answers/07-1.wav.part"
        let writer = try WAVWriter(path: room.path + "/answers/07-1.wav", sampleRateHz: 16_000)
        try await writer.append(TestAudio.speech(["We measured first."]))
        try await room.take(typed: "We measured the system before we changed anything.")
        _ = try await room.judge()
        _ = try await room.finish()
        #expect(FileManager.default.fileExists(atPath: stray))
    }

    @Test func aRecogniserThatFailsKeepsTheAnswerForAnotherTry() async throws {
        let room = try await begin(equipment: equipment(ScriptedRecognizer(words: ["so"], failsFrom: 0)))
        _ = try await room.ask()
        try await room.take(recording: recording())
        let take = try #require(try await room.judge())
        guard case .failed = take.progress else {
            Issue.record("\(take.progress)")
            return
        }
        #expect(FileManager.default.fileExists(atPath: try await room.file("answers/01-1.wav")))
        try await room.retryAnalysis()
        #expect(await room.interview.phase == .analysing)
    }

    @Test func aLiveAnswerIsHeardWhileItIsRecorded() async throws {
        let room = try await begin()
        _ = try await room.ask()
        let samples = try await TestAudio.speech(["We measured first."])
        let recording = try await room.record(
            LiveSource(buffers: TestAudio.buffers(samples)), until: StopRule())
        var heard = try #require(recording.analysis)
        let judged = try #require(try await room.judge()?.analysis)
        #expect(judged.delivery.time?.length.expectedSeconds == 30)
        heard.delivery.compare(expectedSeconds: 30)
        #expect(judged == heard)
    }

    @Test func askingAgainDoesNotSkipTheQuestion() async throws {
        let room = try await begin()
        let first = try await room.ask()
        #expect(try await room.ask() == first)
    }

    @Test func anAnswerThatLeavesAPointOutIsFollowedUp() async throws {
        let room = try await begin(questions: 1, followUps: 1)
        _ = try await room.ask()
        try await room.take(
            typed:
                "I talked to my colleagues about the weather for a while and then all of us went home early.")
        _ = try await room.judge()
        let next = try #require(try await room.ask())
        #expect(next.followUp?.keyPointID == "measure")
        #expect(next.text == "What did you measure?")
        try await room.take(typed: "We measured the whole system for a week before changing anything at all.")
        #expect(try await room.judge()?.evaluation?.keyPoints.map(\.id) == ["measure"])
        #expect(try await room.ask() == nil)
    }

    @Test func aSecondTakeIsComparedWithTheFirst() async throws {
        let room = try await begin(questions: 1)
        _ = try await room.ask()
        try await room.take(
            typed:
                "I talked to my colleagues about the weather for a while and then all of us went home early.")
        _ = try await room.judge()
        #expect(await room.comparison == nil)
        try await room.tryAgain()
        try await room.take(
            typed: "First we measured the system for a week, before we went on changing anything in it.")
        _ = try await room.judge()
        let comparison = try #require(await room.comparison)
        #expect(comparison.gainedPoints == ["Measured before changing anything"])
    }

    @Test func aQuestionIsSynthesisedOnceForEachVoice() async throws {
        let synthesizer = CountingSynthesizer()
        var equipment = equipment()
        equipment.synthesizer = synthesizer
        for (voice, calls) in [("en-gb", 1), ("en-gb", 1), ("en-us", 2)] {
            let plan = InterviewPlan(
                questionCount: 1, preferences: QuestionPreferences(mix: .behavioural), seed: 1,
                voice: SpeakingStyle(voice: voice))
            let room = try await PracticeRoom.begin(
                plan, bank: bank(), equipment: equipment, archive: archive)
            let spoken = try #require(try await room.ask()?.recording)
            #expect(try await AudioFile.open(.file(path: room.file(spoken))).info.channels == 1)
            #expect(synthesizer.calls == calls)
        }
    }

    /// Writes one question for whatever was answered.
    private struct Writer: FollowUpSource {
        static let text = "Which part of the report did the managers wait for?"

        func followUp(on occasion: FollowUpOccasion) async -> FollowUp? {
            FollowUp(target: occasion.due.target, text: Self.text)
        }
    }

    /// What the cache holds: the texts that its notes name.
    private func keptTexts() throws -> [String] {
        let folder = directory + "/cache"
        return try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".json") }
            .map {
                try JSONDecoder().decode(SpeechCache.Note.self, from: Data(TestFile.bytes("\(folder)/\($0)")))
                    .text
            }
    }

    @Test func onlyWhatTheBankHoldsIsKeptInTheCacheOfSpeech() async throws {
        let vague =
            "In my last job I worked with the team on the report. In the end we improved performance a lot."
        let off =
            "I talked to my colleagues about the weather for a while and then all of us went home early."
        let cases: [(answer: String, writer: Writer?, isKept: Bool)] = [
            (vague, nil, false), (vague, Writer(), false), (off, Writer(), false), (off, nil, true),
        ]
        for (answer, writer, isKept) in cases {
            var equipment = equipment()
            equipment.followUps = writer
            let room = try await begin(questions: 1, followUps: 1, equipment: equipment)
            let first = try #require(try await room.ask())
            try await room.take(typed: answer)
            _ = try await room.judge()
            let next = try #require(try await room.ask())
            #expect(next.followUp != nil && (next.followUp?.claim != nil) == (answer == vague))
            #expect(writer == nil || next.text == Writer.text)
            // It is spoken all the same.
            let spoken = room.path + "/" + (try #require(next.recording))
            #expect(try await AudioFile.open(.file(path: spoken)).info.channels == 1)
            let kept = try keptTexts()
            #expect(kept.contains(first.spokenText))
            #expect(kept.contains(next.spokenText) == isKept, "\(kept)")
        }
    }

    @Test func anInterviewThatIsOverAsksNothingMoreAndIsNotResumed() async throws {
        let number: Int64
        do {
            let room = try await begin()
            _ = try await room.ask()
            try await room.take(typed: "We measured the whole system before we changed anything in it.")
            _ = try await room.judge()
            _ = try await room.finish()
            #expect(try await room.ask() == nil)
            number = room.number
        }
        let error = await #expect(throws: InterviewError.self) {
            try await PracticeRoom.resume(
                .number(number), bank: bank(), equipment: equipment(), archive: archive)
        }
        #expect(error == .hasEnded(session: "\(number)", .completed))
        #expect("\(try #require(error))".contains("has ended"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: archive.folder + "/work").isEmpty)
    }

    @Test func aCancelledJudgementIsNotAFailedAnalysis() async throws {
        let room = try await begin()
        _ = try await room.ask()
        try await room.take(recording: recording())
        let judging = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            _ = try await room.judge()
        }
        await #expect(throws: CancellationError.self) { try await judging.value }
        #expect(await room.interview.phase == .analysing)
        #expect(try await room.judge()?.evaluation != nil)
    }

    @Test func anAnswerIsRecordedThoughNoRecogniserCanBeMade() async throws {
        let notices = Mutex<[String]>([])
        let failure = RecognitionError.engineFailed(engine: "a script", reason: "no memory")
        let attempts = Mutex(0)
        var equipment = equipment()
        equipment.recognizers = RecognizerSet {
            if attempts.withLock({
                $0 += 1; return $0 <= 2
            }) {
                throw failure
            }
            return ScriptedRecognizer(words: ["so"])
        }
        equipment.notice = { notice in notices.withLock { $0.append(notice) } }
        let room = try await begin(equipment: equipment)
        _ = try await room.ask()
        await #expect(throws: failure) { try await room.prepareToListen() }
        let samples = try await TestAudio.speech(["We measured first."])
        let recording = try await room.record(
            LiveSource(buffers: TestAudio.buffers(samples)), until: StopRule())
        #expect(recording.analysis == nil)
        #expect(notices.withLock { $0.count } == 1)
        #expect(try await room.judge()?.analysis?.transcript.words.count == 1)
    }

    @Test func whatWasHeardLiveIsNeverUsedForAnotherTake() async throws {
        let room = try await begin()
        _ = try await room.ask()
        let samples = try await TestAudio.speech(["We measured first."])
        // The step cannot be kept, so that the live analysis has no take.
        let vault = archive.folder + "/recordings"
        try FileManager.default.moveItem(atPath: vault, toPath: vault + ".away")
        try TestFile.write("", to: vault)
        await #expect(throws: ArchiveError.self) {
            try await room.record(LiveSource(buffers: TestAudio.buffers(samples)), until: StopRule())
        }
        try FileManager.default.removeItem(atPath: vault)
        try FileManager.default.moveItem(atPath: vault + ".away", toPath: vault)
        try FileManager.default.removeItem(atPath: room.path + "/answers/01-1.wav")
        let path = directory + "/quiet.wav"
        try await TestAudio.write(TestAudio.room(seconds: 2), to: path)
        try await room.take(recording: AudioFile.open(.file(path: path)))
        #expect(try await room.judge()?.analysis?.transcript.words.isEmpty == true)
    }
}
