import Dispatch
import Speech
import Testing

@testable import Recognition

@Suite struct WhisperRecognizerTests {
    /// Believes what a random model writes.
    private static var options: WhisperOptions {
        var options = WhisperOptions()
        options.beamWidth = 1
        options.fallbackTemperatures = []
        options.leastMeanLogProbability = -100
        options.mostRepetition = 1
        options.tokensPerSecond = 0
        return options
    }

    private func recognizer(_ options: WhisperOptions = Self.options) throws -> WhisperRecognizer {
        WhisperRecognizer(model: try TinyWhisper.model(), options: options)
    }

    private func utterance(_ samples: [Float], startSample: Int = 16_000) -> Utterance {
        let audio = AudioBuffer(samples: samples, startSample: startSample)
        return Utterance(audio: audio, speech: audio.time)
    }

    private func isInOrder(_ words: [Word], within time: TimeRange) -> Bool {
        let starts = words.map(\.time.startSeconds)
        return starts == starts.sorted()
            && words.allSatisfy {
                $0.time.startSeconds >= time.startSeconds && $0.time.endSeconds <= time.endSeconds + 1e-9
                    && (0...1).contains($0.confidence ?? -1) && !$0.text.isEmpty
            }
    }

    @Test func givesWordsInTheirTime() async throws {
        let utterance = utterance(TinyWhisper.tones(8_000))
        let words = try await recognizer().recognize(utterance)
        #expect(!words.isEmpty)
        #expect(isInOrder(words, within: utterance.speech))
    }

    @Test func wordsDependOnTheirAudioAlone() async throws {
        let recognizer = try recognizer()
        let first = try await recognizer.recognize(utterance(TinyWhisper.tones(8_000)))
        _ = try await recognizer.recognize(utterance(TinyWhisper.tones(8_000, seed: 5)))
        #expect(try await recognizer.recognize(utterance(TinyWhisper.tones(8_000))) == first)
    }

    @Test(arguments: [0, 1, 159]) func hardlyAnySamplesAreNoWords(count: Int) async throws {
        #expect(try await recognizer().recognize(utterance(TinyWhisper.tones(count))) == [])
    }

    @Test func hearsLongUtterancesInParts() async throws {
        // The window of the small model has two seconds.
        let samples = TinyWhisper.tones(3 * 16_000)
        let utterance = utterance(samples)
        let words = try await recognizer().recognize(utterance)
        #expect(isInOrder(words, within: utterance.speech))
        let half = samples.count / 2
        let recognizer = try recognizer()
        let parts = [
            try await recognizer.recognize(self.utterance(Array(samples.prefix(half)))),
            try await recognizer.recognize(
                self.utterance(Array(samples.suffix(half)), startSample: 16_000 + half)),
        ]
        #expect(words == parts.flatMap(\.self))
    }

    /// Two utterances with so much speech in each.
    private func neighbours(speechSeconds: Double) -> [Utterance] {
        let first = AudioBuffer(samples: TinyWhisper.tones(8_000))
        let second = AudioBuffer(samples: TinyWhisper.tones(9_000, seed: 4), startSample: 64_000)
        return [first, second].map { audio in
            let start = audio.time.startSeconds
            return Utterance(
                audio: audio,
                speech: TimeRange(startSeconds: start, endSeconds: start + speechSeconds))
        }
    }

