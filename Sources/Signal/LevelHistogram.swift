/// Counts levels in steps of 0.25 dB, so that a quantile of any length of recording needs constant memory.
struct LevelHistogram: Sendable {
    private static let stepDB: Float = 0.25
    private static let binCount = 800

    private var counts = [Int](repeating: 0, count: Self.binCount)
    private var total = 0

    /// Counts a level, -120 to 80 dB.
    mutating func add(_ levelDB: Float) {
        let bin = Int((levelDB - Decibel.silence) / Self.stepDB)
        counts[min(max(bin, 0), Self.binCount - 1)] += 1
        total += 1
    }

    /// The level under which a share of those counted lies; `nil` when none was counted.
    func quantileDB(_ share: Double) -> Float? {
        guard total > 0 else { return nil }
        let target = max(1, Int((share * Double(total)).rounded(.up)))
        var sum = 0
        for (bin, count) in counts.enumerated() {
            sum += count
            if sum >= target { return Decibel.silence + (Float(bin) + 0.5) * Self.stepDB }
        }
        return nil
    }
}
