import Speech

/// How well pauses were found, by their edges and by overlap alone.
struct PauseScore {
    /// How far an edge may be off, in seconds.
    let collarSeconds: Double
    /// Pauses both edges of which are within the collar.
    private(set) var byEdges = EventScore()
    /// Pauses that share more than half of the shorter one.
    private(set) var byOverlap = EventScore()
    /// Found minus true starts of the pauses that overlap, in seconds.
    private var startErrors: [Double] = []
    /// The same of their ends.
    private var endErrors: [Double] = []

    /// A score of no recording.
    init(collarSeconds: Double) { self.collarSeconds = collarSeconds }

    /// Adds the pauses of a recording.
    mutating func add(said: [TimeRange], found: [TimeRange]) {
        byEdges = byEdges + EventScore(said: said, found: found, by: .edges(collarSeconds: collarSeconds))
        byOverlap = byOverlap + EventScore(said: said, found: found, by: .overlap)
        for pair in EventMatch.overlap.pairs(said: said, found: found) {
            startErrors.append(found[pair.found].startSeconds - said[pair.said].startSeconds)
            endErrors.append(found[pair.found].endSeconds - said[pair.said].endSeconds)
        }
    }

    /// Adds the pauses of other recordings, whose edges may be off as far.
    mutating func add(_ other: PauseScore) {
        byEdges = byEdges + other.byEdges
        byOverlap = byOverlap + other.byOverlap
        startErrors += other.startErrors
        endErrors += other.endErrors
    }

    /// The figures: precision, recall and F1 both ways, and where the edges lie, late above zero.
    func rows(_ part: DeliveryPart, _ subject: String) -> [DeliveryRow] {
        let collar = "edges within \(Int((collarSeconds * 1000).rounded())) ms"
        let edges = [("starts", startErrors), ("ends", endErrors)].map { name, errors in
            DeliveryRow.median(
                part, subject, "\(name), found minus true, median", errors.map { $0 * 1000 }, unit: "ms",
                "pauses that overlap")
        }
        return Self.rows(part, subject, collar, byEdges) + Self.rows(part, subject, "overlap", byOverlap)
            + edges
    }

    private static func rows(
        _ part: DeliveryPart, _ subject: String, _ rule: String, _ score: EventScore
    ) -> [DeliveryRow] {
        [
            .share(part, subject, "precision, \(rule)", score.right, of: score.found, "pauses found"),
            .share(part, subject, "recall, \(rule)", score.right, of: score.said, "pauses"),
            .share(
                part, subject, "F1, \(rule)", 2 * score.right, of: score.said + score.found,
                "pauses, both sides"),
        ]
    }
}
