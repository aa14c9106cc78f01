import Foundation
import Interview
import Speech
import Yams

/// Writes interview templates so that `InterviewTemplateFile` reads the same back.
public enum InterviewTemplateWriter {
    /// Templates as YAML or JSON, with a line end at its end.
    ///
    /// - Throws: `StorageError.writeFailed` when one has a text or a number that cannot be written.
    public static func text(
        of entries: [InterviewTemplateEntry], format: QuestionFormat
    ) throws(StorageError) -> String {
        do {
            guard format == .json else {
                let root = Node([(Node("interviews"), Node(entries.map(node)))])
                return try Yams.serialize(node: root, indent: 2, width: columns, allowUnicode: true)
                    .replacing(String(QuestionNode.unbroken), with: " ")
            }
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            let data = try encoder.encode(["interviews": entries.map(value)])
            return String(decoding: data, as: UTF8.self) + "\n"
        } catch {
            throw .writeFailed(path: "the templates", reason: StorageError.reason(error))
        }
    }

    private static let columns = 100

    private static func node(_ entry: InterviewTemplateEntry) -> Node {
        var pairs: [(Node, Node)] = []
        for (name, text) in texts(of: entry) { pairs.append((Node(name), QuestionNode.text(text))) }
        pairs.append((Node("minutes"), Node("\(entry.minutes)")))
        if !entry.skills.isEmpty { pairs.append((Node("skills"), QuestionNode.line(entry.skills))) }
        if !entry.tags.isEmpty { pairs.append((Node("tags"), QuestionNode.line(entry.tags))) }
        switch entry.questions {
        case .chosen(let count): pairs.append((Node("questionCount"), Node("\(count)")))
        case .listed(let asked):
            let nodes = asked.map { asked in
                switch asked {
                case .ofBank(let id): QuestionNode.text(id)
                case .own(let question): QuestionNode(question).node
                }
            }
            pairs.append((Node("questions"), Node(nodes)))
        }
        return Node(pairs)
    }

    private static func value(_ entry: InterviewTemplateEntry) -> JSONValue {
        var fields: [String: JSONValue] = ["minutes": .number(Double(entry.minutes))]
        for (name, text) in texts(of: entry) { fields[name] = .text(text) }
        if !entry.skills.isEmpty { fields["skills"] = .list(entry.skills.map { .text($0) }) }
        if !entry.tags.isEmpty { fields["tags"] = .list(entry.tags.map { .text($0) }) }
        switch entry.questions {
        case .chosen(let count): fields["questionCount"] = .number(Double(count))
        case .listed(let asked):
            fields["questions"] = .list(
                asked.map { asked in
                    switch asked {
                    case .ofBank(let id): .text(id)
                    case .own(let question): QuestionFileWriter.value(question)
                    }
                })
        }
        return .object(fields)
    }

    /// The fields that are one text, in the order in which people read them.
    private static func texts(of entry: InterviewTemplateEntry) -> [(String, String)] {
        let fields: [(String, String?)] = [
            ("id", entry.key), ("title", entry.title), ("description", entry.summary),
            ("kind", entry.kind.rawValue), ("level", entry.level.rawValue), ("role", entry.role),
        ]
        return fields.compactMap { name, text in text.map { (name, $0) } }
    }
}
