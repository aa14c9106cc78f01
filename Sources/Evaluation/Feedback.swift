/// The sentences of an evaluation. Each one rests on a figure that was measured or on words that it quotes.
struct Feedback {
    let structure: AnswerStructure
    let strengths: [String]
    let weaknesses: [String]
    let missingPoints: [String]
    let suggestions: [String]
    let narrative: String

    /// The most sentences of strengths and of suggestions; more is not read.
    static let mostSentences = 5
    /// The most weaknesses: nobody works on more at once.
    static let mostWeaknesses = 4
    /// The most expected points that are named as missing.
    static let mostMissingPoints = 3
    /// A point with less coverage was touched rather than said, and is worth a sentence more.
    static let saidFrom = 0.75

    init(
        answer: AnswerText, prose: AnswerText, judged: JudgedAnswer, rubric: Rubric,
        content: ContentJudgement, form: FormJudgement, discourse: Discourse, story: Story, overall: Double?
    ) {
        structure = AnswerStructure(answer, prose: prose, story: story, kind: rubric.kind)
        let results = Dictionary(content.points.map { ($0.id, $0) }) { first, _ in first }
        let points = Self.byWeight(rubric)
        let made =
            discourse.share > 0.5 ? points.compactMap { results[$0.id] }.filter(\.isCovered) : []
        let missing = points.filter { results[$0.id]?.isCovered == false }
        let remarks =
            Remark.content(
                answer, content: content, discourse: discourse, story: story, structure: structure,
                rubric: rubric)
            + Remark.form(form, judged: judged)
        let isDoubtful = judged.hearing.source == .spoken && judged.hearing.level != .good

        strengths = Self.distinct(
            made.prefix(3).map {
                "You made this point: \(Self.quoted($0.statement))\(Remark.quote($0.evidence))."
            }
                + remarks.compactMap(\.strength), most: Self.mostSentences)
        missingPoints = Self.distinct(missing.map(\.statement), most: Self.mostMissingPoints)
        let verb = isDoubtful ? "was not heard" : "was not found"
        weaknesses = Self.distinct(
            remarks.filter(\.isGrave).compactMap(\.weakness)
                + missing.prefix(2).map { "This point \(verb): \(Self.quoted($0.statement))." }
                + remarks.filter { !$0.isGrave }.compactMap(\.weakness), most: Self.mostWeaknesses)
        let touched = made.filter { $0.coverage < Self.saidFrom }
        suggestions = Self.distinct(
            remarks.filter(\.isGrave).compactMap(\.advice)
                + missing.prefix(2).map { "Say a sentence or two about this: \(Self.quoted($0.statement))." }
                + remarks.filter { !$0.isGrave }.compactMap(\.advice)
                + touched.prefix(2).map {
                    "You touched this point; give it a whole sentence: \(Self.quoted($0.statement))."
                }, most: Self.mostSentences)
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

    /// The first of some sentences, none twice.
    private static func distinct(_ sentences: [String], most: Int) -> [String] {
        var seen: Set<String> = []
        return Array(sentences.filter { seen.insert($0).inserted }.prefix(most))
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
        case .some(PerformanceLabel.excellentFrom...): sentences.append("A very good answer.")
        case .some(PerformanceLabel.goodFrom...): sentences.append("A good answer.")
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
