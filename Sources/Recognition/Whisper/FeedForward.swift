import Inference

/// What each position makes of itself: wider, through a unit, narrow again, and added to what it was.
struct FeedForward {
    let norm: LayerNorm
    let widen: Linear
    let narrow: Linear

    func apply(to positions: inout Matrix) {
        var inner = widen(norm(positions))
        GELU.apply(to: &inner)
        positions.add(narrow(inner))
    }
}
