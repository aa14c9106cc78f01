import Foundation
import Language
import Meaning
import Testing

/// The dictionary itself, where the package wordnet-base is installed.
@Suite(.enabled(if: FileManager.default.fileExists(atPath: WordNet.debianFolder)))
struct WordNetInstalledTests {
    private let wordNet: WordNet

    init() throws { wordNet = try #require(try WordNet.installed()) }

    @Test(arguments: [
        ("started", "begin", WordRelation.synonym), ("decided", "decision", .derived),
        ("dog", "animal", .hypernym),
        ("error", "mistake", .synonym), ("quickly", "quick", .derived), ("failure", "fail", .derived),
        ("finance", "financial", .derived), ("buy", "purchased", .synonym),
    ])
    func wordsAreRelatedAsPeopleExpect(first: String, second: String, relation: WordRelation) {
        #expect(wordNet.relation(first, second) == relation)
        #expect(wordNet.relation(second, first) == relation)
    }

    @Test(arguments: [
        ("table", "banana"), ("drew", "passed"), ("ran", "won"), ("poodle", "animal"), ("stack", "stock"),
        ("wibble", "begin"),
    ])
    func otherWordsAreNot(first: String, second: String) {
        #expect(wordNet.relation(first, second) == nil)
    }

    @Test(arguments: [
        ("queries", "query"), ("indices", "index"), ("ran", "run"), ("wrote", "write"), ("planning", "plan"),
        ("hoping", "hope"), ("men", "man"), ("better", "good"), ("axes", "axis"), ("children", "child"),
    ])
    func aWordLeadsToItsBaseForm(word: String, form: String) throws {
        #expect(try #require(wordNet.entry(of: word)).baseForms.contains(form))
    }

    @Test func wordsAtTheEndsOfTheIndexesAreFound() {
        for word in ["aa", "zymurgy", "aalii", "zombie", "zoom"] {
            #expect(wordNet.entry(of: word) != nil, "\(word)")
        }
    }
}
