import Evaluation
import Foundation
public import Interview
import Speech
import Yams

/// Writes questions so that `QuestionBankFile` reads the same back.
public enum QuestionFileWriter {
    /// Questions in a format, with a line end at its end.
    ///
    /// - Throws: `StorageError.writeFailed` when one has a text or a number that cannot be written.
    public static func text(of questions: [Question], format: QuestionFormat) throws(StorageError) -> String {
        switch format {
        case .yaml: try yaml(questions)
        case .json: try json(questions)
        case .csv: CSVQuestions.text(of: questions)
        }
    }

    // MARK: - YAML

    private static func yaml(_ questions: [Question]) throws(StorageError) -> String {
        guard !questions.isEmpty else { return "questions: []\n" }
        var blocks: [String] = []
        for question in questions { blocks.append(try yamlEntry(question, indent: 2)) }
        return "questions:\n" + blocks.joined(separator: "\n")
    }

    /// One question as an entry of a list, whose hyphen stands behind `indent` spaces; the entries of its own lists stand
    /// `listIndent` spaces behind the names of their fields.
    static func yamlEntry(
        _ question: Question, indent: Int, listIndent: Int = 0
    ) throws(StorageError) -> String {
        let text: String
        do {
            text = try Yams.serialize(
                node: Node([QuestionNode(question).node]), indent: 2, width: columns - indent,
                allowUnicode: true
            ).replacing(String(QuestionNode.unbroken), with: " ")
        } catch {
            throw .writeFailed(
                path: "the question \(question.id)", reason: "it cannot be written as YAML (\(error))")
        }
        let margin = String(repeating: " ", count: indent)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        let inset = String(repeating: " ", count: listIndent)
        var isInList = false
        return lines.map { line in
            // A field of the question stands behind two characters; what belongs to a list begins with a hyphen there, or deeper.
            let beginsField = line.dropFirst(2).first.map { $0 != " " && $0 != "-" } ?? false
            if beginsField { isInList = line.hasSuffix(":") }
            return (line.isEmpty ? "" : margin + (isInList && !beginsField ? inset : "") + line) + "\n"
        }.joined()
    }

    /// Where lines are broken; a word that begins before it may end after it.
    private static let columns = 100

    // MARK: - JSON

    private static func json(_ questions: [Question]) throws(StorageError) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do {
            let data = try encoder.encode(["questions": questions.map(value)])
            return String(decoding: data, as: UTF8.self) + "\n"
        } catch {
            throw .writeFailed(path: "the questions as JSON", reason: StorageError.reason(error))
        }
    }

    /// One question as an object.
    static func value(_ question: Question) -> JSONValue {
        var fields: [String: JSONValue] = [
            "id": .text(question.id), "text": .text(question.text), "kind": .text(question.kind.rawValue),
            "category": .text(question.category), "level": .text(question.level.rawValue),
            "expectedDurationSeconds": .number(question.expectedDurationSeconds),
            "keyPoints": .list(question.keyPoints.map(value)),
            "roles": texts(question.roles), "sampleAnswers": texts(question.sampleAnswers),
            "hints": texts(question.hints), "tags": texts(question.tags),
            "followUps": .list(
                question.followUps.map {
                    .object(["keyPoint": .text($0.keyPointID ?? ""), "text": .text($0.text)])
                }),
            "criteria": .list(
                question.criteria.map { criterion in
                    var fields: [String: JSONValue] = [
                        "name": .text(criterion.name), "weight": .number(criterion.weight),
                    ]
                    if let measures = criterion.measuredBy { fields["measuredBy"] = texts(measures) }
                    return .object(fields)
                }),
        ]
        if let spoken = question.spokenText { fields["spokenText"] = .text(spoken) }
        if let origin = question.origin { fields["origin"] = .text(origin.rawValue) }
        if let model = question.model { fields["model"] = .text(model) }
        return .object(fields)
    }

    private static func value(_ point: KeyPoint) -> JSONValue {
        .object([
            "id": .text(point.id), "statement": .text(point.statement), "variants": texts(point.variants),
            "weight": .number(point.weight),
        ])
    }

    private static func texts(_ texts: [String]) -> JSONValue { .list(texts.map { .text($0) }) }
}
