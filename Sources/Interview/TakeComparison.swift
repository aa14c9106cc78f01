import Delivery
import Evaluation

/// What changed from one attempt at a question to the next.
public struct TakeComparison: Sendable, Hashable, Codable {
    /// A figure in both takes.
    public struct Change: Sendable, Hashable, Codable {
        /// Which way a figure improves.
        public enum Direction: String, Sendable, Hashable, Codable {
            /// More of it is better.
            case more
            /// Less of it is better.
            case less
        }

        /// What the figure is, for example `overall score`.
        public var name: String
        /// Its unit, for example `words a minute`; empty for a score.
        public var unit: String
        /// In the earlier take; `nil` when it could not be measured.
        public var before: Double?
        /// In the later take; `nil` when it could not be measured.
        public var after: Double?
        /// Which way it would have improved, seen from the earlier take; `nil` where that is not known, as for a pace that was good.
        public var direction: Direction?

        /// Whether it improved; `nil` where that is not known, or nothing changed.
        public var isBetter: Bool? {
            guard let before, let after, let direction, before != after else { return nil }
            return (after > before) == (direction == .more)
        }
    }

    /// What became of the vague claim that a question asks about.
    public struct ClaimChange: Sendable, Hashable, Codable {
        /// Whether the earlier take made it concrete.
        public var wasConcrete: Bool
        /// Whether the later take makes it concrete.
        public var isConcrete: Bool

        /// What became of it from one take to the next.
        public init(wasConcrete: Bool, isConcrete: Bool) {
            self.wasConcrete = wasConcrete
            self.isConcrete = isConcrete
        }
    }

    /// At most so many figures of the delivery are compared: those that changed most, against what may be chance.
    public static let mostDeliveryFigures = 6

    /// The numbers of the takes compared.
    public var takes: [Int]
    /// The figures, those that a speaker looks for first at the front.
    public var changes: [Change]
    /// Key points that the later take has and the earlier had not.
    public var gainedPoints: [String]
    /// Key points that the earlier take had and the later has not.
    public var lostPoints: [String]
    /// What became of the claim; `nil` where the question asks about none, and in comparisons of older versions.
    public var claim: ClaimChange?

    /// Compares two takes; `nil` when one of them was not judged.
    public init?(from earlier: Take, to later: Take) {
        guard let before = earlier.evaluation, let after = later.evaluation else { return nil }
        takes = [earlier.number, later.number]
        changes = [Change(score: "overall score", from: before.overall, to: after.overall)]
        changes += Dimension.allCases.compactMap { dimension in
            let (old, new) = (before.score(dimension), after.score(dimension))
            guard old != nil || new != nil else { return nil }
            return Change(score: dimension.title.lowercased(), from: old, to: new)
        }
        changes += ComparedFigure.changes(from: earlier.analysis?.delivery, to: later.analysis?.delivery)
        let had = Set(before.keyPoints.filter(\.isCovered).map(\.id))
        let has = Set(after.keyPoints.filter(\.isCovered).map(\.id))
        gainedPoints = after.keyPoints.filter { has.subtracting(had).contains($0.id) }.map(\.statement)
        // An answer about a vague claim has only the points that it makes, so the earlier take knows what was lost.
        lostPoints = before.keyPoints.filter { had.subtracting(has).contains($0.id) }.map(\.statement)
        claim = before.isClaimConcrete.flatMap { was in
            after.isClaimConcrete.map { ClaimChange(wasConcrete: was, isConcrete: $0) }
        }
    }
}

extension TakeComparison.Change {
    /// A score of 0...100 in both.
    init(score name: String, from before: Double?, to after: Double?) {
        self.init(name: name, unit: "", before: before, after: after, direction: .more)
    }
}
