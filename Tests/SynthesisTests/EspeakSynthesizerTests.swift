import Speech
import Testing

@testable import Synthesis

@Suite struct EspeakSynthesizerTests {
    let synthesizer = EspeakSynthesizer.shared
    let question = "Tell me about a time when you led a team. It was, I think, 2,500 days ago."

    @Test func namesTheEngineWithItsVersion() {
        #expect(synthesizer.name.hasPrefix("eSpeak NG 1."))
    }

    @Test func speaksWordsInOrderWithinTheAudio() async throws {
        let speech = try await synthesizer.speak(question, style: SpeakingStyle())
        let expected =
            "Tell me about a time when you led a team It was I think 2,500 days ago".split(separator: " ")
            .map(String.init)
        #expect(speech.words.map(\.text) == expected)
        for (word, next) in zip(speech.words, speech.words.dropFirst()) {
            #expect(word.time.startSeconds < next.time.startSeconds)
            #expect(word.time.endSeconds <= next.time.startSeconds)
            #expect(word.time.durationSeconds > 0.02)
        }
        #expect(try #require(speech.words.last).time.endSeconds <= speech.durationSeconds)
        #expect(speech.samples.allSatisfy { (-1...1).contains($0) })
        #expect(try #require(speech.samples.map(abs).max()) > 0.1)
    }

    @Test func leavesThePauseAfterASentenceOutOfItsLastWord() async throws {
        let speech = try await synthesizer.speak("One. Two.", style: SpeakingStyle())
        try #require(speech.words.map(\.text) == ["One", "Two"])
        #expect(speech.words[1].time.startSeconds - speech.words[0].time.endSeconds > 0.15)
    }

    /// What was said before moves the pauses of the engine: those between sentences by 0.06 s, and the one in a number of thousands,
    /// after numbers in some other languages, by 0.12 s. A pace or a voice that was left over would move words by a second.
    @Test(arguments: [
        ("Tell me about a time when you led a team. It was, I think, many days ago.", 0.08),
        ("Tell me about a time when you led a team. It was, I think, 2,500 days ago.", 0.16),
    ])
    func saysTheSameWordsAtTheSameTimesWhateverWasSpokenBefore(text: String, limitSeconds: Double)
        async throws
    {
        let first = try await synthesizer.speak(text, style: SpeakingStyle())
        for (other, style) in [
            ("Guten Tag, wie geht es Ihnen?", SpeakingStyle(voice: "de")),
            ("Quick and high.", SpeakingStyle(voice: "en-us+f3", rateWordsPerMinute: 300, pitch: 90)),
            ("<speak><prosody rate=\"50%\">slow</prosody></speak>", SpeakingStyle(markup: .ssml)),
            ("1,200", SpeakingStyle(voice: "pl")), ("1,200", SpeakingStyle(voice: "hr")),
        ] {
            _ = try await synthesizer.speak(other, style: style)
            let again = try await synthesizer.speak(text, style: SpeakingStyle())
            #expect(again.words.map(\.text) == first.words.map(\.text))
            for (word, other) in zip(again.words, first.words) {
                #expect(abs(word.time.startSeconds - other.time.startSeconds) < limitSeconds)
            }
            #expect(abs(again.durationSeconds - first.durationSeconds) < limitSeconds)
        }
    }

    @Test func losesNoWordAfterManyPronunciations() async throws {
        for _ in 0..<60 { _ = try await synthesizer.pronunciations(of: ["index"]) }
        let speech = try await synthesizer.speak("One. Two.", style: SpeakingStyle())
        #expect(speech.words.map(\.text) == ["One", "Two"])
    }

    @Test func soundsDifferentInAnotherStyle() async throws {
        let plain = try await synthesizer.speak(question, style: SpeakingStyle())
        for style in [
            SpeakingStyle(voice: "en-us"), SpeakingStyle(voice: "en-gb+f3"), SpeakingStyle(pitch: 80),
            SpeakingStyle(rateWordsPerMinute: 220),
        ] {
            #expect(try await synthesizer.speak(question, style: style).samples != plain.samples)
        }
    }

    /// The engine counts words of a fixed length, so a text of short ones, as this, comes out up to a third faster.
    @Test(arguments: [80, 120, 160, 200, 260, 330, 450])
    func speaksAboutAsFastAsAsked(rate: Int) async throws {
        let text = """
            We decided to split the service into two parts because the old design could not carry the load any \
            longer and then we measured the result for several weeks before we moved the rest of the traffic over
            """
        let speech = try await synthesizer.speak(text, style: SpeakingStyle(rateWordsPerMinute: rate))
        let measured = Double(text.split(separator: " ").count) / speech.durationSeconds * 60
        #expect((0.9...1.45).contains(measured / Double(rate)), "measured \(measured) words a minute")
    }

