import Recognition
import Speech
import Synthesis
import Testing

extension EngineTests {
    /// An ear for words and PocketSphinx together.
    @Suite struct TwoEarsTests {
        /// An ear that always writes the same, or fails.
        private struct ScriptedEar: Recognizer {
            let name = "an ear of a test"
            var text: Result<String, RecognitionError>

            func recognize(_ utterance: Utterance) async throws(RecognitionError) -> [Word] {
                try text.get().split(separator: " ").map {
                    Word(text: String($0), time: utterance.speech, confidence: 0.8)
                }
            }

            func preview(_ audio: AudioBuffer) async throws(RecognitionError) -> String { try text.get() }
        }

        /// An ear that hears the question that it expects, cannot expect one question and is deaf to another.
        private actor QuestionEar: Recognizer {
            let name = "an ear of a test"
            private let refused: String?
            private let unheard: String?
            private var question = ""

            init(refusing refused: String? = nil, deafTo unheard: String? = nil) {
                self.refused = refused
                self.unheard = unheard
            }

            func expect(_ context: HearingContext?) async throws(RecognitionError) {
                guard context?.question != refused || refused == nil else {
                    throw .engineFailed(engine: "The ear", reason: "it does not like the question")
                }
                question = context?.question ?? ""
            }

            func recognize(_ utterance: Utterance) async throws(RecognitionError) -> [Word] {
                guard question != unheard else {
                    throw .decodingFailed(time: utterance.speech, reason: "it is deaf")
                }
                return question.split(separator: " ").map {
                    Word(text: String($0), time: utterance.speech, confidence: 0.8)
                }
            }

            func preview(_ audio: AudioBuffer) async throws(RecognitionError) -> String { "" }
        }

        private func ears(_ text: Result<String, RecognitionError>) throws -> TwoEarsRecognizer {
            TwoEarsRecognizer(
                words: ScriptedEar(text: text), aligner: try TextAligner(pronouncer: EspeakSynthesizer.shared)
            ) { () async throws(RecognitionError) in try PocketSphinxRecognizer() }
        }

        @Test func theWordsOfOneEarGetTheirTimesFromTheOther() async throws {
            let utterance = try await ExpectationTests.utterance(of: "then we added a materialized view")
            let recognizer = try ears(.success("then we added a materialized view"))
            let words = try await recognizer.recognize(utterance)
            #expect(words.map(\.text) == ["then", "we", "added", "a", "materialized", "view"])
            #expect(words.count { !$0.isUncertain } >= 5, "\(words)")
            let long = try #require(words.first { $0.text == "materialized" }).time.durationSeconds
            #expect((0.4...1.5).contains(long), "\(long)")
            #expect(await recognizer.takeRemarks() == [])
        }

        @Test func aTextThatWasNotSaidIsUncertain() async throws {
            let utterance = try await ExpectationTests.utterance(of: "then we added a materialized view")
            let recognizer = try ears(.success("thanks for watching please subscribe to my channel"))
            let words = try await recognizer.recognize(utterance)
            #expect(words.count { $0.isUncertain } * 2 >= words.count, "\(words)")
        }

        @Test func anEarThatFailsIsReplacedAndThatIsSaidOnce() async throws {
            let utterance = try await ExpectationTests.utterance(of: "a small team")
            let failure = RecognitionError.engineFailed(engine: "The ear", reason: "it is down")
            let recognizer = try ears(.failure(failure))
            let words = try await recognizer.recognize(utterance)
            #expect(!words.isEmpty)
            _ = try await recognizer.recognize(utterance)
            let remarks = await recognizer.takeRemarks()
            #expect(remarks.count == 1)
            #expect(remarks[0].contains("2 utterances") && remarks[0].contains("it is down"), "\(remarks)")
            #expect(await recognizer.takeRemarks() == [])
        }

        @Test(arguments: [true, false])
        func ofTwoEarsThatCannotBothBePreparedBothHearAsBefore(firstRefuses: Bool) async throws {
            let (before, after) = ("what is a cache", "what is a queue")
            let recognizer = TwoEarsRecognizer(
                words: QuestionEar(refusing: firstRefuses ? after : nil, deafTo: before),
                aligner: try TextAligner(pronouncer: EspeakSynthesizer.shared)
            ) { QuestionEar(refusing: firstRefuses ? nil : after) }
            let audio = AudioBuffer(samples: [Float](repeating: 0, count: AudioBuffer.sampleRateHz))
            let utterance = Utterance(audio: audio, speech: audio.time)
            try await recognizer.expect(HearingContext(question: before))
            // The first ear is deaf to this question, so the second one is there from here on.
            #expect(try await recognizer.recognize(utterance).map(\.text).joined(separator: " ") == before)
            await #expect(throws: RecognitionError.self) {
                try await recognizer.expect(HearingContext(question: after))
            }
            #expect(try await recognizer.recognize(utterance).map(\.text).joined(separator: " ") == before)
            #expect(await recognizer.takeRemarks().first?.contains("2 utterances") == true)
        }
    }
}
