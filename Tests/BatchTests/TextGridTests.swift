import Speech
import Testing

@testable import Batch

@Suite struct TextGridTests {
    /// A tier as Praat reads it back.
    private struct Tier {
        var name: String
        var intervals: [(start: Double, end: Double, text: String)] = []
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func tiersCoverTheRecordingAndLoseNoWord(seed: UInt64) throws {
        let transcript = TestTranscript.random(seed: seed, words: 200)
        let (end, tiers) = try parse(OutputFormat.textgrid.text(of: transcript))
        #expect(tiers.map(\.name) == ["words", "utterances", "fillers"])
        for tier in tiers {
            #expect(tier.intervals.first?.start == 0)
            #expect(tier.intervals.last?.end == end)
            for (interval, next) in zip(tier.intervals, tier.intervals.dropFirst()) {
                #expect(interval.end == next.start)
            }
            #expect(tier.intervals.allSatisfy { $0.end > $0.start })
        }
        let heard = transcript.words.map { $0.text.onOneLine }.joined(separator: " ")
        #expect(tiers[0].intervals.map(\.text).filter { !$0.isEmpty }.joined(separator: " ") == heard)
        let fillers = transcript.words.filter(\.isFilledPause).map(\.text).joined(separator: " ")
        #expect(tiers[2].intervals.map(\.text).filter { !$0.isEmpty }.joined(separator: " ") == fillers)
    }

    @Test func quotesAreDoubled() {
        let text = OutputFormat.textgrid.text(of: TestTranscript.written([[("\"so\"", 0, 1)]]))
        #expect(text.contains("text = \"\"\"so\"\"\"\n"))
    }

    @Test func silenceIsOneEmptyIntervalATier() throws {
        let (end, tiers) = try parse(
            OutputFormat.textgrid.text(of: TestTranscript.written([], durationSeconds: 2.5)))
        #expect(end == 2.5)
        #expect(tiers.allSatisfy { $0.intervals.count == 1 && $0.intervals[0].text.isEmpty })
    }

    /// The lines of a grid, taken one by one.
    private struct Lines {
        private var lines: ArraySlice<Substring>

        init(_ text: String) { lines = text.split(separator: "\n").map { $0.drop { $0 == " " } }[...] }

        var isEmpty: Bool { lines.isEmpty }

        mutating func value(_ key: String) throws -> String {
            let line = lines.popFirst() ?? ""
            try #require(line.hasPrefix(key + " = "), "\(line) is not \(key)")
            return String(line.dropFirst(key.count + 3))
        }

        mutating func number(_ key: String) throws -> Double {
            let text = try value(key)
            return try #require(Double(text))
        }

        mutating func expect(_ line: String) throws {
            let next = lines.popFirst() ?? ""
            try #require(next == line)
        }
    }

    private func parse(_ text: String) throws -> (Double, [Tier]) {
        var lines = Lines(text)
        try lines.expect("File type = \"ooTextFile\"")
        try lines.expect("Object class = \"TextGrid\"")
        try lines.expect("xmin = 0")
        let end = try lines.number("xmax")
        try lines.expect("tiers? <exists>")
        let count = Int(try lines.number("size"))
        try lines.expect("item []:")
        var tiers: [Tier] = []
        for number in 1...count {
            try lines.expect("item [\(number)]:")
            try lines.expect("class = \"IntervalTier\"")
            var tier = Tier(name: String(try lines.value("name").dropFirst().dropLast()))
            try lines.expect("xmin = 0")
            let tierEnd = try lines.number("xmax")
            #expect(tierEnd == end)
            let size = Int(try lines.number("intervals: size"))
            for index in 1...size {
                try lines.expect("intervals [\(index)]:")
                let (start, stop) = (try lines.number("xmin"), try lines.number("xmax"))
                let label = try lines.value("text")
                #expect(label.hasPrefix("\"") && label.hasSuffix("\"") && label.count >= 2)
                let inner = String(label.dropFirst().dropLast())
                #expect(!inner.replacing("\"\"", with: "").contains("\""))
                tier.intervals.append((start, stop, inner.replacing("\"\"", with: "\"")))
            }
            tiers.append(tier)
        }
        #expect(lines.isEmpty)
        return (end, tiers)
    }
}
