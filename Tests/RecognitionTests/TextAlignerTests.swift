import Audio
import FoundationEssentials
import Recognition
import Signal
import Speech
import Synthesis
import TestSupport
import Testing
import Vocabulary

extension EngineTests {
    @Suite struct TextAlignerTests {
        static let sentences = [
            "I worked with a small team for about three years",
            "we had to make a decision before the end of the week",
            "the most important thing was to listen to the people",
        ]

        /// Three sentences of a synthetic voice with quiet around each, and when it said their words.
        static let recording = Task { try await Recording.spoken() }

        @Test func findsWordsWhereTheyWereSpoken() async throws {
            let spoken = try await Self.recording.value
            let text = spoken.words.map(\.text)
            let result = try await TextAligner().align(text, to: spoken.utterances, heard: spoken.heard)
            #expect(result.verdict == .matches)
            #expect(result.words.map(\.text) == text)
            // A synthetic voice is unlike those that the model learnt from: a few of its words are not believed.
            #expect(result.matchShare >= 0.8, "\(result)")
            var errors: [Double] = []
            for (word, said) in zip(result.words, spoken.words) {
                guard let time = word.time else { continue }
                errors.append(abs(time.startSeconds - said.time.startSeconds))
            }
            errors.sort()
            #expect(errors[errors.count / 2] <= 0.04, "median \(errors[errors.count / 2])")
            #expect(errors[errors.count * 9 / 10] <= 0.12, "p90 \(errors[errors.count * 9 / 10])")
            for (word, next) in zip(
                result.words.compactMap(\.time), result.words.compactMap(\.time).dropFirst())
            {
                #expect(word.endSeconds <= next.startSeconds + 1e-9)
            }
        }

        @Test func findsAWordOnTheOtherSideOfTheCutBesideWhichItWasHeard() async throws {
            let spoken = try await Self.recording.value
            let utterances = Array(spoken.utterances.prefix(2))
            try #require(utterances.count == 2)
            var heard = spoken.words.map(\.text)
            let sentence = Self.sentences[0].split(separator: " ").count
            heard = Array(heard.prefix(sentence + Self.sentences[1].split(separator: " ").count))
            let right = [Array(heard[..<sentence]), Array(heard[sentence...])]
            let wrong = [Array(heard[...sentence]), Array(heard[(sentence + 1)...])]
            let aligner = try TextAligner()
            let results = try await aligner.align(right, to: utterances)
            #expect(results.map { $0.words.map(\.text) } == right)
            #expect(try await aligner.align(wrong, to: utterances) == results)
            for (result, utterance) in zip(results, utterances) {
                let alone = try await aligner.align(result.words.map(\.text), to: utterance)
                #expect(alone.words.map(\.time) == result.words.map(\.time))
            }
        }

        @Test func marksASentenceThatWasNotSaid() async throws {
            let spoken = try await Self.recording.value
            let unsaid = ["my", "grandmother", "keeps", "seven", "yellow", "elephants", "in", "Barcelona"]
            let first = Self.sentences[0].split(separator: " ").count + 4
            var text = spoken.words.map(\.text)
            text.insert(contentsOf: unsaid, at: first)
            let result = try await TextAligner().align(text, to: spoken.utterances, heard: spoken.heard)
            let inserted = result.words[first..<first + unsaid.count]
            #expect(inserted.count { $0.isSaid } <= 1, "\(inserted)")
            let others = result.words[..<first] + result.words[(first + unsaid.count)...]
            #expect(Double(others.count { $0.isSaid }) >= 0.8 * Double(others.count), "\(others)")
            #expect(result.verdict != .doesNotMatch)
        }

        @Test func refusesALongTextOfWhichWordsStandHereAndThere() async throws {
            let spoken = try await Self.recording.value
            let wrong = (0..<400).map {
                ["table", "runs", "green", "we", "the", "seldom", "orange", "paper"][$0 * 5 % 8]
            }
            let result = try await TextAligner().align(wrong, to: spoken.utterances, heard: spoken.heard)
            #expect(result.verdict == .doesNotMatch, "\(result.matchShare) \(result.coveredShare)")
            // All that was said is a small part of this text, and stands in it.
            let right = Array(wrong[..<200]) + spoken.words.map(\.text) + Array(wrong[200...])
            let found = try await TextAligner().align(right, to: spoken.utterances, heard: spoken.heard)
            #expect(found.verdict == .matchesInPart, "\(found.matchShare) \(found.coveredShare)")
        }

        @Test func refusesAnotherText() async throws {
            let spoken = try await Self.recording.value
            let wrong = """
                once upon a midnight dreary while I pondered weak and weary over many a quaint and curious volume of \
                forgotten lore
                """.split(separator: " ").map(String.init)
            let result = try await TextAligner().align(wrong, to: spoken.utterances, heard: spoken.heard)
            #expect(result.verdict == .doesNotMatch, "\(result)")
            #expect(result.words.map(\.text) == wrong)
            #expect(result.words.allSatisfy { $0.time == nil && $0.confidence == 0 })
            #expect(result.fillers.isEmpty && result.otherSpeech.isEmpty)
        }

