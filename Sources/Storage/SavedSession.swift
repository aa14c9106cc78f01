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
        let plan = interview.plan
        if !InterviewPlan.questionCounts.contains(plan.questionCount) {
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
        }
        return nil
    }
}
