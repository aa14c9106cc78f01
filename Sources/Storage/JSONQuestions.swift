import Foundation
import Speech
import Yams

/// Questions as JSON: a list, or an object with a list named `questions`.
enum JSONQuestions {
    /// What is wrong with a whole document.
    struct Fault: Error {
        /// The line, from 1, that shows it.
        var line: Int?
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
            entry.faults += roundedIDs(among: fields)
            return entry
        }
    }

    /// A whole document as YAML has it, for readers of both.
    static func root(of text: String) throws(Fault) -> Node { node(try document(text)) }

    /// The ids that are numbers of more figures than a number keeps: they would not be read as they are written.
    private static func roundedIDs(among fields: [String: JSONValue]) -> [QuestionEntry.Fault] {
        fields.sorted { $0.key < $1.key }.compactMap { name, value in
            guard QuestionFieldNames.field(name) == "id", case .number(let number) = value,
                number.magnitude > largestWhole
            else { return nil }
            return .init(
                field: name,
                reason: "It is a number of too many figures to be kept as it is: put it in quotation marks.")
        }
    }

    /// Above it neighbouring whole numbers are read as one.
    private static let largestWhole = 9_007_199_254_740_991.0

    private static func document(_ text: String) throws(Fault) -> JSONValue {
        do { return try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8)) } catch {
            throw fault(of: text)
        }
    }

    /// What keeps a text from being JSON. `JSONDecoder` does not say; the older reader does, up to a byte.
    private static func fault(of text: String) -> Fault {
        do {
            _ = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
            return Fault(reason: "The file is not JSON that can be read.")
        } catch {
            let said =
                (error as NSError).userInfo["NSDebugDescription"] as? String ?? StorageError.reason(error)
            let parts = said.split(separator: " around character ")
            guard parts.count == 2, let byte = Int(parts[1].prefix { $0.isNumber }) else {
                return Fault(reason: "The file is not JSON: \(said.hasSuffix(".") ? said : said + ".")")
            }
            let line = text.utf8.prefix(byte).count { $0 == UInt8(ascii: "\n") } + 1
            return Fault(line: line, reason: "The file is not JSON: \(parts[0]).")
        }
    }

    private static func node(_ value: JSONValue) -> Node {
        switch value {
        case .null: Node("null", .implicit, .plain)
        case .text(let text): text.isEmpty ? Node("", .implicit, .plain) : Node(text)
        case .number(let number): Node(Int(exactly: number).map(String.init) ?? String(number))
        case .boolean(let truth): Node(String(truth))
        case .list(let values): Node(values.map(node))
        case .object(let fields):
            Node(fields.sorted { $0.key < $1.key }.map { (Node($0.key), node($0.value)) })
        }
    }
}
