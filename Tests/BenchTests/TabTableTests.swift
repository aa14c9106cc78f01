import Testing

@testable import viva_bench

@Suite struct TabTableTests {
    @Test(arguments: ["\n", "\r\n"]) func readsTheLinesOfEverySystem(ending: String) throws {
        let text = ["word\tstart\tfile", "um\t0.5\ta.wav", "uh\t\tb.wav"].map { $0 + ending }.joined()
        let table = try TabTable(text: text, name: "t.tsv", columns: ["file", "word"], optional: ["kind"])
        #expect(table.rows == [["a.wav", "um", ""], ["b.wav", "uh", ""]])
    }
}
