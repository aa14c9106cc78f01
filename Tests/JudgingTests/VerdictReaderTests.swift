import Evaluation
import HTTPClient
import Speech
import Testing

@testable import Judging

@Suite struct VerdictReaderTests {
    private let reader = VerdictReader(rubric: JudgedCase.rubric, sent: SentAnswer(JudgedCase.answer))

    private func faults(_ text: String) -> [String] {
        if case .failure(let faults) = reader.read(text) { faults.texts } else { [] }
    }

    @Test func aWholeVerdictIsTaken() throws {
        let verdict = try reader.read(JudgedCase.verdict()).get()
        #expect(verdict.sides.count == 4 && verdict.sides[.relevance]?.score == 70)
        #expect(
            verdict.points["lookup"]?.evidence?.text == "can find a row without reading the whole table.")
        #expect(verdict.missing == ["Writes get slower because the index is updated as well"])
        #expect(verdict.sentiment == .neutral && verdict.strengths.count == 3)
    }

    @Test(arguments: [101, -1, "70", "NaN", .null, ["a"], 1e300] as [JSONValue])
    func aScoreThatIsNoneIsAFault(score: JSONValue) {
        #expect(faults(JudgedCase.verdict(score: score)).contains { $0.contains("relevance.score") })
    }

    @Test func whatIsNotInTheAnswerIsAFault() {
        let invented = faults(JudgedCase.verdict(quote: "indexes are B-trees"))
        #expect(invented.count == 1 && invented[0].contains("indexes are B-trees"), "\(invented)")
        #expect(faults(JudgedCase.verdict(quote: "so the")).first?.contains("is covered") == true)
        #expect(faults(JudgedCase.verdict(quote: "")).first?.contains("is covered") == true)
        let contradiction = JudgedCase.verdict {
            $0["contradictions"] = [["quote": "it takes no memory", "problem": "It does."]]
        }
        #expect(faults(contradiction).first?.contains("it takes no memory") == true)
    }

    @Test func aContradictionIsQuotedWhole() {
        let patched = JudgedCase.verdict {
            $0["contradictions"] = [
                ["quote": "keeps a sorted copy … find a row without", "problem": "It does not."]
            ]
        }
        #expect(faults(patched).first?.contains("nothing may be left out") == true)
    }

    @Test func theSameWordsProveTwoPointsAtMost() {
        func faults(points: Int) -> [String] {
            let ids = (0..<points).map { "p\($0)" }
            let reader = VerdictReader(
                rubric: Rubric(
                    question: "Why?", keyPoints: ids.map { KeyPoint(id: $0, statement: "It is \($0)") },
                    kind: .technical), sent: SentAnswer(JudgedCase.answer))
            let verdict = JudgedCase.verdict {
                $0["key_points"] = .list(
                    ids.map { ["id": .text($0), "covered": 1, "quote": "keeps a sorted copy"] })
            }
            if case .failure(let faults) = reader.read(verdict) { return faults.texts }
            return []
        }
        #expect(faults(points: 2).isEmpty)
        #expect(faults(points: 3).first?.contains("same quote") == true)
    }

    @Test func listsAreDistinctAndIdsThatNobodyKnowsAreDropped() throws {
        let text = JudgedCase.verdict {
            $0["strengths"] = ["You named the purpose.", "You named the purpose.", "You gave an example."]
            $0["missing_points"] = [
                "trees", "writes", "writes", "Writes get slower because the index is updated as well",
            ]
        }
        let verdict = try reader.read(text).get()
        #expect(verdict.strengths == ["You named the purpose.", "You gave an example."])
        #expect(verdict.missing == ["Writes get slower because the index is updated as well"])
    }

    @Test func moreFaultsAreCountedInProperWords() {
        #expect(VerdictFaults(texts: ["a", "b"]).summary == "a, and another fault")
        #expect(VerdictFaults(texts: ["a", "b", "c"]).summary == "a, and 2 more faults")
    }

    @Test func unknownMissingAndDoubleKeyPointsAreFaults() {
        let unknown = faults(JudgedCase.verdict(pointID: "trees"))
        #expect(unknown.contains { $0.contains("\"trees\"") })
        #expect(unknown.contains { $0 == "key_points \"lookup\" is missing" })
        let double = JudgedCase.verdict {
            $0["key_points"] = [
                ["id": "writes", "covered": 0, "quote": ""], ["id": "writes", "covered": 0, "quote": ""],
                ["id": "lookup", "covered": 2, "quote": ""],
            ]
        }
        #expect(faults(double).contains { $0.contains("twice") })
        #expect(faults(double).contains { $0.contains("within 0 to 1") })
    }

    @Test(arguments: [
        ("[]", "must be an object"), ("no", "not JSON"), (#"{"dimensions":"#, "not JSON"),
        ("{}", "dimensions.relevance is missing"), ("{}", "key_points is missing"),
        ("{}", "narrative is missing"), ("{}", "sentiment must be"), ("{}", "suggestions is missing"),
    ])
    func anotherShapeIsAFault(text: String, part: String) {
        #expect(faults(text).contains { $0.contains(part) })
    }

    @Test func tooManyAndTooLongSentencesAreCut() throws {
        let text = JudgedCase.verdict {
            $0["strengths"] = .list((0..<100).map { .text("Strength \($0).") })
            $0["narrative"] = .text(String(repeating: "long\u{1B}[31m ", count: 5000))
            $0["missing_points"] = ["writes", "lookup", "Kinds of indexes"]
        }
        let verdict = try reader.read(text).get()
        #expect(verdict.strengths.count == 5 && verdict.narrative.count <= 801)
        #expect(!verdict.narrative.contains("\u{1B}"))
        // What the verdict itself finds in the answer is not missing.
        #expect(
            verdict.missing == [
                "Writes get slower because the index is updated as well", "Kinds of indexes",
            ])
    }
}
