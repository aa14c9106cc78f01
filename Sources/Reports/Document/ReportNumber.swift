import Speech

/// How numbers are written in a report.
enum ReportNumber {
    /// A score of 0...100.
    static func score(_ value: Double) -> String { FixedPoint(value).description }

    /// A figure, with a decimal place where it is small.
    static func figure(_ value: Double?) -> String {
        value.map { FixedPoint($0, places: abs($0) < 10 ? 1 : 0).description } ?? "–"
    }
}