    @Test func utterancesThatFitOneWindowAreHeardTogether() async throws {
        let apart = neighbours(speechSeconds: 0.2)
        // A text is believed that comes to its end: by chance, this model says one word or ends.
        let word = try #require(TestWords.vocabulary().tokens(of: " hello").first)
        var options = Self.options
        options.fallbackTemperatures = [100]
        let recognizer = WhisperRecognizer(
            model: try TinyWhisper.model(allowing: [word, TestWords.end]), options: options)
        let whole = try await recognizer.recognize(utterance(apart.flatMap(\.audio.samples)))
        try #require(!whole.isEmpty && whole.allSatisfy { !$0.isUncertain })
        #expect(recognizer.windowSeconds == 2)
        let words = try await recognizer.recognize(apart)
        #expect(words.flatMap(\.self).map(\.text) == whole.map(\.text))
        for (words, utterance) in zip(words, apart) { #expect(isInOrder(words, within: utterance.speech)) }
        #expect(try await recognizer.recognize([Utterance]()) == [])
        // Where nothing was written for some speech, it is heard by itself.
        let passed = try #require(words.firstIndex(of: []))
        let long = neighbours(speechSeconds: 0.5)
        let again = try await recognizer.recognize(long)[passed]
        #expect(try await again == recognizer.recognize(long[passed]))
        #expect(!again.isEmpty)
    }

    @Test func whatIsNotBelievedOfAWindowIsHeardUtteranceByUtterance() async throws {
        let recognizer = try recognizer()
        let apart = neighbours(speechSeconds: 0.2)
        let words = try await recognizer.recognize(apart)
        for (words, utterance) in zip(words, apart) {
            #expect(try await words == recognizer.recognize(utterance))
            #expect(!words.isEmpty)
        }
    }

    @Test func whatIsNotBelievedIsUncertainAndTriedAgainAlike() async throws {
        var options = Self.options
        options.fallbackTemperatures = [0.5]
        options.leastMeanLogProbability = 0
        options.mostNoSpeechProbability = 1
        let recognizer = try recognizer(options)
        let words = try await recognizer.recognize(utterance(TinyWhisper.tones(4_000)))
        #expect(!words.isEmpty)
        #expect(words.allSatisfy({ $0.isUncertain }))
        #expect(try await recognizer.recognize(utterance(TinyWhisper.tones(4_000))) == words)
    }

    @Test func silenceIsNoWords() async throws {
        var options = Self.options
        options.leastMeanLogProbability = 0
        options.mostNoSpeechProbability = -1
        #expect(try await recognizer(options).recognize(utterance(TinyWhisper.tones(4_000))) == [])
    }

    @Test(arguments: [Double.nan, -.infinity, 1e300]) func oddLimitsAreHeld(rate: Double)
        async throws
    {
        var options = Self.options
        options.tokensPerSecond = rate
        let writer = WhisperWriter(model: try TinyWhisper.model(), options: options)
        let most = rate < 0 ? 12 : 22
        let samples = TinyWhisper.tones(1_600)
        let writing = writer.draft(samples, prompt: []) { () throws(Never) in }.writing
        #expect(writing.hypothesis.tokens.count <= most)
    }

    @Test func expectsWhatIsKnownUntilItIsForgotten() async throws {
        let recognizer = try recognizer()
        let utterance = utterance(TinyWhisper.tones(4_000))
        let plain = try await recognizer.recognize(utterance)
        try await recognizer.expect(HearingContext(question: "Why hello?"))
        #expect(try await recognizer.recognize(utterance) != plain)
        try await recognizer.expect(nil)
        #expect(try await recognizer.recognize(utterance) == plain)
    }

    @Test func aQuickTextChangesNothingOfTheWords() async throws {
        let utterance = utterance(TinyWhisper.tones(20_000))
        let plain = try await recognizer().recognize(utterance)
        let recognizer = try recognizer()
        _ = try await recognizer.preview(utterance.audio)
        let text = try await recognizer.quickText(of: utterance)
        // The options of the tests take the likeliest token too.
        #expect(text == plain.map(\.text).joined(separator: " "))
        #expect(try await recognizer.recognize(utterance) == plain)
        #expect(try await recognizer.quickText(of: self.utterance([])) == "")
        #expect(try await recognizer.quickText(of: self.utterance(TinyWhisper.tones(40_000))) == "")
    }

    @Test func aQuickTextWaitsForNoWords() async throws {
        let recognizer = try recognizer()
        let gate = DispatchSemaphore(value: 0)
        let (begun, begins) = AsyncStream.makeStream(of: Void.self)
        let isHeard = Task { await recognizer.hold(until: gate) { begins.finish() } }
        for await _ in begun {}
        #expect(try await !recognizer.quickText(of: utterance(TinyWhisper.tones(4_000))).isEmpty)
        #expect(try await recognizer.preview(utterance(TinyWhisper.tones(16_000)).audio) == "")
        gate.signal()
        #expect(await isHeard.value)
    }

    /// Words are those of the text that was shown, though less silence was heard after it.
    @Test func wordsFollowAQuickTextThatIsBelieved() async throws {
        let utterance = utterance(TinyWhisper.tones(4_000))
        let recognizer = try recognizer()
        let text = try await recognizer.quickText(of: utterance)
        #expect(!text.isEmpty)
        // The words may be sought when there is a later text already.
        _ = try await recognizer.quickText(of: self.utterance(TinyWhisper.tones(4_000, seed: 3)))
        #expect(try await recognizer.recognize(utterance).map(\.text).joined(separator: " ") == text)
    }

    @Test func aQuickTextThatIsNotBelievedIsHeardWithAllSilence() async throws {
        var options = Self.options
        options.leastMeanLogProbability = 0
        options.mostNoSpeechProbability = 1
        let writer = WhisperWriter(model: try TinyWhisper.model(), options: options)
        let samples = TinyWhisper.tones(4_000)
        let (writing, heard) = writer.draft(samples, prompt: []) { () throws(Never) in }
        #expect(!heard.isShortened)
        let short = writer.model.hear(samples, reach: .half)
        #expect(short.isShortened)
        let whole = writer.model.hear(samples)
        let tokens = writing.hypothesis.tokens
        #expect(tokens == writer.model.write(whole, choice: .beam(1), most: 12).hypothesis.tokens)
        #expect(tokens != writer.model.write(short, choice: .beam(1), most: 12).hypothesis.tokens)
        // Neither are words made of what was heard with less.
        let words = writer.write(samples, prompt: [], heard: short)
        #expect(words?.writing.hypothesis == writer.write(samples, prompt: [])?.writing.hypothesis)
    }

    @Test(arguments: [(0, true), (4_000, true), (16_000, false), (24_000, false), (40_000, false)])
    func halfAWindowIsEnoughForWhatLeavesASecondOfIt(count: Int, isShortened: Bool) throws {
        let heard = try TinyWhisper.model().hear(TinyWhisper.tones(count), reach: .half)
        #expect(heard.isShortened == isShortened)
    }

    @Test func previewsOncePerSecond() async throws {
        // All that it can say.
        let word = try #require(TestWords.vocabulary().tokens(of: " hello").first)
        let model = try TinyWhisper.model(allowing: [word])
        let recognizer = WhisperRecognizer(model: model, options: Self.options)
        func second(_ number: Int, _ count: Int = 16_000) -> AudioBuffer {
            AudioBuffer(samples: TinyWhisper.tones(count), startSample: number * 16_000)
        }
        #expect(try await recognizer.preview(second(0, 0)) == "")
        #expect(try await recognizer.preview(second(0)) == "")
        // Two hearings agree, and more does not fit the window of the small model.
        let agreed = try await recognizer.preview(second(1))
        #expect(!agreed.isEmpty)
        #expect(try await recognizer.preview(second(2)) == agreed)
        // What does not follow begins anew.
        #expect(try await recognizer.preview(second(9)) == "")
    }

    @Test func aCancelledPreviewIsGivenUp() async throws {
        let word = try #require(TestWords.vocabulary().tokens(of: " hello").first)
        let model = try TinyWhisper.model(allowing: [word])
        let recognizer = WhisperRecognizer(model: model, options: Self.options)
        let audio = AudioBuffer(samples: TinyWhisper.tones(16_000))
        let next = AudioBuffer(samples: audio.samples, startSample: 16_000)
        let task = Task {
            while !Task.isCancelled { await Task.yield() }
            return try await recognizer.preview(audio)
        }
        task.cancel()
        #expect(try await task.value == "")
        // Nothing was heard of it that the next one could agree with.
        #expect(try await recognizer.preview(next) == "")
    }
}

extension WhisperRecognizer {
    /// Holds the thread of the words until `gate` opens; false when it does not.
    fileprivate func hold(until gate: DispatchSemaphore, _ begins: @Sendable () -> Void) -> Bool {
        begins()
        return gate.wait(timeout: .now() + 600) == .success
    }
}
