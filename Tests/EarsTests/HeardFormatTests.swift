import HTTPClient
import Testing

@testable import Recognition

@Suite struct HeardFormatTests {
    private func read(_ text: String, _ format: HeardFormat = .auto) throws(HeardTextError) -> [HeardText
        .Piece]
    {
        try format.read(Array(text.utf8)).pieces
    }

    private func error(_ text: String, _ format: HeardFormat = .json) -> HeardTextError? {
        do throws(HeardTextError) {
            let heard = try read(text, format)
            Issue.record("understood as \(heard)")
            return nil
        } catch { return error }
    }

    @Test func openAIsVerboseAnswerGivesWordsWithTheirSegmentsConfidence() throws {
        let pieces = try read(
            """
            {"task":"transcribe","language":"english","duration":2.5,"text":"Hello there. You",
             "words":[{"word":"Hello","start":0.0,"end":0.5},{"word":"there","start":0.5,"end":1},
                      {"word":"You","start":2.0,"end":2.4}],
             "segments":[{"id":0,"start":0.0,"end":1.0,"text":" Hello there.","avg_logprob":-0.5,"no_speech_prob":0.1,
                          "compression_ratio":1.1},
                         {"id":1,"start":2.0,"end":2.5,"text":" You","avg_logprob":-1.5,"no_speech_prob":0.9}]}
            """)
        #expect(pieces.map(\.text) == ["Hello", "there"])
        #expect(pieces.map(\.startSeconds) == [0, 0.5])
        #expect(abs((pieces[0].confidence ?? 0) - 0.6065) < 0.001)
    }

    @Test func segmentsAloneAreTakenAndSilenceAndLoopsAreKnown() throws {
        let pieces = try read(
            """
            {"segments":[{"start":0,"end":1,"text":" One.","avg_logprob":-0.1,"no_speech_prob":0.7},
                         {"start":1,"end":2,"text":" Two two","compression_ratio":2.5},
                         {"start":2,"end":3,"text":" Thanks","avg_logprob":-1.1,"no_speech_prob":0.61}]}
            """)
        #expect(pieces.map(\.text) == [" One.", " Two two"])
        #expect(pieces.map(\.isDoubtful) == [false, true])
        #expect(pieces[1].confidence == nil)
        #expect(try read(#"{"text":"","segments":[],"words":[]}"#).map(\.text) == [""])
    }

    @Test func wordsInSegmentsAreTakenWithTheirOwnConfidence() throws {
        let pieces = try read(
            """
            {"segments":[{"start":0,"end":2,"text":" a b c","avg_logprob":-0.2,"words":[
              {"word":" a","start":0.1,"end":0.3,"probability":0.9},{"text":"b","start":0.4,"end":0.6,"score":1.7},
              {"word":"c"},{"word":" "}]}]}
            """)
        #expect(pieces.map(\.text) == [" a", "b", "c"])
        #expect(pieces[0].confidence == 0.9 && pieces[1].confidence == 1)
        #expect(abs((pieces[2].confidence ?? 0) - 0.8187) < 0.001)
        #expect(pieces[2].startSeconds == nil)
    }

    @Test func whisperCPPsTokensBecomeWords() throws {
        let pieces = try read(
            """
            {"systeminfo":"x","transcription":[{"timestamps":{"from":"00:00:00,000","to":"00:00:02,000"},
              "offsets":{"from":0,"to":2000},"text":" Kubernetes pods.","tokens":[
              {"text":"[_BEG_]","offsets":{"from":0,"to":0},"p":0.9},
              {"text":" K","offsets":{"from":100,"to":200},"p":0.5},
              {"text":"ubernetes","offsets":{"from":200,"to":900},"p":1.0},
              {"text":" pods","offsets":{"from":1000,"to":1500},"p":0.8},
              {"text":".","offsets":{"from":1500,"to":1600},"p":0.6},{"text":"[_TT_100]","p":0.1}]}]}
            """)
        #expect(pieces.map(\.text) == [" Kubernetes", " pods."])
        #expect(pieces.map(\.startSeconds) == [0.1, 1.0])
        #expect(pieces.map(\.endSeconds) == [0.9, 1.6])
        #expect(abs((pieces[0].confidence ?? 0) - 0.75) < 1e-9)
        #expect(abs((pieces[1].confidence ?? 0) - 0.7) < 1e-9)
    }

