import FoundationEssentials
import TestSupport
import Testing

extension CommandTests {
    @Suite struct EvaluateCommandTests {
        private struct Line: Decodable {
            var id: String?
            var overall: Double?
            var scores: [String: Double]?
            var layers: [String]?
            var review: Bool?
            var line: Int?
            var error: String?
        }

        private func lines(_ output: String) throws -> [Line] {
            try output.split(separator: "\n").map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
        }

        private static func row(_ id: Int, _ answer: String) -> String {
            #"{"id": \#(id), "question": "What is a stack?", "reference": "A stack stores elements; the last in is the first out.", "answer": "\#(answer)"}"#
        }

        @Test func judgesEachLineInItsOrder() async throws {
            let sheet = (0..<100).map {
                Self.row($0, $0.isMultiple(of: 2) ? "the last in is first out" : "no idea")
            }
            let run = try await Command().run(
                "evaluate", "--layers", "coverage", "--jobs", "3",
                input: sheet.joined(separator: "\r\n") + "\n\n")
            #expect(run.code == 0, "\(run.log)")
            let results = try lines(run.output)
            #expect(results.map(\.id) == (0..<100).map(String.init))
            for (place, result) in results.enumerated() {
                let overall = try #require(result.overall)
                #expect(place.isMultiple(of: 2) ? overall > 40 : overall == 0)
                #expect(result.layers == ["coverage"])
            }
            #expect(run.log.contains("100 answers judged"))
        }

        @Test func aBrokenLineIsNamedAndTheOthersAreJudged() async throws {
            let command = try Command()
            let path = command.path("sheet.jsonl")
            let sheet = [
                Self.row(1, "first out"), "{", "", #"{"question": "Why?", "answer": "x"}"#, Self.row(2, "x"),
            ]
            try TestFile.write(sheet.joined(separator: "\n"), to: path)
            let run = try await command.run("evaluate", "--layers", "coverage", "--input", path)
            #expect(run.code == 65)
            let results = try lines(run.output)
            #expect(results.map(\.id) == ["1", nil, nil, "2"])
            #expect(results.map(\.line) == [nil, 2, 4, nil])
            #expect(results[2].error?.contains("reference") == true)
            #expect(run.log.contains("2 of 4 lines"))
        }

        @Test func aMistakeInALineIsToldByItsFieldInPlainWords() async throws {
            func row(_ fields: String) -> String { #"{"question": "Why?", "answer": "x", \#(fields)}"# }
            let sheet = [
                row(#""reference": "x", "kind": "tech""#),
                row(#""key_points": [{"statement": "a server", "weight": "2"}]"#),
                row(#""key_points": [{"statement": "a server", "weight": 1e-320}]"#),
                row(#""key_points": ["a server", {"weight": 2}]"#), row(#""reference": ["x"]"#), "7", "{",
            ]
            let run = try await Command().run(
                "evaluate", "--layers", "coverage", input: sheet.joined(separator: "\n"))
            let errors = try lines(run.output).map { $0.error ?? "" }
            let kinds = "technical, behavioural, situational, hr, systemDesign, coding, caseStudy"
            try #require(errors.count == 7, "\(run)")
            #expect(errors[0] == "kind is the text \"tech\": it must be one of \(kinds)")
            #expect(
                errors[1]
                    == "key_points[0].weight is the text \"2\": it must be a number from 0.001 to 1000000")
            #expect(errors[2].hasPrefix("key_points[0].weight is the number "))
            #expect(errors[3] == "key_points[1].statement is missing: it must be a text")
            #expect(errors[4] == "reference is a list: it must be a text")
            #expect(errors[5] == "the line is the number 7: it must be an object with question and answer")
            #expect(errors[6] == "it is no JSON object")
        }

        @Test(arguments: [
            (["--input", "/no/such/sheet"], 66), (["--jobs", "0"], 64), (["--layers", "magic"], 64), ([], 65),
        ])
        func whatIsNoSheetEndsWithItsCode(arguments: [String], code: Int) async throws {
            let run = try await Command().run(["evaluate"] + arguments)
            #expect(Int(run.code) == code)
            #expect(!run.log.isEmpty)
        }
    }
}
