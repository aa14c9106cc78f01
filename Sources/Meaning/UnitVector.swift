/// Brings vectors to the length 1.
enum UnitVector {
    /// Divides the numbers of a range by their length; without any length they stay as they are.
    static func normalize(_ numbers: inout [Float], _ range: Range<Int>) {
        let squares = numbers[range].reduce(0) { $0 + $1 * $1 }
        guard squares > 0 else { return }
        let factor = 1 / squares.squareRoot()
        for index in range { numbers[index] *= factor }
    }
}
