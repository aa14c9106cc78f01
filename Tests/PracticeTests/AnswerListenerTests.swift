import Delivery
import Practice
import Signal
import Speech
import Testing

@Suite struct AnswerListenerTests {
    private func listen(
        _ samples: [Float], size: Int, previews: AnswerListener.Previews = .off,
        recognizer: ScriptedRecognizer = ScriptedRecognizer(words: ["so", "it", "goes"])
    ) async throws -> (events: [ListenerEvent], analysis: AnswerAnalysis) {
        var listener = AnswerListener(recognizer: recognizer, previews: previews)
        var events: [ListenerEvent] = []
        for buffer in TestAudio.buffers(samples, size: size) { events += try await listener.process(buffer) }
        let (last, analysis) = try await listener.finish()
        return (events + last, analysis)
    }

    @Test func theResultIsTheFoldOfItsEvents() async throws {
        let samples = try await TestAudio.speech(["We measured first.", "Then we changed one thing."])
        let (events, analysis) = try await listen(samples, size: 1600)
        let segments = events.compactMap { if case .segment(let segment) = $0 { segment } else { nil } }
        #expect(segments == analysis.transcript.segments)
        #expect(segments.count == 2)
        #expect(analysis.delivery.wordCount == 6)
        #expect(analysis.transcript.recognizer == "a script")
    }

    @Test(arguments: [160, 777, 16_000])
    func theResultDoesNotDependOnHowTheAudioIsCut(size: Int) async throws {
        let samples = try await TestAudio.speech(["We measured first.", "Then we changed one thing."])
        let whole = try await listen(samples, size: samples.count).analysis
        #expect(try await listen(samples, size: size).analysis == whole)
    }

    @Test func silenceGivesNoWordsAndSaysWhy() async throws {
        let (events, analysis) = try await listen(TestAudio.room(seconds: 5), size: 1600)
        #expect(events.isEmpty)
        #expect(analysis.transcript.words.isEmpty)
        #expect(!analysis.quality.problems.isEmpty)
        #expect(analysis.delivery.wordsPerMinute.value == nil)
        #expect(analysis.delivery.wordsPerMinute.absentBecause != nil)
    }

    @Test func nothingAtAllIsAResultToo() async throws {
        let (events, analysis) = try await listen([], size: 1600)
        #expect(events.isEmpty)
        #expect(analysis.quality.durationSeconds == 0)
    }

    @Test func previewsComeWhileTheSpeechIsStillGoingOn() async throws {
        let samples = try await TestAudio.speech([
            "We measured first and then we changed one thing after another."
        ])
        let recognizer = ScriptedRecognizer(words: ["so"])
        let events = try await listen(
            samples, size: 1600, previews: .every(seconds: 0.5), recognizer: recognizer
        ).events
        let kinds = events.map { event in
            switch event {
            case .speechStarted: "started"
            case .preview: "preview"
            case .text: "text"
            case .segment: "segment"
            }
        }
        #expect(kinds.first == "started")
        #expect(kinds.last == "segment")
        #expect(kinds.count { $0 == "preview" } >= 3)
        #expect(await recognizer.previewedSamples > AudioBuffer.sample(2))
    }

    @Test func theTextOfWhatWasSaidComesBeforeItsWords() async throws {
        let samples = try await TestAudio.speech(["We measured first.", "Then we changed one thing."])
        let recognizer = ScriptedRecognizer(words: ["so", "it"], quickText: "so it was")
        let (events, analysis) = try await listen(
            samples, size: 1600, previews: .every(seconds: 60), recognizer: recognizer)
        let texts = events.compactMap { if case .text(let text) = $0 { text } else { nil } }
        let segments = events.compactMap { if case .segment(let segment) = $0 { segment } else { nil } }
        #expect(texts == ["so it was", "so it was"])
        #expect(segments == analysis.transcript.segments)
        let first = try #require(events.firstIndex(of: .text("so it was")))
        #expect(first < (try #require(events.firstIndex(of: .segment(segments[0])))))
        // The silence told of it before it closed the utterance, and once is enough.
        #expect(await recognizer.quickTexts == recognizer.utterances)
        let plain = ScriptedRecognizer(words: ["so", "it"])
        #expect(try await listen(samples, size: 1600, recognizer: plain).analysis == analysis)
        #expect(await plain.quickTexts.isEmpty)
    }

    @Test func howItIsGoingIsToldOftenAndEndsAsTheReport() async throws {
        let samples = try await TestAudio.speech([
            "We measured first.", "Then we changed one thing.", "And it was quicker than before.",
        ])
        let recognizer = ScriptedRecognizer(words: ["so", "um", "it", "goes"])
        var listener = AnswerListener(recognizer: recognizer)
        var told: [LiveDelivery] = []
        for buffer in TestAudio.buffers(samples, size: 800) {
            _ = try await listener.process(buffer)
            if let delivery = listener.delivery() { told.append(delivery) }
        }
        let report = try await listener.finish().analysis.delivery
        let ending = listener.delivery()
        let last = try #require(ending)
        let gaps = zip(told, told.dropFirst()).map { $1.elapsedSeconds - $0.elapsedSeconds }
        #expect(gaps.allSatisfy { $0 <= 0.2501 })
        #expect(told.contains { $0.paceNow.value != nil })
        // What is being spoken counts while it goes on.
        let begin = try #require(report.responseLatencySeconds.value)
        #expect(told.contains { $0.elapsedSeconds < begin + 1.2 && $0.speakingSeconds > 0.5 })
        #expect(last.articulationRateSyllablesPerSecond == report.articulationRateSyllablesPerSecond)
        #expect(last.speakingSeconds == report.speakingSeconds)
        #expect(last.pauseCount == report.pauseCount)
        #expect(last.fillerCount == report.fillers.count { $0.kind != .hedge })
        #expect(last.fillerCount >= 3)
    }

