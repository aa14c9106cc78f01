/// Places in an order.
enum Ranks {
    /// The rank of each value, from 1; equal values share the mean of their ranks.
    static func of(_ values: [Double]) -> [Double] {
        let order = values.indices.sorted { values[$0] < values[$1] }
        var ranks = [Double](repeating: 0, count: values.count)
        var start = 0
        while start < order.count {
            var end = start + 1
            while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
            for place in start..<end { ranks[order[place]] = Double(start + 1 + end) / 2 }
            start = end
        }
        return ranks
    }

    /// The chance that one of `high` is above one of `low`, equal ones counted half (the area under the ROC curve).
    static func area(high: [Double], low: [Double]) -> Double? {
        guard !high.isEmpty, !low.isEmpty else { return nil }
        let sum = of(high + low).prefix(high.count).reduce(0, +)
        let count = Double(high.count)
        return (sum - count * (count + 1) / 2) / (count * Double(low.count))
    }
}
