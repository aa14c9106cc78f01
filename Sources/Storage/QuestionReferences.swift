import Evaluation
import Interview

/// What is wrong with how the parts of a question that was read name each other: ids of points that come twice, follow-ups and
/// criteria that name none there is, and a model where none wrote the question.
struct QuestionReferences {
    private(set) var problems: [QuestionBankFileError.Problem] = []
    private let question: Question
    private let path: String
    private let position: QuestionPosition?

    /// Checks a question.
    ///
    /// - Parameter isOriginKnown: Whether who wrote it could be read.
    init(_ question: Question, path: String, position: QuestionPosition?, isOriginKnown: Bool) {
        self.question = question
        self.path = path
        self.position = position
        if isOriginKnown { checkModel() }
        let points = checkPoints()
        checkCriteria(points)
        checkFollowUps(points)
    }

    private mutating func report(_ field: String, _ reason: String) {
        problems.append(
            .init(path: path, position: position, questionID: question.id, field: field, reason: reason))
    }

    private mutating func checkModel() {
        guard question.model != nil, question.origin != .languageModel else { return }
        report(
            "model",
            "A model is named only where it wrote the question: give it the origin "
                + "\(QuestionOrigin.languageModel.rawValue), or leave the model out.")
    }

    /// The ids of the key points.
    private mutating func checkPoints() -> Set<String> {
        var ids: Set<String> = []
        for (index, point) in question.keyPoints.enumerated() where !ids.insert(point.id).inserted {
            report(
                "keyPoints[\(index)].id",
                "The id \(point.id) is already used in this question: give each point its own.")
        }
        return ids
    }

    private mutating func checkCriteria(_ points: Set<String>) {
        let dimensions = Dimension.allCases.map(\.rawValue)
        for (index, criterion) in question.criteria.enumerated() {
            for measure in criterion.measuredBy ?? []
            where !points.contains(measure) && !dimensions.contains(measure) {
                report(
                    "criteria[\(index)].measuredBy",
                    "`\(measure)` is neither a key point of this question nor one of "
                        + "\(dimensions.joined(separator: ", ")).")
            }
        }
    }

    private mutating func checkFollowUps(_ points: Set<String>) {
        for (index, followUp) in question.followUps.enumerated() {
            guard let id = followUp.keyPointID, !id.isEmpty, !points.contains(id) else { continue }
            report(
                "followUps[\(index)].keyPoint",
                "There is no key point \(id) in this question; "
                    + (question.keyPoints.isEmpty
                        ? "it has none, so nothing can be asked about one."
                        : "there are \(question.keyPoints.map(\.id).joined(separator: ", "))."))
        }
    }
}