    @Test(arguments: [(79, 50), (451, 50), (160, -1), (160, 101), (Int.min, 50), (160, Int.max)])
    func refusesAPaceOrPitchOutOfRange(rate: Int, pitch: Int) async {
        await #expect(throws: SynthesisError.self) {
            try await synthesizer.speak("Hello", style: SpeakingStyle(rateWordsPerMinute: rate, pitch: pitch))
        }
    }

    @Test(arguments: ["", " \n\t ", "...", "?!", "\u{0}\u{7}\u{1b}", "\u{200d}", " — “” "])
    func hasNothingToSayWithoutWords(text: String) async {
        await #expect(throws: SynthesisError.emptyText) {
            try await synthesizer.speak(text, style: SpeakingStyle())
        }
    }

    @Test(arguments: [
        "Nul\u{0}in the\u{1}50S\u{7f}middle", "I feel 😀 today", "👩‍👩‍👧‍👦", "مرحبا بكم في المقابلة", "שלום עולם",
        "你好，世界",
        "a\u{301}\u{301}\u{301}\u{301}", "[[h@'loU]]", "C++ & C# <b>bold</b>", "x\u{e000}\u{e03c}\u{10ffff}",
        String(repeating: "a", count: 5_000), String(repeating: "((((", count: 1_000) + "x",
        String(repeating: "9", count: 4_000), "\u{202e}backwards\u{202c}",
    ])
    func speaksOddTextWithoutHarm(text: String) async throws {
        let speech = try await synthesizer.speak(text, style: SpeakingStyle())
        #expect(!speech.samples.isEmpty)
        #expect(speech.words.allSatisfy { $0.time.endSeconds <= speech.durationSeconds })
    }

    @Test func speaksWhatStandsAfterAZeroCharacter() async throws {
        let speech = try await synthesizer.speak("before\u{0}after", style: SpeakingStyle())
        #expect(speech.words.map(\.text) == ["before", "after"])
    }

    @Test func refusesATextThatIsTooLong() async {
        let limit = EspeakSynthesizer.limitCharacters
        await #expect(throws: SynthesisError.textTooLong(characters: limit + 1, limit: limit)) {
            try await synthesizer.speak(String(repeating: "b", count: limit + 1), style: SpeakingStyle())
        }
    }

    @Test func refusesMarkupThatPausesForHours() async {
        let pauses = String(repeating: "<break time=\"60s\"/> a ", count: 60)
        await #expect(throws: SynthesisError.self) {
            try await synthesizer.speak("<speak>\(pauses)</speak>", style: SpeakingStyle(markup: .ssml))
        }
    }

    @Test(arguments: ["nobody", "", "en-gb+nobody", "en-gb+", "+f3", "en-gb+../../../../etc/passwd"])
    func refusesAVoiceThatIsNotThere(voice: String) async {
        await #expect(throws: SynthesisError.unknownVoice(voice)) {
            try await synthesizer.speak("Hello", style: SpeakingStyle(voice: voice))
        }
    }

    @Test func listsVoicesInOrderAndSpeaksInEachOfEnglish() async throws {
        let voices = try await synthesizer.voices()
        #expect(voices.count > 50)
        #expect(voices.map(\.language) == voices.map(\.language).sorted())
        #expect(Set(voices.map(\.identifier)).count == voices.count)
        let british = try #require(voices.first { $0.language == "en-gb" })
        for wanted in ["en-gb", "EN-GB", british.name, british.identifier] {
            // The voice itself: the length of its speech wavers.
            #expect(try await synthesizer.voice(wanted).voice == british)
            let speech = try await synthesizer.speak("Hello", style: SpeakingStyle(voice: wanted))
            #expect(speech.words.map(\.text) == ["Hello"])
        }
        for voice in voices where voice.language.hasPrefix("en") {
            let speech = try await synthesizer.speak("Hello", style: SpeakingStyle(voice: voice.identifier))
            #expect(!speech.samples.isEmpty, "\(voice)")
        }
    }

    @Test func mapsTheWordsOfMarkupToItsText() async throws {
        let text = """
            <?xml version="1.0"?><speak>Hello <break time="500ms"/> big <emphasis level="strong">bold</emphasis> \
            &amp; <!-- not said --> Caf&#233; world.</speak>
            """
        let speech = try await synthesizer.speak(text, style: SpeakingStyle(markup: .ssml))
        #expect(speech.words.map(\.text).filter { $0 != "&" } == ["Hello", "big", "bold", "Café", "world"])
        try #require(speech.words.count >= 2)
        #expect(speech.words[1].time.startSeconds - speech.words[0].time.endSeconds > 0.4)
    }

    @Test(arguments: [
        "<speak>Hello <b big world.", "<speak>Hello", "<speak>a</emphasis></speak>", "a < b", "AT&T",
        "a &nbsp; b",
        "<speak a=b>x</speak>", "<!DOCTYPE x>y", "<speak>x<!-- </speak>", "</speak>x", "<a b=\"<\">x</a>",
        "x<", "x&",
    ])
    func refusesMalformedMarkupAndSaysWhere(text: String) async {
        let error = await #expect(throws: SynthesisError.self) {
            try await synthesizer.speak(text, style: SpeakingStyle(markup: .ssml))
        }
        #expect(error?.description.contains("at character") == true, "\(String(describing: error))")
    }

    @Test func opensNoSoundFileThatMarkupNames() async throws {
        let text = "<speak><audio src=\"/etc/passwd\">instead</audio></speak>"
        let speech = try await synthesizer.speak(text, style: SpeakingStyle(markup: .ssml))
        #expect(speech.words.map(\.text) == ["instead"])
    }

    @Test func servesManyTasksAtOnceWithoutMixingThem() async throws {
        let alone = try await synthesizer.speak("Number 3", style: SpeakingStyle())
        try await withThrowingTaskGroup(of: (Int, SynthesizedSpeech).self) { group in
            for number in 0..<12 {
                group.addTask {
                    let style = SpeakingStyle()
                    return (
                        number, try await EspeakSynthesizer.shared.speak("Number \(number)", style: style)
                    )
                }
            }
            for try await (number, speech) in group {
                #expect(speech.words.map(\.text) == ["Number", "\(number)"])
                if number == 3 { #expect(abs(speech.durationSeconds - alone.durationSeconds) < 0.08) }
            }
        }
    }
}
