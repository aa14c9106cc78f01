import Audio
import Delivery
import Practice
import Speech
import Synchronization
import TestSupport
import Testing

@Suite struct AnswerRecorderTests {
    private let scratch: TestFolder
    private var path: String { scratch.file("answer.wav") }

    init() throws { scratch = try TestFolder() }

    private func recorded() async throws -> [Float] {
        var samples: [Float] = []
        for try await buffer in try await AudioFile.open(.file(path: path)).buffers() {
            samples += buffer.samples
        }
        return samples
    }

    @Test func writesEverythingAndHearsItAtTheSameTime() async throws {
        let samples = try await TestAudio.speech(["We measured first.", "Then we changed one thing."])
        let heard = Mutex(0)
        let recorder = AnswerRecorder(recognizer: ScriptedRecognizer(words: ["so"])) { event in
            if case .heard(.segment) = event { heard.withLock { $0 += 1 } }
        }
        let recording = try await recorder.record(
            LiveSource(buffers: TestAudio.buffers(samples)), to: path, until: StopRule())
        #expect(recording.reason == .endOfAudio)
        #expect(recording.interruption == nil)
        #expect(recording.analysis?.transcript.words.count == 2)
        #expect(heard.withLock { $0 } == 2)
        #expect(try await recorded().count == samples.count)
    }

    @Test func stopsAfterTheSilenceThatFollowsSpeech() async throws {
        let speech = try await TestAudio.speech(["We measured first."], pauseSeconds: 6)
        let samples = speech + TestAudio.room(seconds: 20)
        let recorder = AnswerRecorder(recognizer: ScriptedRecognizer(words: ["so"]))
        let recording = try await recorder.record(
            LiveSource(buffers: TestAudio.buffers(samples)), to: path, until: StopRule(silenceSeconds: 3))
        #expect(recording.reason == .silence)
        // Six seconds of thinking before the first word do not end the answer; three after the last one do.
        let spoken = Double(speech.count) / 16_000 - 6
        #expect(abs(recording.durationSeconds - (spoken + 3)) < 0.8)
    }

    @Test func stopsWhenAskedAndAtItsGreatestLength() async throws {
        let buffers = TestAudio.buffers(TestAudio.room(seconds: 5))
        let recorder = AnswerRecorder(recognizer: ScriptedRecognizer(words: []))
        let asked = try await recorder.record(
            LiveSource(buffers: buffers), to: path, until: StopRule(), isStopAsked: { true })
        #expect(asked.reason == .asked)
        let long = try await recorder.record(
            LiveSource(buffers: buffers), to: scratch.file("long.wav"), until: StopRule(limitSeconds: 2))
        #expect(long.reason == .length)
        #expect(abs(long.durationSeconds - 2) < 0.11)
    }

    @Test func aDeviceThatBreaksOffLosesNothingSaidBefore() async throws {
        let samples = try await TestAudio.speech(["We measured first."])
        let failure = AudioError.deviceFailed(device: "usb", action: "recording", reason: "unplugged")
        let recorder = AnswerRecorder(recognizer: ScriptedRecognizer(words: ["so"]))
        let recording = try await recorder.record(
            LiveSource(buffers: TestAudio.buffers(samples), failure: failure), to: path, until: StopRule())
        #expect(recording.interruption == failure)
        #expect(try await recorded().count == samples.count)
        #expect(recording.analysis?.transcript.words.count == 1)
    }

    @Test func aRecogniserThatFailsLeavesTheRecordingWhole() async throws {
        let samples = try await TestAudio.speech(["We measured first.", "Then we changed one thing."])
        let recorder = AnswerRecorder(recognizer: ScriptedRecognizer(words: ["so"], failsFrom: 1))
        let recording = try await recorder.record(
            LiveSource(buffers: TestAudio.buffers(samples)), to: path, until: StopRule())
        #expect(recording.analysis == nil)
        #expect(try await recorded().count == samples.count)
    }

