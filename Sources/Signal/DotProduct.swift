/// The sum of the products of two stretches of samples.
///
/// Nearly all of the time of this module passes here and in the transform. Plain pointers keep it bearable without
/// optimisation as well, where array subscripts cost a call each.
func dotProduct(_ first: UnsafePointer<Float>, _ second: UnsafePointer<Float>, count: Int) -> Float {
    var sum: Float = 0
    var index = 0
    while index < count {
        sum += first[index] * second[index]
        index += 1
    }
    return sum
}
