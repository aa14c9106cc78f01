import Evaluation
import SQL

extension Dimension {
    /// The column of its score, of interviews and of takes alike.
    var column: SQLQuery {
        switch self {
        case .relevance: "relevance"
        case .completeness: "completeness"
        case .clarity: "clarity"
        case .technicalAccuracy: "technical_accuracy"
        case .communication: "communication"
        }
    }
}
