import Inference

/// Finds where in time each of a row of things lies: the way through a matrix of how well each thing (a row) fits each moment
/// (a column) that fits best in sum, from the first of both to the last, going on by one thing, one moment or both
/// (Sakoe and Chiba 1978, "Dynamic programming algorithm optimization for spoken word recognition").
enum TimeWarp {
    private enum Step: UInt8 { case both, thing, moment }

    /// The first moment of each thing.
    static func starts(_ fit: borrowing Matrix) -> [Int] {
        let (things, moments) = (fit.rows, fit.columns)
        guard things > 0, moments > 0 else { return [Int](repeating: 0, count: things) }
        var steps = [Step](repeating: .moment, count: things * moments)
        var last = [Float](repeating: -.infinity, count: moments)
        for thing in 0..<things {
            var row = last
            for moment in 0..<moments {
                let before = moment > 0 ? row[moment - 1] : -.infinity
                let diagonal = moment > 0 ? last[moment - 1] : -.infinity
                var (best, step) = (diagonal, Step.both)
                if before > best { (best, step) = (before, .moment) }
                if last[moment] > best { (best, step) = (last[moment], .thing) }
                if thing == 0, moment == 0 { best = 0 }
                row[moment] = best + fit.values[thing * moments + moment]
                steps[thing * moments + moment] = step
            }
            last = row
        }
        var starts = [Int](repeating: 0, count: things)
        var (thing, moment) = (things - 1, moments - 1)
        while thing >= 0, moment >= 0 {
            starts[thing] = moment
            switch steps[thing * moments + moment] {
            case .both: (thing, moment) = (thing - 1, moment - 1)
            case .thing: thing -= 1
            case .moment: moment -= 1
            }
        }
        return starts
    }
}
