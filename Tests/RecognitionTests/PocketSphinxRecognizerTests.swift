import Audio
import Recognition
import Speech
import Synthesis
import TestSupport
import Testing

extension EngineTests {
    @Suite struct PocketSphinxRecognizerTests {
        static let sentences = [
            "I worked with a small team for about three years.",
            "We had to make a decision before the end of the week.",
        ]

        /// A recording that is the same in every run: the synthesiser's pitch wavers, and the words heard with it.
        @Test func hearsMostWordsOfARecordedAnswer() async throws {
            var audio = AudioBuffer(samples: [])
            let file = try await AudioFile.open(
                .file(path: SourceTree.sample("conflict-too-short.flac")))
            for try await buffer in try file.buffers() { audio.samples += buffer.samples }
            let reference = """
                I do not really have disagreements there was one guy who was always late with his work I told my manager \
                about it and that was it
                """
            let words = try await LoadedEngine.plain().recognize(Utterance(audio: audio, speech: audio.time))
            let errors = WordErrorRate(reference: Self.words(reference), hypothesis: words.map(\.text))
            #expect(errors.rate < 0.35, "word error rate \(errors.rate): \(words.map(\.text))")
        }

        @Test func placesWordsInOrderWithinTheUtterance() async throws {
            let utterance = try await Self.utterance(of: Self.sentences[0], startSample: 800_000)
            let words = try await LoadedEngine.plain().recognize(utterance)
            try #require(words.count >= 5)
            for word in words {
                #expect(word.time.startSeconds >= utterance.audio.time.startSeconds)
                #expect(word.time.endSeconds <= utterance.audio.time.endSeconds)
                #expect(word.time.durationSeconds > 0)
                #expect((0...1).contains(try #require(word.confidence)))
            }
            for (word, next) in zip(words, words.dropFirst()) {
                #expect(word.time.endSeconds <= next.time.startSeconds + 1e-9)
            }
            #expect(Set(words.compactMap(\.confidence)).count > 1, "every word is equally sure")
        }

        @Test func keepsTheTimeOfWordsAfterALongPause() async throws {
            let one = try await Self.utterance(of: "I worked with a small team.").audio.samples
            let silence = [Float](repeating: 0, count: 2 * AudioBuffer.sampleRateHz)
            let audio = AudioBuffer(samples: one + silence + one)
            let words = try await LoadedEngine.plain().recognize(Utterance(audio: audio, speech: audio.time))
            let second = AudioBuffer.seconds(one.count + silence.count)
            // A recogniser that leaves silent frames out of its clock would place the second sentence inside the pause.
            let later = words.filter { $0.time.startSeconds > second - 0.1 }
            let first = words.filter { $0.time.endSeconds < AudioBuffer.seconds(one.count) + 0.1 }
            #expect(later.count >= 3, "\(words)")
            #expect(words.count - later.count - first.count <= 1, "\(words)")
        }

        @Test func givesWordsWithoutMarks() async throws {
            let recognizer = try await LoadedEngine.plain()
            for word in try await recognizer.recognize(Self.utterance(of: Self.sentences[1])) {
                #expect(!word.text.contains { "<>[](+)".contains($0) }, "\(word.text)")
                #expect(word.text == word.text.lowercased())
            }
        }

        @Test func hearsTheSameWhateverItHeardBefore() async throws {
            let noise = Self.noise
            let utterances = [
                try await Self.utterance(of: "I worked with a team."),
                try await Self.utterance(of: "We made it."),
            ]
            var alone: [[Word]] = []
            for utterance in utterances {
                alone.append(try await PocketSphinxRecognizer().recognize(utterance))
            }
            let recognizer = try await LoadedEngine.plain()
            _ = try await recognizer.recognize(noise)
            for index in [1, 0, 0] {
                #expect(try await recognizer.recognize(utterances[index]) == alone[index])
            }
            for (previewed, index) in [(noise, 1), (utterances[0], 0)] {
                _ = try await recognizer.preview(previewed.audio)
                _ = try await recognizer.preview(previewed.audio)
                #expect(try await recognizer.recognize(utterances[index]) == alone[index])
            }
        }

        @Test func previewsTheSameTextWhateverItHeardBefore() async throws {
            let utterance = try await Self.utterance(of: "I worked with a small team.")
            let recognizer = try await LoadedEngine.plain()
            func preview(_ utterance: Utterance) async throws -> [String] {
                var texts: [String] = []
                for start in stride(from: 0, to: utterance.audio.samples.count, by: 3_200) {
                    let piece = utterance.audio.samples[start...].prefix(3_200)
                    texts.append(
                        try await recognizer.preview(AudioBuffer(samples: Array(piece), startSample: start)))
                }
                // Without audio it hears nothing, and ends the preview.
                let end = AudioBuffer(samples: [])
                _ = try await recognizer.recognize(Utterance(audio: end, speech: end.time))
                return texts
            }
            let first = try await preview(utterance)
            #expect(try #require(first.last).split(separator: " ").count >= 4)
            #expect(Set(first).count > 3, "the text does not grow")
            for other in [Self.noise, try await Self.utterance(of: "Nine ten.")] {
                _ = try await preview(other)
                #expect(try await preview(utterance) == first)
            }
        }

