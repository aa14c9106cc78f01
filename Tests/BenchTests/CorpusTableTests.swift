import FoundationEssentials
import Speech
import Testing

@testable import viva_bench

@Suite struct CorpusTableTests {
    private func read(_ lines: String...) throws -> [BenchRecording] {
        try CorpusTable.recordings(
            lines.joined(separator: "\n") + "\n", name: "m.tsv", folder: URL(filePath: "/nowhere"))
    }

    @Test func readsAllColumns() throws {
        let all = try read(
            "set\tid\tfile\ttranscript\tfillers\tquestion\treference\tkey_points\ttags\tterms",
            "a\tx\ta/x.wav\tum yes\t0.5-0.9:um;2-2.25:uh\tWhy?\tBecause.\tone | two\tt1 | t2\tSQL = sequel | B-tree"
        )
        let recording = try #require(all.first)
        #expect(recording.path == "/nowhere/a/x.wav")
        #expect(recording.fillers?.map(\.text) == ["um", "uh"])
        #expect(recording.fillers?.map(\.time.endSeconds) == [0.9, 2.25])
        #expect(
            recording.context
                == HearingContext(
                    question: "Why?", sampleAnswers: ["Because."], keyPoints: ["one", "two"],
                    terms: ["t1", "t2"]))
        #expect(recording.terms.map(\.written) == ["SQL", "B-tree"])
    }

    @Test func tellsNoFillersFromFillersThatNobodyTimed() throws {
        let timed = try read("file\ttranscript\tfillers", "x.wav\tyes\t")
        #expect(timed[0].fillers == [])
        #expect(try read("file\ttranscript", "x.wav\tyes")[0].fillers == nil)
    }

    @Test func knowsTheKindsOfSets() throws {
        let all = try read(
            "set\tfile\ttranscript\tkind", "ami_meeting\ta\tb", "read\ta\tb", "read+fillers\ta\tb",
            "ami_meeting\ta\tb\tsynthetic")
        #expect(all.map(\.kind) == [.spontaneous, .read, .spliced, .synthetic])
    }

    @Test func keepsRecordingsWithoutATranscript() throws {
        let all = try read("file\ttranscript", "x.wav\t", "", "y.wav\tyes")
        #expect(all.map(\.transcript) == [nil, "yes"])
    }

    @Test func saysWhichLineIsWrong() {
        for (heading, row) in [
            ("file\ttranscript\tfillers", "x.wav\tyes\t3-2:um"),
            ("file\ttranscript\tkind", "x.wav\tyes\todd"),
            ("file\ttranscript", "x.wav\tyes\tmore"), ("file\ttranscript", "\tyes"),
        ] {
            let failure = #expect(throws: CorpusFailure.self) { try read(heading, row) }
            #expect(failure?.description.contains("m.tsv, line 2") == true)
        }
        #expect(throws: CorpusFailure.self) { try read("file\ttext", "x.wav\tyes") }
        #expect(throws: CorpusFailure.self) { try read("") }
    }

    @Test func takesTheQuestionHalfTheSetAwayAsAnother() throws {
        let rows = (0..<4).map { "a\tf\tt\tq\($0)" } + ["b\tf\tt\tlonely"]
        let all = try CorpusTable.recordings(
            (["set\tfile\ttranscript\tquestion"] + rows).joined(separator: "\n"), name: "m",
            folder: URL(filePath: "/"))
        #expect(HearingBench.otherQuestion(for: all[0], in: all)?.context?.question == "q2")
        #expect(HearingBench.otherQuestion(for: all[3], in: all)?.context?.question == "q1")
        #expect(HearingBench.otherQuestion(for: all[4], in: all) == nil)
    }
}
