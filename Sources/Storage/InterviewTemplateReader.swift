import Evaluation
import Foundation
import Interview
import Yams

/// Turns files of interview templates into templates and problems.
struct InterviewTemplateReader {
    private let ids: QuestionIDs
    private(set) var entries: [InterviewTemplateEntry] = []
    private(set) var problems: [QuestionBankFileError.Problem] = []
    private var placeByKey: [String: String] = [:]

    /// A reader of templates whose own questions get their ids from `ids` where they have none.
    init(ids: QuestionIDs) { self.ids = ids }

    mutating func read(_ source: QuestionSource) {
        let path = source.name
        do {
            let data = try source.content ?? TextFile.bytes(of: path, limitBytes: QuestionBankFile.limitBytes)
            let text = try TextFile.text(of: data, limitBytes: QuestionBankFile.limitBytes)
            guard let root = try Self.root(of: text, source.format) else {
                return report(path, "The file is empty: it needs a list named `interviews`.")
            }
            var fields = NodeFields(root, path: path)
            let nodes = fields.nodes("interviews", orElse: "The list is missing or empty.")
            fields.finish()
            problems += fields.problems
            for (index, node) in nodes.enumerated() { read(node, index, path) }
        } catch let failure as TextFile.Failure {
            report(path, failure.description)
        } catch let fault as JSONQuestions.Fault {
            problems.append(
                .init(path: path, position: fault.line.map { .line($0) }, reason: fault.reason))
        } catch {
            problems.append(.init(notYAML: error, path: path))
        }
    }

    private static func root(of text: String, _ format: QuestionFormat) throws -> Node? {
        guard !text.allSatisfy(\.isWhitespace) else { return nil }
        return format == .json ? try JSONQuestions.root(of: text) : try Yams.compose(yaml: text)
    }

    private mutating func report(_ path: String, _ reason: String) {
        problems.append(.init(path: path, reason: reason))
    }

    // MARK: - One template

    private mutating func read(_ node: Node, _ index: Int, _ path: String) {
        let position = node.mark.map { QuestionPosition.line($0.line) } ?? .entry(index + 1)
        let prefix = "interviews[\(index)]"
        var fields = NodeFields(node, path: path, position: position, prefix: prefix)
        let key = fields.optionalString("id").map { _ in fields.id("id") }
        let kind = fields.choice("kind", orElse: QuestionPreferences.Mix.mixed)
        let level = fields.choice("level", orElse: QuestionLevel.mid)
        let minutes = whole("minutes", of: &fields, orElse: InterviewSchedule.usualMinutes)
        let count = whole("questionCount", of: &fields, orElse: 0)
        let asked = fields.nodes("questions")
        let entry = InterviewTemplateEntry(
            key: key, title: fields.string("title"), summary: fields.optionalString("description"),
            kind: kind, level: level, role: fields.optionalString("role"), minutes: minutes ?? 0,
            skills: fields.strings("skills"), tags: fields.strings("tags"),
            questions: asked.isEmpty
                ? .chosen(count ?? 0)
                : .listed(questions(asked, kind: kind, level: level, path: path, prefix: prefix)),
            place: position.place(in: path))
        fields.finish()
        problems += fields.problems
        let fault = { (field: String, reason: String) in
            QuestionBankFileError.Problem(
                path: path, position: position, field: "\(prefix).\(field)", reason: reason)
        }
        if minutes == nil { problems.append(fault("minutes", "It is not a whole number.")) }
        if count == nil { problems.append(fault("questionCount", "It is not a whole number.")) }
        if asked.isEmpty == (count == 0) {
            problems.append(
                fault(
                    "questions",
                    "Give either `questions`, a list of ids and questions, or `questionCount`, how many are to be chosen."
                ))
        }
        if let key, let other = placeByKey.updateValue(entry.place, forKey: key) {
            problems.append(
                fault("id", "The id is already used in \(other): give each template its own."))
        }
        entries.append(entry)
    }

    /// A whole number that may be left out; `nil` for one with a fraction.
    private func whole(_ name: String, of fields: inout NodeFields, orElse other: Int) -> Int? {
        Int(exactly: fields.positiveNumber(name, default: Double(other)))
    }

    /// The questions of a template: a text is an id, a mapping a question with the fields of a question file, of which those
    /// that the template says for all of them may be left out.
    private mutating func questions(
        _ nodes: [Node], kind: QuestionPreferences.Mix, level: QuestionLevel, path: String, prefix: String
    ) -> [InterviewTemplateEntry.Asked] {
        var reader = QuestionFileReader(path: path, ids: ids, expectation: .optional)
        let usual = [
            "kind": InterviewTemplateEntry.usualKind(in: kind).rawValue, "level": level.rawValue,
            "category": InterviewTemplateEntry.usualCategory,
        ]
        reader.read(
            nodes.enumerated().filter { $0.element.scalar == nil }.map { index, node in
                let pairs = node.mapping?.map { ($0.string ?? "", $1) }
                guard let pairs else {
                    return QuestionEntry(node: node, position: node.mark.map { .line($0.line) })
                }
                var entry = QuestionFieldNames.translated(pairs.map { (name: $0.0, value: $0.1) })
                entry.position = node.mark.map { .line($0.line) } ?? .entry(index + 1)
                if var mapping = entry.node?.mapping {
                    for (name, value) in usual where mapping[Node(name)] == nil {
                        mapping[Node(name)] = Node(value)
                    }
                    entry.node = .mapping(mapping)
                }
                return entry
            })
        problems += reader.problems
        var own = reader.readings.makeIterator()
        return nodes.compactMap { node -> InterviewTemplateEntry.Asked? in
            if let id = node.scalar?.string {
                return .ofBank(id.split(whereSeparator: \.isWhitespace).joined(separator: " "))
            }
            return own.next()?.question.map { .own($0.question) }
        }
    }
}
