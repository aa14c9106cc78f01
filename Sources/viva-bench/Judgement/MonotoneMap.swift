/// The monotone map from scores to grades that errs least: isotonic regression by pooling adjacent violators (Ayer and others 1955).
enum MonotoneMap {
    /// The root of the mean square of what is left between grades and the map of their scores; `nil` for no pairs.
    static func error(_ pairs: [(score: Double, grade: Double)]) -> Double? {
        guard !pairs.isEmpty else { return nil }
        var blocks: [(sum: Double, squares: Double, count: Double)] = []
        for (_, same) in Dictionary(grouping: pairs, by: \.score).sorted(by: { $0.key < $1.key }) {
            var block = same.reduce((sum: 0.0, squares: 0.0, count: 0.0)) {
                ($0.sum + $1.grade, $0.squares + $1.grade * $1.grade, $0.count + 1)
            }
            while let last = blocks.last, last.sum / last.count >= block.sum / block.count {
                block = (block.sum + last.sum, block.squares + last.squares, block.count + last.count)
                blocks.removeLast()
            }
            blocks.append(block)
        }
        let left = blocks.reduce(0) { $0 + max(0, $1.squares - $1.sum * $1.sum / $1.count) }
        return (left / Double(pairs.count)).squareRoot()
    }
}
