import Evaluation

extension Take {
    /// What is said of it in a few sentences: a person's remark where the score is a person's, else the judge's; `nil` before it was
    /// judged.
    public var narrative: String? {
        guard let review, let score = review.score else { return evaluation?.narrative }
        return review.notes ?? "A person gave this answer \(Int(score.rounded())) of 100 points."
    }
}