    @Test func whisperCPPsSegmentsStandWhereTokensAreMissingOrBroken() throws {
        let whole = try read(#"{"transcription":[{"offsets":{"from":500,"to":2000},"text":" Größe"}]}"#)
        #expect(whole == [HeardText.Piece(text: " Größe", startSeconds: 0.5, endSeconds: 2)])
        let broken = try read(
            #"{"transcription":[{"offsets":{"from":0,"to":9},"text":" Größe","tokens":[{"text":" Gr"},{"text":"\ufffd"},{"text":"ße"}]}]}"#
        )
        #expect(broken.map(\.text) == [" Größe"])
        #expect(try read(#"{"transcription":[]}"#).isEmpty)
    }

    @Test func vosksResultIsTaken() throws {
        let pieces = try read(
            #"{"result":[{"conf":0.75,"end":1.0,"start":0.5,"word":"hello"}],"text":"hello"}"#)
        #expect(
            pieces == [HeardText.Piece(text: "hello", startSeconds: 0.5, endSeconds: 1, confidence: 0.75)])
    }

    @Test func aTextAloneIsTaken() throws {
        #expect(try read(#" {"text":"Hi."} "#) == [HeardText.Piece(text: "Hi.")])
        #expect(try read(#"{"text":""}"#).flatMap { HeardSpelling.words($0.text) }.isEmpty)
        #expect(try read(#"{"text":"a","words":null,"segments":null,"x":[1,{"y":false}]}"#).count == 1)
    }

    @Test func linesWithTimesAreTakenWithoutTheRest() throws {
        let pieces = try read(
            """
            loading model ...
            [00:00:00.000 --> 00:00:02.500]   Hello there.
            [00:01.000 --> 01:02,250]  Whisper's way
              [01:00:00.000 --> 01:00:01.000] late
            [not a time --> 3] no
            """)
        #expect(pieces.map(\.text) == ["   Hello there.", "  Whisper's way", " late"])
        #expect(pieces.map(\.startSeconds) == [0, 1, 3600])
        #expect(pieces.map(\.endSeconds) == [2.5, 62.25, 3601])
    }

    @Test func plainTextIsTakenLineByLine() throws {
        #expect(
            try read("Hello there.\n\n you\r\n") == [
                HeardText.Piece(text: "Hello there."), HeardText.Piece(text: " you"),
            ])
        #expect(try read("").isEmpty)
        #expect(try read(" \n ").isEmpty)
        #expect(try read("[music] --> [00:0x --> 1]").count == 1)
        #expect(try read("{}", .text).count == 1)
    }

    @Test(arguments: [
        ("<!DOCTYPE html><title>Sign in</title>", HeardTextError.webPage), ("\n<HTML><body>", .webPage),
        ("", .notJSON(beginning: "")), ("hello", .notJSON(beginning: "hello")),
        (#"{"text":"cut"#, .notJSON(beginning: #"{"text":"cut"#)),
        (#"{"text":"a"} trailing"#, .notJSON(beginning: #"{"text":"a"} trailing"#)),
        ("[]", .wrongField("document", found: "a list")), ("null", .wrongField("document", found: "null")),
        ("3", .wrongField("document", found: "a number")), ("{}", .nothingHeard(keys: [])),
        (#"{"b":1,"a":2}"#, .nothingHeard(keys: ["a", "b"])),
        (#"{"text":5}"#, .wrongField("text", found: "a number")),
        (#"{"words":"x"}"#, .wrongField("words", found: "a text")),
        (#"{"words":[1]}"#, .wrongField("words", found: "a list with a number in it")),
        (#"{"words":[{"start":1}]}"#, .wrongField("word", found: "missing")),
        (#"{"words":[{"word":"a","start":"1"}]}"#, .wrongField("start", found: "a text")),
        (#"{"words":[{"word":"a","start":true}]}"#, .wrongField("start", found: "a truth value")),
        (#"{"segments":[{"text":["a"]}]}"#, .wrongField("text", found: "a list")),
        (#"{"segments":{"text":"a"}}"#, .wrongField("segments", found: "an object")),
        (#"{"segments":[{"text":"a","avg_logprob":"low"}]}"#, .wrongField("avg_logprob", found: "a text")),
        (#"{"transcription":"x"}"#, .wrongField("transcription", found: "a text")),
        (#"{"result":[{"word":7}]}"#, .wrongField("word", found: "a number")),
        (#"{"error":{"message":"no such model"}}"#, .refusal("no such model")),
        (#"{"detail":"busy"}"#, .refusal("busy")),
    ])
    func oddDocumentsAreClearErrors(text: String, expected: HeardTextError) {
        #expect(error(text) == expected)
    }

    @Test(arguments: [
        #"{"words":[{"word":"a","start":NaN,"end":1}]}"#, #"{"words":[{"word":"a","start":1e999,"end":1}]}"#,
        #"{"words":[{"word":"a","start":Infinity}]}"#, "{\"text\":\"\u{0}\"}",
        String(repeating: #"{"a":"#, count: 5000) + "1" + String(repeating: "}", count: 5000),
        String(repeating: "[", count: 100_000),
    ])
    func whatJSONForbidsIsAnError(text: String) {
        guard case .notJSON = error(text) else {
            Issue.record("not told")
            return
        }
    }

    @Test func bytesThatAreNoTextAreAnError() {
        for bytes: [UInt8] in [[0xFF, 0xFE, 0x41], [0x41, 0, 0x42], [0xC3]] {
            #expect(throws: HeardTextError.notText) { try HeardFormat.text.read(bytes) }
            #expect(throws: HeardTextError.notText) { try HeardFormat.auto.read(bytes) }
        }
    }

    @Test func anExcerptIsOneShortLineWithoutControls() {
        let text = ServiceText.excerpt("a\u{1B}[31m\n\tb" + String(repeating: "x", count: 9000), limit: 20)
        #expect(text.count == 21 && text.hasPrefix("a[31m b") && text.hasSuffix("…"))
    }
}
