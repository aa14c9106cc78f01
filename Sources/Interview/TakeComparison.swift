import Delivery
import Evaluation

/// What changed from one attempt at a question to the next.
public struct TakeComparison: Sendable, Hashable, Codable {
    /// A figure in both takes.
    public struct Change: Sendable, Hashable, Codable {
        /// What the figure is, for example `overall score`.
        public var name: String
        /// Its unit, for example `words a minute`; empty for a score.
        public var unit: String
        /// In the earlier take; `nil` when it could not be measured.
        public var before: Double?
        /// In the later take; `nil` when it could not be measured.
        public var after: Double?
    }

    /// The numbers of the takes compared.
    public var takes: [Int]
    /// The figures, those that a speaker looks for first at the front.
    public var changes: [Change]
    /// Key points that the later take has and the earlier had not.
    public var gainedPoints: [String]
    /// Key points that the earlier take had and the later has not.
    public var lostPoints: [String]

    /// Compares two takes; `nil` when one of them was not judged.
    public init?(from earlier: Take, to later: Take) {
        guard let before = earlier.evaluation, let after = later.evaluation else { return nil }
        takes = [earlier.number, later.number]
        let old = earlier.analysis?.delivery
        let new = later.analysis?.delivery
        changes = [Change(name: "overall score", unit: "", before: before.overall, after: after.overall)]
        if old != nil || new != nil {
            changes += [
                Change(
                    name: "pace", unit: "words a minute", before: old?.wordsPerMinute.value,
                    after: new?.wordsPerMinute.value),
                Change(
                    name: "fillers", unit: "a minute", before: old?.fillersPerMinute.value,
                    after: new?.fillersPerMinute.value),
                Change(
                    name: "longest pause", unit: "seconds", before: old?.longestPauseSeconds.value,
                    after: new?.longestPauseSeconds.value),
            ]
        }
        let had = Set(before.keyPoints.filter(\.isCovered).map(\.id))
        let has = Set(after.keyPoints.filter(\.isCovered).map(\.id))
        gainedPoints = after.keyPoints.filter { has.subtracting(had).contains($0.id) }.map(\.statement)
        lostPoints = after.keyPoints.filter { had.subtracting(has).contains($0.id) }.map(\.statement)
    }
}
