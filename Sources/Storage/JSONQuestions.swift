import Foundation
import Yams

/// Questions as JSON: a list, or an object with a list named `questions`.
enum JSONQuestions {
    /// What is wrong with a whole document.
    struct Fault: Error {
        var reason: String
    }

    /// The entries of a document.
    static func entries(of text: String) throws(Fault) -> [QuestionEntry] {
        let list: [JSONValue]
        switch try document(text) {
        case .list(let values): list = values
        case .object(let fields):
            guard case .list(let values) = fields["questions"] else {
                throw Fault(
                    reason: "It has no list named `questions`: give one, or a list of questions alone.")
            }
            list = values
        default: throw Fault(reason: "It is neither a list of questions nor an object with `questions`.")
        }
        guard !list.isEmpty else { throw Fault(reason: "The list of questions is empty.") }
        return list.enumerated().map { place, value in
            guard case .object(let fields) = value else {
                return QuestionEntry(node: node(value), position: .entry(place + 1))
            }
            let named = fields.sorted { $0.key < $1.key }.map { (name: $0.key, value: node($0.value)) }
            var entry = QuestionFieldNames.translated(named)
            entry.position = .entry(place + 1)
            return entry
        }
    }

    private static func document(_ text: String) throws(Fault) -> JSONValue {
        do { return try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8)) } catch {
            guard case DecodingError.dataCorrupted(let context) = error else {
                throw Fault(reason: "The file is not JSON: \(StorageError.reason(error)).")
            }
            // What the reader of JSON says names the line.
            let inner = context.underlyingError.map {
                ($0 as NSError).userInfo["NSDebugDescription"] as? String ?? "\($0)"
            }
            let said = inner ?? context.debugDescription
            throw Fault(
                reason: "The file is not JSON: \(said.hasSuffix(".") ? String(said.dropLast()) : said).")
        }
    }

    private static func node(_ value: JSONValue) -> Node {
        switch value {
        case .null: Node("null", .implicit, .plain)
        case .text(let text): text.isEmpty ? Node("", .implicit, .plain) : Node(text)
        case .whole(let number): Node(String(number))
        case .number(let number): Node(String(number))
        case .truth(let truth): Node(String(truth))
        case .list(let values): Node(values.map(node))
        case .object(let fields):
            Node(fields.sorted { $0.key < $1.key }.map { (Node($0.key), node($0.value)) })
        }
    }
}
