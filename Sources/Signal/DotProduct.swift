/// The sum of the products of two stretches of samples.
///
/// Nearly all of the time of this module passes here and in the transform. Plain pointers keep it bearable without
/// optimisation as well, where array subscripts cost a call each; four sums at once do not wait for each other.
func dotProduct(_ first: UnsafePointer<Float>, _ second: UnsafePointer<Float>, count: Int) -> Float {
    var (sum0, sum1, sum2, sum3): (Float, Float, Float, Float) = (0, 0, 0, 0)
    var index = 0
    while index < count - 3 {
        sum0 += first[index] * second[index]
        sum1 += first[index + 1] * second[index + 1]
        sum2 += first[index + 2] * second[index + 2]
        sum3 += first[index + 3] * second[index + 3]
        index += 4
    }
    while index < count {
        sum0 += first[index] * second[index]
        index += 1
    }
    return (sum0 + sum1) + (sum2 + sum3)
}
