/// The two shapes that turn a figure into a share of the full score. Both are continuous, so a small change of an
/// answer never makes a score jump.
enum Curve {
    /// 0 at `zero`, 1 at `one`, straight in between and level outside; `zero` may be the larger one.
    static func ramp(_ value: Double, zero: Double, one: Double) -> Double {
        guard value.isFinite else { return 0 }
        return min(max((value - zero) / (one - zero), 0), 1)
    }

    /// As `ramp`, but with a soft beginning and end (the cubic 3t² - 2t³).
    static func smooth(_ value: Double, zero: Double, one: Double) -> Double {
        let t = ramp(value, zero: zero, one: one)
        return t * t * (3 - 2 * t)
    }

    /// 1 within `full`, falling straight to 0 at both ends of `outer`.
    static func band(_ value: Double, full: ClosedRange<Double>, outer: ClosedRange<Double>) -> Double {
        min(
            ramp(value, zero: outer.lowerBound, one: full.lowerBound),
            ramp(value, zero: outer.upperBound, one: full.upperBound))
    }

    /// The mean of the shares that are known, each with its weight; `nil` when none is.
    static func mean(_ shares: [(share: Double?, weight: Double)]) -> Double? {
        let known = shares.compactMap { part in part.share.map { ($0, part.weight) } }
        let weight = known.reduce(0) { $0 + $1.1 }
        guard weight > 0 else { return nil }
        return known.reduce(0) { $0 + $1.0 * $1.1 } / weight
    }
}
