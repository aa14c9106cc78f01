import Evaluation
import Interview
import Yams

/// The names that other question banks use for our fields and for what is in them.
enum QuestionFieldNames {
    /// Our name of a field, whatever its letter case, underscores, hyphens and spaces; `nil` when there is no such field.
    static func field(_ name: String) -> String? { fields[plain(name)] }

    /// Whether a name stands for a single text, even where our field is a list.
    static func isSingle(_ name: String) -> Bool {
        ["sampleanswer", "expectedanswer"].contains(plain(name))
    }

    /// Our word for a kind, a level or an origin; other words as they are.
    static func value(_ value: String, of field: String) -> String {
        switch field {
        case "kind": QuestionKind(named: value)?.rawValue ?? value
        case "level": levels[plain(value)] ?? value
        case "origin": QuestionOrigin.allCases.map(\.rawValue).first { plain($0) == plain(value) } ?? value
        case "id": id(value)
        default: value
        }
    }

    /// The id of another bank as one of ours: `Q_12` is `q-12`.
    private static func id(_ id: String) -> String {
        let words = id.lowercased().split { "_-. ".contains($0) }
        return words.isEmpty ? id : words.joined(separator: "-")
    }

    /// A mapping with our names, kinds and levels. Names that are none of ours stay, and are told when fields are read.
    static func translated(_ fields: [(name: String, value: Node)]) -> QuestionEntry {
        var entry = QuestionEntry()
        var pairs: [(Node, Node)] = []
        var givenAs: [String: String] = [:]
        for (name, value) in fields {
            let field = field(name) ?? name
            if let other = givenAs.updateValue(name, forKey: field) {
                entry.faults.append(
                    .init(field: name, reason: "It says the same as `\(other)`: give one of them."))
                continue
            }
            if field != name { entry.names[field] = name }
            pairs.append((Node(field), Self.node(value, of: field)))
        }
        entry.node = Node(pairs)
        return entry
    }

    /// A field's value in our form.
    private static func node(_ node: Node, of field: String) -> Node {
        guard node.null == nil else { return node }
        switch field {
        case "kind", "level", "id", "origin":
            return node.scalar.map { Node(value($0.string, of: field)) } ?? node
        case "roles", "tags", "hints", "sampleAnswers":
            return list(node) { $0 }
        case "keyPoints":
            return list(node) { part($0, text: "statement", names: keyPointNames) }
        case "criteria":
            return list(node) { part($0, text: "name", names: criterionNames) }
        case "followUps":
            return list(node) { part($0, text: "text", names: followUpNames) }
        default: return node
        }
    }

    /// A list; what is no list is its only entry.
    private static func list(_ node: Node, _ entry: (Node) -> Node) -> Node {
        Node((node.sequence.map(Array.init) ?? [node]).map(entry))
    }

    /// A mapping within a question; a text alone is the field `text` of it.
    private static func part(_ node: Node, text: String, names: [String: String]) -> Node {
        guard let mapping = node.mapping else {
            return node.scalar == nil ? node : Node([(Node(text), node)])
        }
        let pairs = mapping.map { key, value in
            let name = names[plain(key.string ?? "")]
            let isList =
                ["variants", "measuredBy"].contains(name) && value.scalar != nil && value.null == nil
            return (name.map { Node($0) } ?? key, isList ? Node([value]) : value)
        }
        // Two names for one field stay as they are: the second is then told as a field that is not known.
        let hasTwo = Set(pairs.map { $0.0.string ?? "" }).count < pairs.count
        return hasTwo ? node : Node(pairs)
    }

    /// A name without what banks write differently.
    private static func plain(_ name: String) -> String {
        name.lowercased().filter { !$0.isWhitespace && $0 != "_" && $0 != "-" }
    }

    private static let fields: [String: String] = [
        "id": "id", "question": "text", "questiontext": "text", "text": "text", "spokentext": "spokenText",
        "kind": "kind", "type": "kind", "questiontype": "kind", "category": "category", "level": "level",
        "difficulty": "level", "role": "roles", "roles": "roles", "keypoint": "keyPoints",
        "keypoints": "keyPoints", "sampleanswer": "sampleAnswers", "sampleanswers": "sampleAnswers",
        "expectedanswer": "sampleAnswers", "expectedanswers": "sampleAnswers", "criteria": "criteria",
        "evaluationcriteria": "criteria", "hint": "hints", "hints": "hints", "followup": "followUps",
        "followups": "followUps", "timelimit": "expectedDurationSeconds",
        "expecteddurationseconds": "expectedDurationSeconds", "tag": "tags", "tags": "tags",
        "origin": "origin", "model": "model",
    ]
    private static let levels: [String: String] = [
        "easy": "junior", "medium": "mid", "hard": "senior", "junior": "junior", "mid": "mid",
        "senior": "senior", "expert": "expert",
    ]
    private static let keyPointNames: [String: String] = [
        "id": "id", "statement": "statement", "text": "statement", "variants": "variants", "weight": "weight",
    ]
    private static let criterionNames: [String: String] = [
        "name": "name", "criterion": "name", "weight": "weight", "measuredby": "measuredBy",
    ]
    private static let followUpNames: [String: String] = [
        "keypoint": "keyPoint", "keypointid": "keyPoint", "text": "text", "question": "text",
    ]
}
