import Foundation
import TestSupport
import Testing
import Vocabulary

@Suite struct PhraseBreaksTests {
    /// Whether the break at `|` lies inside a phrase.
    private func isInside(_ text: String) -> Bool {
        let halves = text.split(separator: "|").map { $0.split(separator: " ") }
        guard let before = halves.first?.last, let next = halves.last?.first else { return false }
        return PhraseBreaks.isInsidePhrase(after: String(before), before: String(next))
    }

    @Test(arguments: [
        "the | database was slow", "it was a very | big change", "we | moved it", "and | then it failed",
        "because | we had no time", "we have | decided", "it was in | production", "one of | them",
        "the end | of the month", "twenty | percent", "two | hundred users", "this | project",
        "it | was slow",
        "there | is a queue", "our | team", "I'm | sure", "i think that | we should", "more | reliable",
        "it wouldn\u{2019}t | start", "The | cache",
    ])
    func aBreakAfterAWordThatLeansOnTheNextIsInsideAPhrase(text: String) {
        #expect(isInside(text), "\(text)")
    }

    @Test(arguments: [
        "we moved the service | to the cloud", "the cache was slow | and then it failed",
        "it worked | because",
        "we shipped it | we were proud", "what it is used for | so we kept it",
        "i did that | because it was late",
        "as fast as they could | then it stopped", "we did this | in may", "we did this | the week before",
        "so | we moved", "the service | was slow", "the first one | we built",
        "we bought five | and kept two",
        "that is where we were | but it grew", "we moved it | to the cloud",
    ])
    func aBreakBetweenPhrasesIsNot(text: String) {
        #expect(!isInside(text), "\(text)")
    }

    @Test func wordsThatTellNothingAreNotInside() {
        #expect(!PhraseBreaks.isInsidePhrase(after: "", before: ""))
        #expect(!PhraseBreaks.isInsidePhrase(after: "queues", before: "databases"))
    }

    /// Where a text has a mark, a phrase ends; where it has none, every other place lies inside one.
    @Test func marksOfTextsHardlyEverLieInsideAPhrase() throws {
        let folder = URL(filePath: SourceTree.file("models/interview"))
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        var marked = (all: 0, inside: 0)
        var unmarked = (all: 0, inside: 0)
        for file in files where file.pathExtension == "txt" {
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            where !line.hasPrefix("#") {
                let words = line.split(separator: " ")
                for (word, next) in zip(words, words.dropFirst()) {
                    let isMarked = word.last?.isPunctuation ?? false
                    let isInside = PhraseBreaks.isInsidePhrase(
                        after: Self.plain(word), before: Self.plain(next))
                    if isMarked {
                        marked.all += 1
                        marked.inside += isInside ? 1 : 0
                    } else {
                        unmarked.all += 1
                        unmarked.inside += isInside ? 1 : 0
                    }
                }
            }
        }
        #expect(marked.all > 5_000)
        #expect(Double(marked.inside) < 0.03 * Double(marked.all))
        #expect((0.4...0.6).contains(Double(unmarked.inside) / Double(unmarked.all)))
    }

    private static func plain(_ word: Substring) -> String {
        word.trimmingCharacters(in: .punctuationCharacters)
    }
}
