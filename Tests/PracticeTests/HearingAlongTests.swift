import Delivery
import Practice
import Signal
import Speech
import Testing

@Suite struct HearingAlongTests {
    private static let texts = [
        "We measured first, and it took longer than we had thought.",
        "Then we changed one thing after another.", "And it was quicker than before.",
    ]

    private func listener(_ recognizer: AlongRecognizer) -> AnswerListener {
        AnswerListener(recognizer: recognizer, previews: .every(seconds: 0.5))
    }

    @Test(.timeLimit(.minutes(30))) func anUtteranceThatIsBeingEndedHoldsUpNothing() async throws {
        let recognizer = AlongRecognizer(isReleased: false)
        var listener = listener(recognizer)
        let samples = try await TestAudio.speech(Self.texts, pauseSeconds: 2)
        var told: [ListenerEvent] = []
        for buffer in TestAudio.buffers(samples) { told += try await listener.process(buffer) }
        // All is read, and the last utterance is heard while the first one waits for its words.
        while recognizer.ended.count < 3 { await Task.yield() }
        let last = try #require(recognizer.ended.last).utterance
        #expect(recognizer.previews.contains { $0.startSample >= last.audio.startSample })
        told += try await listener.process(AudioBuffer(samples: [], startSample: samples.count))
        #expect(
            told.contains {
                if case .preview(_, let end) = $0 { end > last.audio.time.startSeconds } else { false }
            })
        recognizer.release()
        let (events, analysis) = try await listener.finish()
        let segments = events.compactMap { if case .segment(let segment) = $0 { segment } else { nil } }
        #expect(segments.count == 3)
        #expect(segments == analysis.transcript.segments)
        #expect(zip(segments, segments.dropFirst()).allSatisfy { $0.time.endSeconds <= $1.time.startSeconds })
    }

    @Test func allAudioOfAnUtteranceIsHeardOnceAndInOrder() async throws {
        let recognizer = AlongRecognizer()
        var listener = listener(recognizer)
        for buffer in TestAudio.buffers(try await TestAudio.speech(Self.texts, pauseSeconds: 2), size: 777) {
            _ = try await listener.process(buffer)
        }
        _ = try await listener.finish()
        #expect(recognizer.ended.count == 3)
        for (utterance, endSample) in recognizer.ended {
            let audio = utterance.audio
            let previews = recognizer.previews.filter {
                $0.startSample >= audio.startSample && $0.endSample <= audio.endSample
            }
            #expect(previews.first?.startSample == audio.startSample)
            #expect(zip(previews, previews.dropFirst()).allSatisfy { $0.endSample == $1.startSample })
            let joined = previews.flatMap(\.samples)
            #expect(joined == Array(audio.samples.prefix(joined.count)))
            #expect(audio.startSample..<audio.endSample + 1 ~= endSample)
        }
    }

    @Test func howItIsCutIntoBuffersChangesNothing() async throws {
        let samples = try await TestAudio.speech(Self.texts, pauseSeconds: 0.3)
        var heard: [[Utterance]] = []
        for size in [160, 1_600, samples.count] {
            let recognizer = AlongRecognizer()
            var listener = listener(recognizer)
            for buffer in TestAudio.buffers(samples, size: size) { _ = try await listener.process(buffer) }
            _ = try await listener.finish()
            heard.append(recognizer.ended.map(\.utterance))
        }
        #expect(heard[0] == heard[1])
        #expect(heard[0] == heard[2])
    }

    @Test func utterancesAreShortEnoughToEndSoon() async throws {
        // Speech without a pause.
        let whole = try await TestAudio.speech([Self.texts.joined(separator: " ")])
        let speech = Array(whole[16_000..<whole.count - 32_000])
        let recognizer = AlongRecognizer()
        var listener = listener(recognizer)
        for buffer in TestAudio.buffers(speech + speech + speech) { _ = try await listener.process(buffer) }
        _ = try await listener.finish()
        let limit = Segmenter.Configuration.along.maximumSeconds
        #expect(recognizer.ended.count > 1)
        for (utterance, _) in recognizer.ended {
            #expect(utterance.audio.time.durationSeconds <= limit + 0.5)
        }
    }

    @Test func aFailureIsNoGoodResult() async throws {
        for number in 0...2 {
            let recognizer = AlongRecognizer(failsFrom: number)
            var listener = listener(recognizer)
            let samples = try await TestAudio.speech(Self.texts, pauseSeconds: 2)
            await #expect(throws: RecognitionError.self) {
                for buffer in TestAudio.buffers(samples) { _ = try await listener.process(buffer) }
                _ = try await listener.finish()
            }
            #expect(
                recognizer.ended.count > number,
                "\(samples.count), \(recognizer.ended.map(\.utterance.speech))")
            await listener.cancel()
        }
    }

    /// A worker that is ended over one utterance would be replaced, which takes seconds, for another that is still wanted.
    @Test(.timeLimit(.minutes(30))) func allThatIsBeingEndedIsGivenUp() async throws {
        let recognizer = AlongRecognizer(isReleased: false)
        var listener = listener(recognizer)
        for buffer in TestAudio.buffers(try await TestAudio.speech(Self.texts, pauseSeconds: 2)) {
            _ = try await listener.process(buffer)
        }
        while recognizer.ended.count < 3 { await Task.yield() }
        let begun = listener
        let cancelling = Task { await begun.cancel() }
        while recognizer.cancelled == 0 { await Task.yield() }
        recognizer.release()
        await cancelling.value
        #expect(recognizer.cancelled == 3)
    }

    @Test func aCancelledFinishIsNoResult() async throws {
        let recognizer = AlongRecognizer(isReleased: false)
        var listener = listener(recognizer)
        for buffer in TestAudio.buffers(try await TestAudio.speech(Self.texts, pauseSeconds: 2)) {
            _ = try await listener.process(buffer)
        }
        let begun = listener
        let task = Task {
            var listener = begun
            return try await listener.finish().analysis
        }
        task.cancel()
        recognizer.release()
        await #expect(throws: RecognitionError.self) { try await task.value }
    }

    @Test func withoutPreviewsNothingIsHeardAlong() async throws {
        let recognizer = AlongRecognizer()
        var listener = AnswerListener(recognizer: recognizer)
        await #expect(throws: RecognitionError.self) {
            for buffer in TestAudio.buffers(try await TestAudio.speech(Self.texts, pauseSeconds: 2)) {
                _ = try await listener.process(buffer)
            }
        }
        #expect(recognizer.previews.isEmpty)
    }

    @Test(.timeLimit(.minutes(30))) func theLastUtteranceDoesNotWaitForThoseBeforeIt() async throws {
        let recognizer = AlongRecognizer(isReleased: false, hasQuickText: true)
        var listener = listener(recognizer)
        let samples = try await TestAudio.speech(Self.texts, pauseSeconds: 2)
        // It breaks off while the last one is spoken.
        for buffer in TestAudio.buffers(Array(samples.dropLast(48_000))) {
            _ = try await listener.process(buffer)
        }
        _ = try await listener.end()
        while recognizer.ended.isEmpty { await Task.yield() }
        recognizer.release()
        let (_, analysis) = try await listener.finish()
        #expect(recognizer.ended.count == 1)
        #expect(analysis.transcript.segments.count == 3)
        #expect(analysis.transcript.segments.last?.time == recognizer.ended.first?.utterance.speech)
    }
}
