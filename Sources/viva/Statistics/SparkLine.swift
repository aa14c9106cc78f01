import Drawing

/// A row of figures as a small picture of one line.
enum SparkLine {
    /// The most figures that are drawn; of more, the last.
    static let limit = 50

    /// A block for each figure, as high as it stands in the bounds.
    static func text(_ values: [Double], within bounds: ClosedRange<Double>) -> String {
        let span = bounds.upperBound - bounds.lowerBound
        return String(
            values.suffix(limit).map { value in
                // Figures that are all alike are neither high nor low.
                HeightBlock.character(span > 0 ? (value - bounds.lowerBound) / span : 0.5)
            })
    }

    /// The same between the lowest and the highest of them.
    static func text(_ values: [Double]) -> String {
        let shown = values.suffix(limit)
        guard let least = shown.min(), let most = shown.max() else { return "" }
        return text(values, within: least...most)
    }
}
