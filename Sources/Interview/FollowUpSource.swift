/// Writes a follow-up to the answer that was given, in the place of the one that was written for any answer.
public protocol FollowUpSource: Sendable {
    /// A better follow-up than the one that is due, on the same key point or claim; `nil` when there is none, and the one
    /// that is due is asked.
    func followUp(on occasion: FollowUpOccasion) async -> FollowUp?
}
