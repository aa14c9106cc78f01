/// The sentences of an evaluation. Each one rests on a figure that was measured.
struct Feedback {
    let strengths: [String]
    let weaknesses: [String]
    let missingPoints: [String]
    let suggestions: [String]
    let narrative: String

    /// The most sentences of a kind; more is not read.
    private static let limit = 5

    init(
        answer: AnswerText, judged: JudgedAnswer, rubric: Rubric, content: ContentJudgement,
        form: FormJudgement,
        discourse: Discourse, story: Story, overall: Double?
    ) {
        let coverage = Dictionary(content.points.map { ($0.id, $0) }) { first, _ in first }
        let points = Self.byWeight(rubric)
        let made = points.filter { coverage[$0.id]?.isCovered == true && discourse.share > 0.5 }
        let missing = points.filter { coverage[$0.id]?.isCovered == false }
        let remarks =
            Remark.content(answer, content: content, discourse: discourse, story: story, rubric: rubric)
            + Remark.form(form, delivery: judged.delivery?.plausible, source: judged.hearing.source)
        let isDoubtful = judged.hearing.source == .spoken && judged.hearing.level != .good

        strengths = Array(
            (made.prefix(3).map { "You made this point: \(Self.quoted($0.statement))." }
                + remarks.compactMap(\.strength)).prefix(Self.limit))
        missingPoints = missing.prefix(3).map(\.statement)
        let verb = isDoubtful ? "was not heard" : "was not found"
        weaknesses = Array(
            (remarks.filter(\.isGrave).compactMap(\.weakness)
                + missing.prefix(2).map { "This point \(verb): \(Self.quoted($0.statement))." }
                + remarks.filter { !$0.isGrave }.compactMap(\.weakness)).prefix(4))
        suggestions = Array(
            (remarks.filter(\.isGrave).compactMap(\.advice)
                + missing.prefix(2).map { "Say a sentence or two about this: \(Self.quoted($0.statement))." }
                + remarks.filter { !$0.isGrave }.compactMap(\.advice)).prefix(Self.limit))
        narrative = Self.narrative(
            overall: overall, points: content.points, missing: missing.first?.statement, remarks: remarks,
            hearing: judged.hearing)
    }

    /// The points of a rubric, the weightiest first and otherwise in their order.
    static func byWeight(_ rubric: Rubric) -> [KeyPoint] {
        rubric.keyPoints.enumerated()
            .sorted { ($1.element.countedWeight, $0.offset) < ($0.element.countedWeight, $1.offset) }
            .map(\.element)
    }

    /// A statement as it stands within a sentence: without its own full stop.
    private static func quoted(_ statement: String) -> String {
        statement.hasSuffix(".") ? String(statement.dropLast()) : statement
    }

    private static func narrative(
        overall: Double?, points: [KeyPointResult], missing: String?, remarks: [Remark], hearing: Hearing
    ) -> String {
        let made = points.count { $0.isCovered }
        var sentences: [String] = []
        switch overall {
        case .some(85...): sentences.append("A very good answer.")
        case .some(70...): sentences.append("A good answer.")
        case .some(45...): sentences.append("A fair answer with room to grow.")
        case .some: sentences.append("This answer leaves out most of what is expected.")
        case nil: sentences.append("The content of this answer could not be scored.")
        }
        if !points.isEmpty {
            sentences.append("\(made) of \(points.count) expected points were found in it.")
        }
        if let advice = remarks.first(where: \.isGrave)?.advice {
            sentences.append(advice)
        } else if let missing {
            sentences.append("Above all this one was not: \(quoted(missing)).")
        } else if let advice = remarks.first(where: { $0.weakness != nil })?.advice {
            sentences.append(advice)
        }
        if hearing.source == .spoken, hearing.level != .good {
            sentences.append(
                "The words were \(hearing.level == .poor ? "poorly" : "only partly") understood, so take the "
                    + "scores of the content as a rough indication.")
        }
        return sentences.joined(separator: " ")
    }
}