    @Test(arguments: [AudioError.deviceFailed(device: "usb", action: "recording", reason: "unplugged"), nil])
    func aSourceWithoutAnySoundIsAnErrorAndLeavesNothing(failure: AudioError?) async throws {
        let recorder = AnswerRecorder(recognizer: ScriptedRecognizer(words: []))
        await #expect(throws: failure ?? AudioError.empty(path: path)) {
            try await recorder.record(
                LiveSource(buffers: [], failure: failure), to: path, until: StopRule())
        }
        #expect(scratch.names() == [])
    }

    @Test func aCancelledRecordingIsKeptWithoutAnAnalysis() async throws {
        let samples = try await TestAudio.speech(["We measured first."])
        let recorder = AnswerRecorder(recognizer: ScriptedRecognizer(words: ["so"]))
        let recording = try await recorder.record(
            LiveSource(buffers: TestAudio.buffers(samples), failure: .cancelled), to: path, until: StopRule())
        #expect(recording.analysis == nil)
        let cancelled = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await recorder.record(
                LiveSource(buffers: TestAudio.buffers(samples)), to: scratch.file("cancelled.wav"),
                until: StopRule())
        }
        #expect(try await cancelled.value.analysis == nil)
        #expect(try await recorded().count == samples.count)
    }

    @Test func withoutARecogniserItIsRecordedAllTheSame() async throws {
        let samples = try await TestAudio.speech(["We measured first."])
        let recording = try await AnswerRecorder(recognizer: nil).record(
            LiveSource(buffers: TestAudio.buffers(samples)), to: path, until: StopRule())
        #expect(recording.analysis == nil)
        #expect(try await recorded().count == samples.count)
    }

    @Test func previewsAreLeftOutWhileTheHearingIsBehind() async throws {
        let samples = try await TestAudio.speech([
            "We measured first and then we changed one thing after another, and in the end it was fast."
        ])
        let recognizer = WaitingRecognizer()
        let last = TestAudio.buffers(samples).count
        let levels = Mutex(0)
        let recorder = AnswerRecorder(recognizer: recognizer) { event in
            guard case .level = event else { return }
            if levels.withLock({
                $0 += 1; return $0 == last
            }) {
                recognizer.release()
            }
        }
        let recording = try await recorder.record(
            LiveSource(buffers: TestAudio.buffers(samples)), to: path, until: StopRule())
        // The first preview takes until everything is recorded, some four seconds; one second before the end, in
        // which nobody speaks, the hearing has caught up.
        #expect(recognizer.previews <= 2)
        #expect(recording.analysis?.transcript.words.count == 1)
    }

    @Test func aPlaceThatCannotBeWrittenIsAnError() async throws {
        let recorder = AnswerRecorder(recognizer: ScriptedRecognizer(words: []))
        await #expect(throws: AudioError.self) {
            try await recorder.record(
                LiveSource(buffers: []), to: "/no/such/folder/answer.wav", until: StopRule())
        }
    }

    @Test func whatAStoppedDeviceStillHoldsBelongsToTheAnswer() async throws {
        let samples = TestAudio.room(seconds: 2)
        let isStopped = Mutex(false)
        let recorder = AnswerRecorder(recognizer: ScriptedRecognizer(words: []))
        let recording = try await recorder.record(
            LiveSource(buffers: TestAudio.buffers(samples)), to: path, until: StopRule(limitSeconds: 1),
            stopSource: { isStopped.withLock { $0 = true } })
        #expect(recording.reason == .length)
        #expect(isStopped.withLock { $0 })
        #expect(try await recorded().count == samples.count)
    }

    @Test func anAnswerThatWasCutShortIsGoneOnWith() async throws {
        let samples = try await TestAudio.speech(["We measured first.", "Then we changed one thing."])
        let half = samples.count / 2
        let whole = try await AnswerRecorder(recognizer: ScriptedRecognizer(words: ["so"])).record(
            LiveSource(buffers: TestAudio.buffers(samples)), to: scratch.file("whole.wav"), until: StopRule())
        let writer = try WAVWriter(path: path, sampleRateHz: AudioBuffer.sampleRateHz)
        try await writer.append(Array(samples[..<half]))
        var options = RecordingOptions()
        options.isContinued = true
        let rest = TestAudio.buffers(Array(samples[half...])).map {
            AudioBuffer(samples: $0.samples, startSample: $0.startSample + half)
        }
        let recording = try await AnswerRecorder(
            recognizer: ScriptedRecognizer(words: ["so"]), options: options
        ).record(LiveSource(buffers: rest), to: path, until: StopRule())
        #expect(recording.durationSeconds == whole.durationSeconds)
        #expect(try await recorded().count == samples.count)
        // The words' places are as if it had not been cut; of the sound 16 bits were kept.
        #expect(
            recording.analysis?.transcript.words.map(\.text) == whole.analysis?.transcript.words.map(\.text))
    }

    @Test func anAnswerThatIsNotWantedIsThrownAway() async throws {
        var options = RecordingOptions()
        options.isWanted = { false }
        let recorder = AnswerRecorder(recognizer: ScriptedRecognizer(words: ["so"]), options: options)
        let samples = try await TestAudio.speech(["We measured first."])
        await #expect(throws: AnswerRecorder.Unwanted.self) {
            try await recorder.record(
                LiveSource(buffers: TestAudio.buffers(samples)), to: path, until: StopRule())
        }
        #expect(!scratch.exists("answer.wav") && !scratch.exists("answer.wav.part"))
    }

    @Test(.timeLimit(.minutes(30))) func soundIsWrittenHoweverFarTheHearingIsBehind() async throws {
        let samples = try await TestAudio.speech(
            ["We measured first.", "Then we changed one thing.", "It was fast."], pauseSeconds: 15)
        let words = try await words(
            of: samples, by: ScriptedRecognizer(words: ["so"]), isContinued: false)
        #expect(words?.count == 3)
        for isContinued in [false, true] {
            let recognizer = HeldRecognizer()
            // It hears nothing before all is written, which is more than is held for it.
            let late = try await self.words(of: samples, by: recognizer, isContinued: isContinued) {
                recognizer.release()
            }
            #expect(late?.count == 3)
            // Of the sound 16 bits are kept.
            for (one, other) in zip(late ?? [], words ?? []) {
                #expect(abs(one.time.startSeconds - other.time.startSeconds) < 0.05)
                #expect(abs(one.time.endSeconds - other.time.endSeconds) < 0.05)
            }
        }
    }

    @Test(.timeLimit(.minutes(30))) func whatWasHeardIsToldWhileNoSoundComes() async throws {
        let speech = try await TestAudio.speech(["We measured first."], pauseSeconds: 2)
        // How it goes is told every 0.2 s, so with the last buffer too.
        let samples = Array(speech.prefix(speech.count / 3_200 * 3_200))
        for hasQuickText in [false, true] {
            let recognizer = AlongRecognizer(isReleased: false, hasQuickText: hasQuickText)
            let (told, teller) = AsyncStream.makeStream(of: Void.self)
            let recorder = AnswerRecorder(recognizer: recognizer) { event in
                switch event {
                case .delivery(let delivery)
                where delivery.elapsedSeconds == AudioBuffer.seconds(samples.count):
                    recognizer.release()
                case .heard(.segment): teller.finish()
                default: break
                }
            }
            // Whoever sends nothing more waits for what was said.
            let source = LiveSource(
                buffers: TestAudio.buffers(samples), pause: { for await _ in told {} })
            let recording = try await recorder.record(
                source, to: scratch.file("\(hasQuickText).wav"), until: StopRule())
            #expect(recording.analysis?.transcript.words.map(\.text) == ["so"])
        }
    }

    /// What is heard in samples that are recorded, the first half of them before the program ended where the recording is continued.
    private func words(
        of samples: [Float], by recognizer: any Recognizer, isContinued: Bool,
        whenWritten: @escaping @Sendable () -> Void = {}
    ) async throws -> [Word]? {
        let path = scratch.file("\(scratch.names().count).wav")
        var options = RecordingOptions()
        options.isContinued = isContinued
        var rest = samples[...]
        if isContinued {
            let writer = try WAVWriter(path: path, sampleRateHz: AudioBuffer.sampleRateHz)
            try await writer.append(Array(rest.prefix(samples.count / 2)))
            rest = rest.dropFirst(samples.count / 2)
        }
        // Buffers of any length, as a sender has them.
        let buffers = TestAudio.buffers(Array(rest), size: 1_111).map {
            AudioBuffer(samples: $0.samples, startSample: $0.startSample + rest.startIndex)
        }
        let recording = try await AnswerRecorder(recognizer: recognizer, options: options).record(
            LiveSource(buffers: buffers), to: path, until: StopRule(), whenWhole: whenWritten)
        var count = 0
        for try await buffer in try await AudioFile.open(.file(path: path)).buffers() {
            count += buffer.samples.count
        }
        #expect(count == samples.count)
        return recording.analysis?.transcript.words
    }
}
