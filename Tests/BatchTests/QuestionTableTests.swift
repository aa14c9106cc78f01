import Batch
import Foundation
import Speech
import Testing

@Suite struct QuestionTableTests {
    private let recordings = ["/talks/mon/a.wav", "/talks/tue/a.wav", "/talks/b.wav"].map {
        Recording(path: $0, in: "/home")
    }

    @Test func readsRowsInEveryShape() throws {
        var table = try QuestionTable(
            Data(
                """
                \u{FEFF}{"file": "mon/a.wav", "question": "What is a cache?", "reference": "A store.", "key_points": ["fast; near", "small"]}\r

                {"file": "/talks/tue/a.wav", "question": " Why? ", "key_points": "one\\ntwo", "reference": null}
                {"question": "Who?", "file": "b.wav"}
                """.utf8), source: "/talks/list.jsonl")
        let contexts = try table.contexts(for: recordings, root: "/talks", workingFolder: "/home")
        #expect(
            contexts[recordings[0]]
                == HearingContext(
                    question: "What is a cache?", sampleAnswers: ["A store."],
                    keyPoints: ["fast", "near", "small"]))
        #expect(contexts[recordings[1]] == HearingContext(question: "Why?", keyPoints: ["one", "two"]))
        #expect(contexts[recordings[2]] == HearingContext(question: "Who?"))
        #expect(table.remarks.isEmpty)
    }

    @Test(arguments: [
        ("not json", "JSON object"), ("[1]", "JSON object"), (#"{"file": "b.wav""#, "JSON object"),
        (#"{"question": "Why?"}"#, "\"file\" is missing"), (#"{"file": "b.wav"}"#, "\"question\" is missing"),
        (#"{"file": "b.wav", "question": 5}"#, "\"question\" is not a text"),
        (#"{"file": "b.wav", "question": "Why?", "key_points": {"a": 1}}"#, "\"key_points\""),
    ])
    func aWrongRowIsAnErrorWithItsLine(row: String, reason: String) throws {
        let error = #expect(throws: BatchError.self) {
            _ = try QuestionTable(
                Data("{\"file\": \"x\", \"question\": \"y\"}\n\n\(row)\n".utf8), source: "list.jsonl")
        }
        #expect(error?.description.hasPrefix("list.jsonl, line 3: ") == true)
        #expect(error?.description.contains(reason) == true, "\(error.map { "\($0)" } ?? "")")
    }

    @Test func aNameIsFoundByItsBytesFirstAndThenByHowItReads() throws {
        let (one, two) = ("caf\u{E9}.wav", "cafe\u{301}.wav")
        let row = Data("{\"file\": \"\(one)\", \"question\": \"Why?\"}".utf8)
        let both = [two, one].map { Recording(path: $0, in: "/talks") }
        var table = try QuestionTable(row, source: "/list")
        #expect(
            try table.contexts(for: both, root: "/talks", workingFolder: "/").keys.map(\.self) == [both[1]])
        let other = [Recording(path: two, in: "/talks/mon")]
        #expect(try table.contexts(for: other, root: "/talks", workingFolder: "/").keys.map(\.self) == other)
    }

    @Test func twoRowsThatDisagreeAreAnErrorAndTwoThatAgreeARemark() throws {
        let row = #"{"file": "b.wav", "question": "Why?"}"#
        var agreeing = try QuestionTable(Data("\(row)\n\(row)".utf8), source: "list")
        let contexts = try agreeing.contexts(for: recordings, root: "/talks", workingFolder: "/home")
        #expect(contexts.count == 1)
        #expect(agreeing.remarks.map(\.line) == [2, nil])
        var other = try QuestionTable(
            Data("\(row)\n{\"file\": \"/talks/b.wav\", \"question\": \"Who?\"}".utf8), source: "list")
        let error = #expect(throws: BatchError.self) {
            _ = try other.contexts(for: recordings, root: "/talks", workingFolder: "/home")
        }
        #expect(error?.description.contains("list, line 2:") == true)
        #expect(error?.description.contains("line 1") == true)
    }

    @Test func aBareNameOfTwoRecordingsIsAnError() throws {
        var table = try QuestionTable(Data(#"{"file": "a.wav", "question": "Why?"}"#.utf8), source: "list")
        let error = #expect(throws: BatchError.self) {
            _ = try table.contexts(for: recordings, root: "/talks", workingFolder: "/home")
        }
        #expect(error?.description.contains("/talks/mon/a.wav, /talks/tue/a.wav") == true)
    }

    @Test func whatIsLeftOverOnEitherSideAndUnknownFieldsAreRemarks() throws {
        var table = try QuestionTable(
            Data(#"{"file": "c.wav", "question": "Why?", "keypoints": []}"#.utf8), source: "list")
        #expect(try table.contexts(for: recordings, root: "/talks", workingFolder: "/home").isEmpty)
        #expect(table.remarks.map(\.line) == [1, 1, nil])
        #expect(table.remarks[0].text.contains("keypoints"))
        #expect(table.remarks[1].text.contains("c.wav"))
        #expect(table.remarks[2].text.contains("3 recordings"))
    }
}
