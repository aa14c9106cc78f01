import Speech
import Testing

@testable import Vocabulary

@Suite struct LexiconReaderTests {
    private func entry(_ line: String, words: [String: [String]] = [:]) throws -> LexiconEntry {
        let reader = LexiconReader { words[$0]?.compactMap { Pronunciation($0) } ?? [] }
        return try #require(try reader.entries(of: line, file: "f.txt").first)
    }

    private func mistakes(_ text: String) -> [LexiconError.Mistake] {
        do {
            _ = try TestVocabulary.reader.entries(of: text, file: "f.txt")
            return []
        } catch {
            return error.mistakes
        }
    }

    @Test func partsAreLettersWordsAndPhones() throws {
        let entry = try entry("PostgreSQL = post /G R EH S/ Q L", words: ["post": ["P OW S T"]])
        #expect(entry.written == "PostgreSQL")
        #expect(entry.token == "postgresql")
        #expect(entry.pronunciations.map(\.description) == ["P OW S T G R EH S K Y UW EH L"])
        #expect(entry.said.isEmpty)
    }

    @Test func waysOfLettersAndWordsAreAlsoWhatARecogniserShows() throws {
        let entry = try entry("SQL = S Q L, sequel, /S K W IH L/", words: ["sequel": ["S IY K W AH L"]])
        #expect(entry.said == [["s", "q", "l"], ["sequel"]])
        #expect(entry.pronunciations.count == 3)
    }

    @Test func theFirstOfEachWayComesBeforeOtherPronunciationsOfItsWords() throws {
        let words = ["data": ["D EY T AH", "D AE T AH"], "base": ["B EY S", "B AA S"]]
        let entry = try entry("db = data base, D B", words: words)
        #expect(
            entry.pronunciations.map(\.description) == [
                "D EY T AH B EY S", "D IY B IY", "D EY T AH B AA S", "D AE T AH B EY S", "D AE T AH B AA S",
            ])
    }

    @Test func noMoreThanSixPronunciationsStayAndNoneTwice() throws {
        let words = ["x": ["K", "S", "Z"], "y": ["IY", "AY", "IH"]]
        let entry = try entry("xy = x y y, x y y, /K IY IY/", words: words)
        #expect(entry.pronunciations.count == 6)
        #expect(Set(entry.pronunciations).count == 6)
        #expect(entry.pronunciations.first?.description == "K IY IY")
    }

    @Test func commentsEmptyLinesAndForeignLineEndsAreNoTerms() throws {
        let text = "\u{FEFF}# Heading\r\n\r\n  SQL = S Q L  \r\n\t\n#x = y\r\n"
        #expect(try TestVocabulary.reader.entries(of: text, file: "f.txt").map(\.written) == ["SQL"])
        #expect(try TestVocabulary.reader.entries(of: "", file: "f.txt").isEmpty)
    }

    @Test(arguments: [
        ("SQL S Q L", "no \" = \""), (" = S Q L", "no \" = \""), ("load balancer = log", "holds a blank"),
        ("SQL = ", "no \" = \""), ("SQL = S Q L,", "is empty"), ("SQL = , S", "is empty"),
        ("SQL = SQL", "neither one letter"), ("SQL = Sequel", "neither one letter"),
        ("x = /K UW", "no second slash"), ("x = //", "nothing between"),
        ("x = /K QQ/", "\"QQ\" is not a phone"),
        ("x = /K AH0/", "\"AH0\" is not a phone"), ("x = gibberish", "no word \"gibberish\""),
        ("x = c++", "holds a sign"), ("x(2) = log", "holds a bracket"),
    ])
    func aMistakeIsToldWithItsPlaceAndARemedy(line: String, problem: String) throws {
        let found = mistakes("# Heading\n\(line)\nSQL2 = S Q L\n")
        #expect(found.count == 1)
        let mistake = try #require(found.first)
        #expect(mistake.line == 2)
        #expect(mistake.file == "f.txt")
        #expect(mistake.problem.contains(problem), "\(mistake)")
        #expect(!mistake.remedy.isEmpty)
        #expect(mistake.description.hasPrefix("f.txt:2: "))
    }

    @Test func everyMistakeIsToldAtOnce() {
        #expect(mistakes("a\nb = gibberish\nSQL = S Q L\nc = /Q/").map(\.line) == [1, 2, 4])
    }

    @Test func aTermThatStandsInAnotherFileIsAMistake() {
        let files = [
            LexiconReader.File(name: "a.txt", text: "SQL = S Q L"),
            LexiconReader.File(name: "b.txt", text: "# x\nsql = sequel"),
        ]
        let error = #expect(throws: LexiconError.self) { try TestVocabulary.reader.entries(of: files) }
        #expect(error?.mistakes.first?.file == "b.txt")
        #expect(error?.description.contains("a.txt:1") == true)
    }

    @Test func everyLetterHasAName() {
        for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" {
            #expect(
                LetterNames.pronunciation(of: letter)
                    == LetterNames.pronunciation(of: Character(letter.lowercased())))
            #expect(LetterNames.pronunciation(of: letter) != nil)
        }
        #expect(LetterNames.pronunciation(of: "é") == nil)
        #expect(LetterNames.pronunciation(of: "1") == nil)
    }
}
