import Evaluation
import Interview

/// What `session.json` holds: the interview's own keys, and beside them the version of the format.
struct SavedSession: Codable {
    /// The format that this program writes, and the latest it can read.
    static let currentVersion = 1

    /// The format alone, which is looked at before anything else is read.
    struct Format: Decodable {
        /// `nil` in a session that was saved before formats were numbered, which is the first one.
        var version: Int?
    }

    let interview: Interview

    private enum Key: String, CodingKey { case version }

    init(_ interview: Interview) { self.interview = interview }

    init(from decoder: any Decoder) throws { interview = try Interview(from: decoder) }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(Self.currentVersion, forKey: .version)
        try interview.encode(to: encoder)
    }

    /// What cannot be in an interview that was saved, in words; `nil` when all is well.
    ///
    /// File names count too: a session may come from elsewhere, and must not reach outside its folder.
    var problem: String? {
        guard !interview.id.isEmpty, WorkName.name(of: interview.id).utf8.count <= WorkName.limitBytes else {
            return interview.id.isEmpty ? "id is empty" : "id is too long to name a folder"
        }
        let plan = interview.plan
        // One whose questions are still to be settled has none.
        let isUnsettled = plan.fixed?.isEmpty == true && plan.questionCount == 0
        if !isUnsettled, !InterviewPlan.questionCounts.contains(plan.questionCount) {
            return "plan.questionCount is \(plan.questionCount), which is not 1 to "
                + "\(InterviewPlan.questionCounts.upperBound)"
        }
        if plan.followUpLimit < 0 { return "plan.followUpLimit is \(plan.followUpLimit), which is below 0" }
        for (index, turn) in interview.turns.enumerated() {
            if turn.number != index + 1 {
                return "turns[\(index)].number is \(turn.number), which is not \(index + 1)"
            }
            let seconds = turn.question.expectedDurationSeconds
            if !(seconds > 0) {
                return "turns[\(index)].question.expectedDurationSeconds is \(seconds), which is not above 0"
            }
            for name in turn.recordings
            where name.hasPrefix("/") || name.split(separator: "/").contains("..") {
                return "turns[\(index)] names the file \(name), which is not in the session's folder"
            }
            if let problem = Self.problem(of: turn.takes) { return "turns[\(index)].\(problem)" }
        }
        return nil
    }

    private static func problem(of takes: [Take]) -> String? {
        for (index, take) in takes.enumerated() {
            if take.number != index + 1 {
                return "takes[\(index)].number is \(take.number), which is not \(index + 1)"
            }
            let evaluations =
                [take.heardEvaluation].compactMap(\.self) + (take.corrections ?? []).map(\.evaluation)
            for score in evaluations.flatMap(scores) where !scoreRange.contains(score) {
                return "takes[\(index)] has the score \(score), which is not 0 to 100"
            }
        }
        return nil
    }

    /// 0 to 100, and a little beside it, as the sum of parts may be.
    private static let scoreRange = -0.5...100.5

    private static func scores(of evaluation: Evaluation) -> [Double] {
        ([evaluation.overall] + evaluation.dimensions.map(\.score)).compactMap(\.self)
    }
}
