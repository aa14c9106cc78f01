import FoundationEssentials
import Speech
import Testing

@testable import viva_bench

@Suite struct TextGridTests {
    private static let short = #"""
        File type = "ooTextFile"
        Object class = "TextGrid"

        0
        2.5
        <exists>
        2
        "TextTier"
        "marks"
        0
        2.5
        1
        1.5
        "click"
        "IntervalTier"
        "Ann - words"
        0
        2.5
        3
        0
        1
        ""
        1
        1.75
        "so ""um"""
        1.75
        2.5
        "end"
        """#
    private static let long = #"""
        File type = "ooTextFile"
        Object class = "TextGrid"

        xmin = 0
        xmax = 2.5
        tiers? <exists>
        size = 2
        item []:
            item [1]:
                class = "TextTier"
                name = "marks"
                xmin = 0
                xmax = 2.5
                points: size = 1
                points [1]:
                    number = 1.5
                    mark = "click"
            item [2]:
                class = "IntervalTier"
                name = "Ann - words"
                xmin = 0
                xmax = 2.5
                intervals: size = 3
                intervals [1]:
                    xmin = 0
                    xmax = 1
                    text = ""
                intervals [2]:
                    xmin = 1
                    xmax = 1.75
                    text = "so ""um"""
                intervals [3]:
                    xmin = 1.75
                    xmax = 2.5
                    text = "end"
        """#

    @Test(arguments: [short, long])
    func readsTheWordsOfBothFormats(text: String) throws {
        let words = try #require(try TextGrid(text, name: "a.TextGrid").words)
        #expect(words.map(\.text) == ["so \"um\"", "end"])
        #expect(words.map(\.time.startSeconds) == [1, 1.75])
        #expect(words.map(\.time.endSeconds) == [1.75, 2.5])
    }

    @Test func hasNoWordsWithoutSuchATier() throws {
        let phones = Self.short.replacing("words", with: "phones")
        #expect(try TextGrid(phones, name: "a").words == nil)
    }

    @Test(arguments: [
        "", "\"", "hello", "File type = \"ooTextFile\"", "File type = \"other\"\n\"TextGrid\"\n0\n1",
    ])
    func saysWhenAFileIsNoTextGrid(text: String) {
        #expect(throws: CorpusFailure.self) { try TextGrid(text, name: "a") }
    }

    @Test func saysWhenAFileIsCutOffAnywhereBeforeItsLastValue() {
        let lines = Self.short.split(separator: "\n", omittingEmptySubsequences: false)
        for count in lines.indices {
            let text = lines.prefix(count).joined(separator: "\n")
            #expect(throws: CorpusFailure.self, "\(count) lines") { try TextGrid(text, name: "a") }
        }
    }

    @Test func readsAFileWithoutTiers() throws {
        let text = "\"ooTextFile\" \"TextGrid\" 0 2.5 <absent>"
        #expect(try TextGrid(text, name: "a").words == nil)
    }

    @Test func refusesCountsThatAreNone() {
        for count in ["-1", "1.5", "1e300"] {
            let text = Self.short.replacing("<exists>\n2", with: "<exists>\n\(count)")
            #expect(throws: CorpusFailure.self) { try TextGrid(text, name: "a") }
        }
    }
}
