import Evaluation
import Interview
import Yams

/// A question as a mapping of YAML, in the style of the files that come with Viva: long texts folded over several lines, what
/// is short in one line, and nothing that is as usual.
struct QuestionNode {
    let node: Node

    init(_ question: Question) {
        var pairs = [Self.pair("id", question.id), Self.pair("text", question.text)]
        if let spoken = question.spokenText { pairs.append(Self.pair("spokenText", spoken)) }
        pairs += [
            Self.pair("kind", question.kind.rawValue), Self.pair("category", question.category),
            Self.pair("level", question.level.rawValue),
        ]
        if !question.roles.isEmpty { pairs.append((Node("roles"), Self.line(question.roles))) }
        if !question.keyPoints.isEmpty {
            pairs.append((Node("keyPoints"), Node(question.keyPoints.map(Self.node))))
        }
        if !question.sampleAnswers.isEmpty {
            pairs.append((Node("sampleAnswers"), Node(question.sampleAnswers.map(Self.text))))
        }
        if !question.criteria.isEmpty {
            pairs.append((Node("criteria"), Node(question.criteria.map(Self.node))))
        }
        if !question.hints.isEmpty { pairs.append((Node("hints"), Node(question.hints.map(Self.text)))) }
        if !question.followUps.isEmpty {
            pairs.append((Node("followUps"), Node(question.followUps.map(Self.node))))
        }
        pairs.append(
            (Node("expectedDurationSeconds"), Node(CSVCell.number(question.expectedDurationSeconds))))
        if !question.tags.isEmpty { pairs.append((Node("tags"), Self.line(question.tags))) }
        if let origin = question.origin { pairs.append(Self.pair("origin", origin.rawValue)) }
        if let model = question.model { pairs.append(Self.pair("model", model)) }
        node = Node(pairs)
    }

    private static func node(_ point: KeyPoint) -> Node {
        var pairs = [pair("id", point.id), pair("statement", point.statement)]
        if !point.variants.isEmpty { pairs.append((Node("variants"), line(point.variants))) }
        if point.weight != 1 { pairs.append((Node("weight"), Node(CSVCell.number(point.weight)))) }
        return Node(pairs)
    }

    private static func node(_ followUp: FollowUp) -> Node {
        Node([pair("keyPoint", followUp.keyPointID ?? ""), pair("text", followUp.text)], .implicit, .flow)
    }

    private static func node(_ criterion: Criterion) -> Node {
        let weight = criterion.weight == 1 ? [] : [(Node("weight"), Node(CSVCell.number(criterion.weight)))]
        let measures =
            (criterion.measuredBy ?? []).isEmpty
            ? [] : [(Node("measuredBy"), line(criterion.measuredBy ?? []))]
        return Node([pair("name", criterion.name)] + weight + measures, .implicit, .flow)
    }

    private static func pair(_ name: String, _ value: String) -> (Node, Node) { (Node(name), text(value)) }

    /// A list in one line, or in as few as it needs, broken between its entries.
    static func line(_ texts: [String]) -> Node {
        Node(
            texts.map { text in
                let isPlain = !text.contains { ":#-?".contains($0) || $0 == unbroken }
                let whole = isPlain ? text.replacing(" ", with: String(unbroken)) : text
                return Node(whole, .implicit, quotes(for: text))
            }, .implicit, .flow)
    }

    /// Stands for a space at which a line must not be broken; whoever writes the node puts the space back. It is of the
    /// private use area, where no text has anything.
    static let unbroken: Character = "\u{E000}"

    /// A text: folded over several lines where it is long.
    static func text(_ text: String) -> Node {
        Node(text, .implicit, text.count > foldedFrom ? .folded : quotes(for: text))
    }

    /// Quotation marks for what other readers of YAML would take for a number, a date or a truth.
    private static func quotes(for text: String) -> Node.Scalar.Style {
        Resolver.default.resolveTag(of: Node(text)) == .str ? .any : .doubleQuoted
    }

    /// From how many characters on a text stands below its name.
    private static let foldedFrom = 90
}