        @Test func survivesAnyLengthOfSilence() async throws {
            let recognizer = try await LoadedEngine.plain()
            for count in [0, 1, 2, 159, 160, 400, 409, 410, 411, 1_000, 1_599, 1_600, 1_700, 3_200] {
                let audio = AudioBuffer(samples: [Float](repeating: 0, count: count), startSample: 77)
                let utterance = Utterance(audio: audio, speech: audio.time)
                #expect(try await recognizer.preview(audio).isEmpty)
                let words = try await recognizer.recognize(utterance)
                #expect(words.allSatisfy { $0.time.endSeconds <= audio.time.endSeconds })
                #expect(try await recognizer.preview(audio).isEmpty)
                #expect(try await recognizer.preview(audio).isEmpty)
                #expect(try await recognizer.recognize(utterance) == words)
            }
        }

        @Test func survivesOddSamples() async throws {
            let recognizer = try await LoadedEngine.plain()
            for value in [Float.nan, .infinity, -.infinity, 1, -1, 1e30, .leastNonzeroMagnitude] {
                let audio = AudioBuffer(samples: [Float](repeating: value, count: 8_000))
                _ = try await recognizer.preview(audio)
                _ = try await recognizer.recognize(Utterance(audio: audio, speech: audio.time))
            }
        }

        @Test func cutsALongUtteranceAndHearsAllOfIt() async throws {
            let limit = AudioBuffer.sample(PocketSphinxRecognizer.limitUtteranceSeconds)
            let sentence = try await Self.utterance(of: Self.sentences[0]).audio.samples
            // At the start, just before the limit and after it; silence is decoded fast.
            var samples: [Float] = []
            for start in [0, limit - sentence.count, limit + sentence.count / 2] {
                samples += [Float](repeating: 0, count: start - samples.count) + sentence
            }
            let audio = AudioBuffer(samples: samples, startSample: 16_000)
            let words = try await LoadedEngine.plain().recognize(Utterance(audio: audio, speech: audio.time))
            for start in [0, limit - sentence.count, limit + sentence.count / 2] {
                let place = AudioBuffer.seconds(16_000 + start)
                let heard = words.count {
                    (place...place + AudioBuffer.seconds(sentence.count)).contains($0.time.startSeconds)
                }
                #expect(heard >= 7, "\(words)")
            }
            for (word, next) in zip(words, words.dropFirst()) {
                #expect(word.time.endSeconds <= next.time.startSeconds + 1e-9)
            }
        }

        @Test func servesManyTasksAtOnce() async throws {
            let utterances = [
                try await Self.utterance(of: "I worked with a team."),
                try await Self.utterance(of: "We made it."),
            ]
            let recognizers = [try await LoadedEngine.plain(), try PocketSphinxRecognizer()]
            var alone: [[Word]] = []
            for utterance in utterances { alone.append(try await recognizers[0].recognize(utterance)) }
            try await withThrowingTaskGroup(of: (Int, [Word]).self) { group in
                for number in 0..<4 {
                    let (recognizer, utterance) = (recognizers[number % 2], utterances[number / 2])
                    group.addTask { (number / 2, try await recognizer.recognize(utterance)) }
                }
                for try await (index, words) in group { #expect(words == alone[index]) }
            }
        }

        @Test func saysWhatItIs() async throws {
            #expect(try await LoadedEngine.plain().name == "PocketSphinx 5prealpha, en-us")
        }

        /// Half a second of loud noise.
        private static let noise: Utterance = {
            var state: UInt64 = 1
            let samples = (0..<8_000).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return Float(state >> 40) / Float(1 << 24) - 0.5
            }
            let audio = AudioBuffer(samples: samples)
            return Utterance(audio: audio, speech: audio.time)
        }()

        /// A text spoken by eSpeak NG.
        private static func utterance(of text: String, startSample: Int = 0) async throws -> Utterance {
            let style = SpeakingStyle(voice: "en-us", rateWordsPerMinute: 120)
            let speech = try await EspeakSynthesizer.shared.speak(text, style: style)
            let pause = [Float](repeating: 0, count: 4_000)
            let samples = pause + resampled(speech.samples, from: speech.sampleRateHz) + pause
            let audio = AudioBuffer(samples: samples, startSample: startSample)
            return Utterance(audio: audio, speech: audio.time)
        }

        /// Linear interpolation after a mean of neighbours: enough for a test.
        private static func resampled(_ samples: [Float], from rate: Int) -> [Float] {
            let smooth = samples.indices.dropLast().map { (samples[$0] + samples[$0 + 1]) / 2 }
            let step = Double(rate) / Double(AudioBuffer.sampleRateHz)
            return (0..<Int(Double(smooth.count - 1) / step)).map { index in
                let place = Double(index) * step
                let (left, share) = (Int(place), Float(place - place.rounded(.down)))
                return smooth[left] * (1 - share) + smooth[left + 1] * share
            }
        }

        private static func words(_ text: String) -> [String] {
            text.lowercased().split { !$0.isLetter && $0 != "'" }.map(String.init)
        }
    }
}
