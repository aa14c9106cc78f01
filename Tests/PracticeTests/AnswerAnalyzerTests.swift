import Audio
import Delivery
import Practice
import Recognition
import Speech
import Synthesis
import TestSupport
import Testing

@Suite struct AnswerAnalyzerTests {
    private let texts = [
        "One two three.", "Then we measured it.", "Four five six.", "And it was fast.", "Seven eight.",
    ]

    /// Pauses that end an utterance even after a short one.
    private static let pauseSeconds = 1.6

    private func audio(_ samples: [Float]) -> LiveSource { LiveSource(buffers: TestAudio.buffers(samples)) }

    @Test func severalRecognisersGiveTheSameResultAsOne() async throws {
        let samples = try await TestAudio.speech(texts, pauseSeconds: Self.pauseSeconds)
        let both = [try PocketSphinxRecognizer(), try PocketSphinxRecognizer()]
        let one = try await AnswerAnalyzer(recognizer: both[0]).analyze(audio(samples))
        let segments = Heard()
        let two = try await AnswerAnalyzer(recognizers: both).analyze(audio(samples)) { event in
            if case .heard(let segment) = event { segments.all.append(segment) }
        }
        #expect(two == one)
        #expect(two.transcript.segments.count >= 3)
        #expect(segments.all == two.transcript.segments, "Utterances are told in the order of time.")
    }

    @Test func hearsAFileAsTheListenerHearsAStream() async throws {
        let samples = try await TestAudio.speech(texts, pauseSeconds: Self.pauseSeconds)
        let recognizer = ScriptedRecognizer(words: ["so", "it", "goes"])
        var listener = AnswerListener(recognizer: recognizer)
        for buffer in TestAudio.buffers(samples) { _ = try await listener.process(buffer) }
        let streamed = try await listener.finish().analysis
        #expect(try await AnswerAnalyzer(recognizer: recognizer).analyze(audio(samples)) == streamed)
    }

    @Test func utterancesAreHeardTogetherAsFarAsTheRecogniserHearsAtOnce() async throws {
        let samples = try await TestAudio.speech(texts, pauseSeconds: Self.pauseSeconds)
        let alone = ScriptedRecognizer(words: ["so", "it", "goes"])
        let expected = try await AnswerAnalyzer(recognizer: alone).analyze(audio(samples))
        let utterances = await alone.utterances
        #expect(await alone.batches == utterances.map { _ in 1 })
        let longest = try #require(utterances.map(\.audio.time.durationSeconds).max())
        let total = utterances.reduce(0) { $0 + $1.audio.time.durationSeconds }
        for (window, isWhole) in [(longest, false), (total + 1, true)] {
            let recognizer = ScriptedRecognizer(words: ["so", "it", "goes"], windowSeconds: window)
            let segments = Heard()
            let analysis = try await AnswerAnalyzer(recognizers: [recognizer]).analyze(audio(samples)) {
                event in
                if case .heard(let segment) = event { segments.all.append(segment) }
            }
            #expect(analysis == expected)
            #expect(segments.all == expected.transcript.segments)
            #expect(await recognizer.utterances == utterances)
            let batches = await recognizer.batches
            #expect(isWhole ? batches == [utterances.count] : batches.count > 1)
        }
    }

    /// One "um" is said in it; at 12 dB above the noise seven vowels passed for one.
    @Test func inNoiseAVowelIsNoFilledPause() async throws {
        let path = SourceTree.sample("slow-query-noisy.flac")
        let analysis = try await AnswerAnalyzer(recognizer: ScriptedRecognizer(words: []))
            .analyze(try await AudioFile.open(.file(path: path)))
        #expect(analysis.transcript.words.count(where: \.isFilledPause) <= 2, "\(analysis.transcript.words)")
    }

    @Test func aRecogniserThatFailsEndsTheAnalysis() async throws {
        let samples = try await TestAudio.speech(texts, pauseSeconds: Self.pauseSeconds)
        await #expect(throws: RecognitionError.self) {
            try await AnswerAnalyzer(recognizer: ScriptedRecognizer(words: [], failsFrom: 2))
                .analyze(audio(samples))
        }
    }

    @Test func audioThatBreaksOffIsAnError() async throws {
        let failure = AudioError.readFailed(path: "a.wav", atSeconds: 1, reason: "input/output error")
        let source = LiveSource(buffers: TestAudio.buffers(TestAudio.room(seconds: 1)), failure: failure)
        await #expect(throws: failure) {
            try await AnswerAnalyzer(recognizer: ScriptedRecognizer(words: [])).analyze(source)
        }
    }

    @Test func readingThatIsCancelledIsACancellation() async throws {
        let source = LiveSource(
            buffers: TestAudio.buffers(TestAudio.room(seconds: 1)), failure: AudioError.cancelled)
        await #expect(throws: CancellationError.self) {
            try await AnswerAnalyzer(recognizer: ScriptedRecognizer(words: [])).analyze(source)
        }
    }

    @Test func audioThatEndsBecauseOfACancellationIsNotAnAnswer() async throws {
        let analysing = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            _ = try await AnswerAnalyzer(recognizer: ScriptedRecognizer(words: [])).analyze(audio([]))
        }
        await #expect(throws: CancellationError.self) { try await analysing.value }
    }

    /// What an analysis told; it tells on the caller's side, one after the other.
    private final class Heard { var all: [Transcript.Segment] = [] }
}