        @Test func hearsAFillerThatTheTextDoesNotHave() async throws {
            let utterance = try await Recording.utterance(
                "we worked with the small team for years, umm, and then the people went home")
            let text = "we worked with the small team for years and then the people went home".split(
                separator: " "
            ).map(String.init)
            let result = try await TextAligner().align(text, to: utterance)
            #expect(result.fillers.count == 1, "\(result)")
            let years = try #require(result.words[7].time)
            let then = try #require(result.words[8].time)
            for filler in result.fillers {
                #expect(filler.isFilledPause)
                #expect(filler.time.startSeconds >= years.endSeconds - 0.05)
                #expect(filler.time.endSeconds <= then.startSeconds + 0.05)
            }
            #expect(
                result.spokenWords.map(\.text).contains("um") || result.spokenWords.map(\.text).contains("uh")
            )
        }

        @Test func givesTheSameResultWhateverItAlignedBefore() async throws {
            let spoken = try await Self.recording.value
            let text = spoken.words.map(\.text)
            let alone = try await TextAligner().align(text, to: spoken.utterances, heard: spoken.heard)
            let aligner = try TextAligner()
            _ = try await aligner.align(["something", "else"], to: spoken.utterances, heard: spoken.heard)
            let again = try await aligner.align(text, to: spoken.utterances, heard: spoken.heard)
            #expect(again == alone)
            let plan = try await aligner.plan(text, heard: spoken.heard)
            var pieces: [Int: AlignedPiece] = [:]
            for number in spoken.utterances.indices.reversed() {
                pieces[number] = try await aligner.align(plan, utterance: number, spoken.utterances[number])
            }
            #expect(
                AlignedText(plan: plan, pieces: spoken.utterances.indices.compactMap { pieces[$0] }) == alone)
        }

        @Test func readsWordsAsPeopleWriteThem() async throws {
            let utterance = try await Recording.utterance(Self.sentences[1])
            let text = [
                "We", "had", "to", "\u{201C}make\u{201D}", "a", "decision,", "before-the", "end", "of", "the",
                "WEEK.",
            ]
            let result = try await TextAligner().align(text, to: utterance)
            #expect(result.words.map(\.text) == text)
            let plain = [
                "we", "had", "to", "make", "a", "decision", "before-the", "end", "of", "the", "week",
            ]
            let same = try await TextAligner().align(plain, to: utterance)
            #expect(result.words.map(\.time) == same.words.map(\.time))
            #expect(result.words.contains { $0.isSaid })
            #expect(result.words[6].isSaid, "the word with a hyphen")
        }

        @Test func asksThePronouncerForWordsOfNoDictionary() async throws {
            let utterance = try await Recording.utterance("we use zorbatronic in the week")
            let text = ["we", "use", "zorbatronic", "in", "the", "week"]
            struct Known: Pronouncer {
                func pronunciations(of words: [String]) async throws(SynthesisError) -> [[Pronunciation]] {
                    words.map { word in
                        word == "zorbatronic"
                            ? [Pronunciation("Z AO R B AH T R AA N IH K")].compactMap(\.self) : []
                    }
                }
            }
            let aligner = try TextAligner(pronouncer: Known())
            let heard = [Transcript.Segment(time: utterance.speech, words: [])]
            let pronounced = try await aligner.plan(text, heard: heard)
            #expect(pronounced.unpronounceable.isEmpty)
            let known = try await aligner.align(text, to: utterance)
            let time = try #require(known.words[2].time)
            #expect(time.durationSeconds > 0.4 && known.words[2].confidence > 0.6, "\(known)")
            let plan = try await TextAligner().plan(text, heard: heard)
            #expect(plan.unpronounceable == [2])
            let unknown = try await TextAligner().align(text, to: utterance)
            #expect(unknown.words[5].isSaid, "\(unknown)")
        }

        @Test func findsTermsAndNumbersAsPeopleWriteThem() async throws {
            let utterance = try await Recording.utterance("we had the pipeline running after forty two weeks")
            let text = ["We", "had", "the", "CI/CD-pipeline", "running", "after", "42", "weeks."]
            let lexicon = Lexicon(entries: [
                LexiconEntry(
                    written: "CI/CD", pronunciations: [Pronunciation("S IY AY S IY D IY")].compactMap(\.self))
            ])
            let heard = [Transcript.Segment(time: utterance.speech, words: [])]
            #expect(try await TextAligner().plan(text, heard: heard).unpronounceable == [3])
            let aligner = try TextAligner(lexicon: lexicon)
            #expect(try await aligner.plan(text, heard: heard).unpronounceable.isEmpty)
            let said = text.map { $0 == "CI/CD-pipeline" ? "pipeline" : $0 }
            let number = try #require(try await aligner.align(said, to: utterance).words[6].time)
            #expect(number.durationSeconds > 0.3)
        }

        @Test(arguments: [["Привет"], ["私たちは検索サービスを書き直すかどうか"], ["你好", "世界"]])
        func refusesATextThatNobodyCanPronounce(text: [String]) async throws {
            let utterance = try await Recording.utterance(EngineTests.TextAlignerTests.sentences[1])
            let heard = [Transcript.Segment(time: utterance.speech, words: [])]
            let result = try await TextAligner().align(text, to: [utterance], heard: heard)
            #expect(result.verdict == .doesNotMatch, "\(result)")
            #expect(result.matchShare == 0)
        }

        @Test func aWordThatIsLongerThanTheEnginesLinesIsUnknown() async throws {
            let utterance = try await Recording.utterance("we had to")
            let text = ["we", "had", String(repeating: "1", count: 300)]
            let result = try await TextAligner().align(text, to: utterance)
            #expect(result.words[0].isSaid && result.words[1].isSaid, "\(result)")
        }

        /// What could be a mark, a phone or a pronunciation of the engine's is a word without a pronunciation.
        @Test(arguments: [
            ["<sil>"], ["++AA++", "w0", "f0(2)"], ["the(2)"], ["%s%n", "\u{0}"], [""], ["\u{1F600}", "日本"],
        ])
        func survivesAnyText(_ text: [String]) async throws {
            let utterance = try await Recording.utterance("we had to")
            let result = try await TextAligner().align(text, to: utterance)
            #expect(result.words.map(\.text) == text)
            let mixed = try await TextAligner().align(["we"] + text + ["had", "to"], to: utterance)
            #expect(mixed.words.count == text.count + 3)
        }

        @Test(arguments: [
            [], [0.5], [Float](repeating: 0, count: 32_000), [Float](repeating: .nan, count: 16_000),
            [Float](repeating: 1, count: 1600), [Float](repeating: .infinity, count: 20_000),
        ])
        func findsNothingInAudioWithoutSpeech(_ samples: [Float]) async throws {
            let audio = AudioBuffer(samples: samples)
            let utterance = Utterance(audio: audio, speech: audio.time)
            for text in [["we", "had", "to", "make", "a", "decision"], []] {
                let result = try await TextAligner().align(text, to: utterance)
                #expect(result.words.map(\.text) == text)
                #expect(result.verdict == .doesNotMatch, "\(result)")
            }
            let none = try await TextAligner().align(["we"], to: [], heard: [])
            #expect(none.verdict == .doesNotMatch && none.matchShare == 0)
        }

        @Test func reportsAModelThatIsNotThere() throws {
            #expect(throws: RecognitionError.self) { try TextAligner(model: .installed(in: "/nonexistent")) }
        }

        @Test func survivesBeingWrittenAndRead() async throws {
            let utterance = try await Recording.utterance(Self.sentences[1])
            let result = try await TextAligner().align(["we", "had", "to", "eat"], to: utterance)
            let data = try JSONEncoder().encode(result)
            let read = try JSONDecoder().decode(AlignedText.self, from: data)
            #expect(read == result)
            #expect(String(decoding: data, as: UTF8.self).contains("\"isSaid\":"))
        }
    }
}

