import Evaluation
import FoundationEssentials
import Speech

/// Reads the lines of a sheet of answers.
enum SheetReading {
    /// An answer, or what is wrong with its line.
    static func answer(_ line: [UInt8]) -> Result<SheetAnswer, SheetFailure> {
        do {
            return .success(try JSONDecoder().decode(SheetAnswer.self, from: Data(line)))
        } catch let error as DecodingError {
            return .failure(SheetFailure(error: reason(error, in: line)))
        } catch {
            return .failure(SheetFailure(error: "\(error)"))
        }
    }

    private static func reason(_ error: DecodingError, in line: [UInt8]) -> String {
        switch error {
        case .keyNotFound(let key, let context):
            let path = context.codingPath + [key]
            return "\(name(path)) is missing" + (expected(at: path).map { ": it must be \($0)" } ?? "")
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            return mismatch(at: context.codingPath, in: line)
        case .dataCorrupted(let context):
            let path = context.codingPath
            if path.isEmpty {
                let isJSON = (try? JSONDecoder().decode(JSONValue.self, from: Data(line))) != nil
                return isJSON ? context.debugDescription : "it is no JSON object"
            }
            // Of a key point that is there the words are wrong, which the error says itself.
            return path.last?.intValue == nil
                ? mismatch(at: path, in: line) : "\(name(path)): \(context.debugDescription)"
        @unknown default: return "it cannot be read"
        }
    }

    /// Which field it is, what it is, and what it must be.
    private static func mismatch(at path: [any CodingKey], in line: [UInt8]) -> String {
        let whole = try? JSONDecoder().decode(JSONValue.self, from: Data(line))
        let found = path.reduce(whole) { value, key in
            switch value {
            case .list(let values): key.intValue.flatMap { values.indices.contains($0) ? values[$0] : nil }
            case .object(let fields): fields[key.stringValue]
            default: nil
            }
        }
        let said = found.map { "is \(description(of: $0))" } ?? "is not what it should be"
        return "\(name(path)) \(said)" + (expected(at: path).map { ": it must be \($0)" } ?? "")
    }

    private static func description(of value: JSONValue) -> String {
        switch value {
        case .text(let text):
            "the text \"\(text.prefix(shownCharacters))\(text.count > shownCharacters ? "..." : "")\""
        case .number(let number): "the number \(Int(exactly: number).map(String.init) ?? String(number))"
        default: value.kind
        }
    }

    private static let shownCharacters = 40

    /// What stands at a place of a line, in words; `nil` where anything may.
    private static func expected(at path: [any CodingKey]) -> String? {
        switch path.map({ $0.intValue == nil ? $0.stringValue : "[]" }).joined(separator: ".") {
        case "": "an object with question and answer"
        case "id": "a text or a number of 15 figures at most; write a longer one as a text"
        case "question", "reference", "answer", "sample_answers.[]", "key_points.[].statement",
            "key_points.[].variants.[]":
            "a text"
        case "kind": "one of " + Rubric.Kind.allCases.map(\.rawValue).joined(separator: ", ")
        case "sample_answers", "key_points.[].variants": "a list of texts"
        case "key_points": "a list of texts, or of objects with a statement"
        case "key_points.[]": "a text, or an object with a statement"
        case "key_points.[].weight": Weights.description
        default: nil
        }
    }

    /// A place as people write it, for example `key_points[0].weight`.
    private static func name(_ path: [any CodingKey]) -> String {
        guard !path.isEmpty else { return "the line" }
        return path.reduce(into: "") { text, key in
            if let index = key.intValue {
                text += "[\(index)]"
            } else {
                text += text.isEmpty ? key.stringValue : ".\(key.stringValue)"
            }
        }
    }
}
