import Evaluation
import Interview
import Records
import Service
import Web

/// Ratings in stars as this interface promises them: made of the scores that it shows, a star for each ten points from 60 on. `nil`
/// where nothing was scored.
struct PracticeStars: Sendable {
    /// Technical content.
    let technical: Int?
    /// How well it is put.
    let communication: Int?
    /// How steadily it was spoken; of typed answers, which tell nothing about that, how well they are put.
    let confidence: Int?

    init(_ scores: PracticeScores, delivery: StarRating?) {
        technical = scores.technicalAccuracy.map(Self.stars)
        let communication = scores.communication.map(Self.stars)
        self.communication = communication
        confidence = communication == nil ? nil : delivery?.rawValue ?? communication
    }

    init(_ results: InterviewResults) {
        self.init(PracticeScores(results.summary), delivery: results.feedback.ratings.delivery)
    }

    init(_ listing: InterviewListing) {
        self.init(
            PracticeScores(listing), delivery: listing.deliveryStars.flatMap(StarRating.init(rawValue:)))
    }

    /// The stars of a score of 0...100.
    static func stars(_ score: Double) -> Int {
        switch score {
        case 90...: 5
        case 80...: 4
        case 70...: 3
        case 60...: 2
        default: 1
        }
    }

    static let form = ReplyForm<PracticeStars>(
        "SessionRatings",
        [
            ReplyField("technical", "Technical content.", schema: schema) { $0.technical },
            ReplyField("communication", "How well it is put.", schema: schema) { $0.communication },
            ReplyField("confidence", "How steadily it was spoken.", schema: schema) { $0.confidence },
        ])

    static let schema = JSONSchema.nullable(.integer(1...5))
}
