import Evaluation
import Interview
import Records
import Web

/// The scores of an answer or a session, 0...100. A side that was not judged, such as the technical accuracy of a story, has the
/// overall score, which this interface needs a number for; without an overall score there is none.
struct PracticeScores: Sendable {
    let overall: Double?
    let sides: [Dimension: Double]

    init(_ evaluation: Evaluation, overall: Double?) {
        self.overall = overall
        sides = Dimension.allCases.reduce(into: [:]) { $0[$1] = evaluation.score($1) }
    }

    /// The scores of a session in a list; those that it does not show are left out.
    init(_ listing: InterviewListing) {
        overall = listing.overall
        var sides: [Dimension: Double] = [:]
        sides[.technicalAccuracy] = listing.technicalAccuracy
        sides[.communication] = listing.communication
        self.sides = sides
    }

    init(_ summary: InterviewSummary) {
        overall = summary.meanOverall
        sides = Dictionary(
            summary.dimensions.map { ($0.dimension, $0.mean) }, uniquingKeysWith: { first, _ in first })
    }

    private func score(_ side: Dimension) -> Double? { overall == nil ? nil : sides[side] ?? overall }

    private static let names: [(name: String, about: String, side: Dimension?)] = [
        ("overall", "All together.", nil), ("relevance", "Whether it answers the question.", .relevance),
        ("completeness", "How many of the expected points it makes.", .completeness),
        ("clarity", "Whether it is easy to follow.", .clarity),
        ("technical_accuracy", "Whether its technical content is what is expected.", .technicalAccuracy),
        ("communication", "How well it is put.", .communication),
    ]

    /// The scores of one answer, whole numbers.
    static let ofAnswer = ReplyForm<PracticeScores>(
        "AnswerScores",
        names.map { name, about, side in
            ReplyField(name, about, schema: .nullable(.integer(0...100))) { scores in
                (side.map(scores.score) ?? scores.overall).map { Int($0.rounded()) }
            }
        })

    /// The mean scores of a session.
    static let ofSession = ReplyForm<PracticeScores>(
        "SessionAverageScores",
        names.map { name, about, side in
            ReplyField(name, about, schema: .nullable(.number(0...100))) { scores in
                (side.map(scores.score) ?? scores.overall).map(PracticeScores.shown)
            }
        })

    /// The sides that stars are made of, as they are shown.
    var technicalAccuracy: Double? { score(.technicalAccuracy).map(Self.shown) }
    /// How well it is put, as it is shown.
    var communication: Double? { score(.communication).map(Self.shown) }

    /// A score to one decimal.
    static func shown(_ score: Double) -> Double { (score * 10).rounded() / 10 }
}
