import Audio
import Recognition
import Speech
import Synthesis
import TestSupport
import Testing

extension EngineTests {
    /// Two recognisers that take turns.
    @Suite struct LivePocketSphinxTests {
        private static func live(
            _ options: PocketSphinxOptions = PocketSphinxOptions()
        ) async throws -> LivePocketSphinx {
            LivePocketSphinx(try PocketSphinxRecognizer(options: options)) {
                () async throws(RecognitionError) in
                try PocketSphinxRecognizer(options: options)
            }
        }

        /// Texts spoken one after the other.
        private static func utterances() async throws -> [Utterance] {
            var start = 16_000
            var utterances: [Utterance] = []
            for text in [
                "I worked with a small team for three years, and we made it together.",
                "Then we measured everything and changed one thing after another.", "It was quick.",
            ] {
                let speech = try await EspeakSynthesizer.shared.speak(
                    text, style: SpeakingStyle(voice: "en-us", rateWordsPerMinute: 130))
                var audio = try AudioBuffer(speech)
                audio.samples = [Float](repeating: 0, count: 4_000) + audio.samples
                audio.samples += [Float](repeating: 0, count: 4_000)
                audio.startSample = start
                start = audio.endSample + 8_000
                utterances.append(Utterance(audio: audio, speech: audio.time))
            }
            return utterances
        }

        private static func preview(
            _ utterance: Utterance, size: Int, by recognizer: LivePocketSphinx
        ) async throws -> [String] {
            var texts: [String] = []
            for start in stride(from: 0, to: utterance.audio.samples.count, by: size) {
                let piece = AudioBuffer(
                    samples: Array(utterance.audio.samples[start...].prefix(size)),
                    startSample: utterance.audio.startSample + start)
                texts.append(try await recognizer.preview(piece))
            }
            return texts
        }

        @Test func theWordsDependOnTheAudioAlone() async throws {
            let utterances = try await Self.utterances()
            let recognizer = try await Self.live()
            var heard: [[[Word]]] = []
            for size in [1_600, 7_777, 16_000] {
                try await recognizer.expect(nil)
                var words: [[Word]] = []
                for utterance in utterances {
                    let texts = try await Self.preview(utterance, size: size, by: recognizer)
                    #expect(texts.contains { !$0.isEmpty })
                    words.append(
                        try await recognizer.recognize(along: utterance, until: utterance.audio.endSample))
                }
                heard.append(words)
            }
            #expect(heard[0].allSatisfy { $0.count >= 2 })
            #expect(heard[0][0].count >= 10)
            #expect(heard[1] == heard[0])
            #expect(heard[2] == heard[0])
        }

        @Test func oneThatWasNotPreviewedIsHeardAsWell() async throws {
            let utterance = try await Self.utterances()[0]
            let recognizer = try await Self.live()
            let never = try await recognizer.recognize(along: utterance, until: utterance.audio.endSample)
            _ = try await Self.preview(utterance, size: 8_000, by: recognizer)
            let previewed = try await recognizer.recognize(
                along: utterance, until: utterance.audio.endSample)
            #expect(never.count >= 10)
            // The second time the voice is known.
            #expect(previewed.count >= 10)
            let other = try await Self.live()
            _ = try await Self.preview(utterance, size: 8_000, by: other)
            #expect(
                try await other.recognize(along: utterance, until: utterance.audio.endSample) == never)
        }

        /// The beginning of a recorded answer, the same samples each time.
        private static func recorded(seconds: Double) async throws -> Utterance {
            var audio = AudioBuffer(samples: [])
            for try await buffer in try await AudioFile.open(
                .file(path: SourceTree.sample("conflict-good.flac"))
            ).buffers() {
                audio.samples += buffer.samples
            }
            audio.samples = Array(audio.samples.prefix(Int(seconds * Double(AudioBuffer.sampleRateHz))))
            return Utterance(audio: audio, speech: audio.time)
        }

        @Test func whatIsHeardQuicklyIsHeardAsSpeech() async throws {
            let utterance = try await Self.recorded(seconds: 8)
            let careful = try await Self.live()
            let all = try await careful.recognize(along: utterance, until: utterance.audio.endSample)
            let quick = try await Self.live(.quick)
            let texts = try await Self.preview(utterance, size: 8_000, by: quick)
            #expect(texts.last?.isEmpty == false)
            let words = try await quick.recognize(along: utterance, until: utterance.audio.endSample)
            // Most words of a clear voice are the same.
            let matches = WordErrorRate.matches(reference: all.map(\.text), hypothesis: words.map(\.text))
            #expect(matches.count { $0 } * 3 >= all.count * 2)
            // Its phones tell of each how sure it is, and not the search for words alone.
            var withoutPhones = PocketSphinxOptions.quick
            withoutPhones.verification = .off
            let plain = try await Self.live(withoutPhones)
            _ = try await Self.preview(utterance, size: 8_000, by: plain)
            let unverified = try await plain.recognize(along: utterance, until: utterance.audio.endSample)
            #expect(words.map(\.text) == unverified.map(\.text))
            #expect(
                zip(words, unverified).allSatisfy {
                    $0.confidence != nil && $0.confidence != $1.confidence
                })
        }

        @Test func wordsAfterTheEndAreLeftOut() async throws {
            let utterance = try await Self.utterances()[0]
            let recognizer = try await Self.live()
            let all = try await recognizer.recognize(along: utterance, until: utterance.audio.endSample)
            let end = utterance.audio.startSample + utterance.audio.samples.count / 2
            let fresh = try await Self.live()
            let half = try await fresh.recognize(along: utterance, until: end)
            #expect(!half.isEmpty)
            #expect(half == Array(all.prefix(half.count)))
            #expect(half.count < all.count)
            #expect(half.allSatisfy { $0.time.startSeconds < AudioBuffer.seconds(end) })
        }

        @Test func theNextUtteranceIsHeardWhileOneIsBeingEnded() async throws {
            let utterances = try await Self.utterances()
            let recognizer = try await Self.live()
            _ = try await Self.preview(utterances[0], size: 8_000, by: recognizer)
            async let first = recognizer.recognize(
                along: utterances[0], until: utterances[0].audio.endSample)
            let texts = try await Self.preview(utterances[1], size: 8_000, by: recognizer)
            #expect(texts.last?.isEmpty == false)
            let second = try await recognizer.recognize(
                along: utterances[1], until: utterances[1].audio.endSample)
            let words = try await first
            #expect(words.count >= 10)
            #expect(second.count >= 6)
            #expect(second.allSatisfy { $0.time.startSeconds >= utterances[1].audio.time.startSeconds })
        }

        @Test func aRecordingIsHeardAsByOneRecogniser() async throws {
            let utterances = try await Self.utterances()
            let recognizer = try await Self.live()
            _ = try await Self.preview(utterances[1], size: 8_000, by: recognizer)
            let plain = try await LoadedEngine.plain()
            for utterance in utterances {
                #expect(try await recognizer.recognize(utterance) == plain.recognize(utterance))
            }
            #expect(recognizer.name == plain.name)
            #expect(recognizer.hearsAlong)
        }
    }
}