    @Test func theEndTellsTheTextAndLeavesTheWordsToTheFinish() async throws {
        let samples = try await TestAudio.speech(["We measured first."])
        let recognizer = ScriptedRecognizer(words: ["so"], quickText: "so")
        var listener = AnswerListener(recognizer: recognizer, previews: .every(seconds: 60))
        // It breaks off in the middle of the word.
        let spoken = Array(samples.prefix(samples.count / 2))
        for buffer in TestAudio.buffers(spoken) { _ = try await listener.process(buffer) }
        let texts = try await listener.end()
        #expect(texts == [.text("so")])
        let (events, analysis) = try await listener.finish()
        #expect(analysis.transcript.words.map(\.text) == ["so"])
        #expect(events == [.segment(analysis.transcript.segments[0])])
    }

    @Test func noPreviewTakesATextBack() async throws {
        let samples = try await TestAudio.speech(["We measured first.", "Then we changed one thing."])
        let events = try await listen(
            samples, size: 1600, previews: .every(seconds: 0.1),
            recognizer: ScriptedRecognizer(words: ["so"], quickText: "so it was")
        ).events
        var last: ListenerEvent?
        for event in events {
            if case .preview = event { #expect(last != .text("so it was")) }
            if case .segment = event { continue }
            last = event
        }
        #expect(events.count { $0 == .text("so it was") } == 2)
    }

    @Test func aFailureAtTheEndIsNoGoodResultAfterIt() async throws {
        let samples = try await TestAudio.speech(["We measured first."])
        for quick in [nil, "so"] {
            let recognizer = ScriptedRecognizer(words: ["so"], failsFrom: 0, quickText: quick)
            var listener = AnswerListener(recognizer: recognizer, previews: .every(seconds: 60))
            for buffer in TestAudio.buffers(Array(samples.prefix(samples.count / 2))) {
                _ = try await listener.process(buffer)
            }
            _ = try? await listener.end()
            await #expect(throws: RecognitionError.self) { try await listener.finish() }
            await listener.cancel()
        }
    }

    /// Two utterances, of which the first is held up until the task that hears it is cancelled.
    private func heldUp(_ recognizer: ScriptedRecognizer) async throws -> AnswerListener {
        let samples = try await TestAudio.speech(["We measured first.", "Then we changed one thing."])
        var listener = AnswerListener(recognizer: recognizer, previews: .every(seconds: 60))
        for buffer in TestAudio.buffers(samples) { _ = try await listener.process(buffer) }
        return listener
    }

    @Test func whatIsGivenUpIsNotHeard() async throws {
        let recognizer = ScriptedRecognizer(words: ["so"], quickText: "so", waitsForCancellation: true)
        let listener = try await heldUp(recognizer)
        await listener.cancel()
        #expect(await recognizer.utterances.count <= 1)
    }

    @Test(.timeLimit(.minutes(30))) func whatNobodyHoldsIsNotHeard() async throws {
        let recognizer = ScriptedRecognizer(words: ["so"], quickText: "so", waitsForCancellation: true)
        var listener: AnswerListener? = try await heldUp(recognizer)
        while await recognizer.begunCount == 0 { await Task.yield() }
        #expect(listener != nil)
        listener = nil
        // It is cancelled, or this would wait for an hour.
        while await recognizer.utterances.isEmpty { await Task.yield() }
        #expect(await recognizer.utterances.count == 1)
    }

    @Test func aCancelledFinishIsNoResult() async throws {
        let recognizer = ScriptedRecognizer(words: ["so"], quickText: "so", waitsForCancellation: true)
        let listener = try await heldUp(recognizer)
        let task = Task {
            var listener = listener
            return try await listener.finish().analysis
        }
        task.cancel()
        await #expect(throws: RecognitionError.self) { try await task.value }
    }

    @Test func aRecogniserThatFailsIsAnErrorNotAnEmptyResult() async throws {
        let samples = try await TestAudio.speech(["We measured first."])
        await #expect(throws: RecognitionError.self) {
            try await listen(samples, size: 1600, recognizer: ScriptedRecognizer(words: [], failsFrom: 0))
        }
        await #expect(throws: RecognitionError.self) {
            try await listen(
                samples, size: 1600, previews: .every(seconds: 1),
                recognizer: ScriptedRecognizer(words: [], failsFrom: 0, quickText: ""))
        }
    }
}