extension EngineTests.TextAlignerTests {
    /// Speech of which every word's time is known.
    struct Recording: Sendable {
        struct Spoken: Sendable {
            var words: [Word]
            var utterances: [Utterance]
            /// What a poor recogniser might have heard: every third word is wrong.
            var heard: [Transcript.Segment]
        }

        static func spoken() async throws -> Spoken {
            // Spoken once: the voice wavers from one time to the next, and the times with it.
            var audio = AudioBuffer(samples: [])
            let stream = try await AudioFile.open(
                .file(path: SourceTree.recording("three-sentences.flac"))
            ).buffers()
            while let buffer = try await stream.next() { audio.samples += buffer.samples }
            let table = try TestFile.text(SourceTree.recording("three-sentences.tsv"))
            let words = table.split(separator: "\n").map { line in
                let fields = line.split(separator: "\t").map(String.init)
                return Word(
                    text: fields[2],
                    time: TimeRange(
                        startSeconds: Double(fields[0]) ?? .nan, endSeconds: Double(fields[1]) ?? .nan))
            }
            var segmenter = Segmenter()
            let utterances = (segmenter.process(audio) + segmenter.finish()).compactMap { event in
                if case .closed(let utterance) = event { utterance } else { nil }
            }
            let heard = utterances.map { utterance in
                let inside = words.filter { utterance.audio.time.overlapSeconds(with: $0.time) > 0.05 }
                return Transcript.Segment(
                    time: utterance.speech,
                    words: inside.enumerated().map { place, word in
                        place % 3 == 2 ? Word(text: "elephant", time: word.time) : word
                    })
            }
            return Spoken(words: words, utterances: utterances, heard: heard)
        }

        private static let quiet = [Float](repeating: 0, count: 6_000)

        private static func speech(_ text: String) async throws -> SynthesizedSpeech {
            try await EspeakSynthesizer.shared.speak(
                text, style: SpeakingStyle(voice: "en-us", rateWordsPerMinute: 120))
        }

        static func utterance(_ text: String) async throws -> Utterance {
            let audio = AudioBuffer(samples: quiet + (try AudioBuffer(await speech(text))).samples + quiet)
            return Utterance(audio: audio, speech: audio.time)
        }
    }
}
