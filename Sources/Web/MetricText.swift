/// Writes figures as Prometheus reads them, https://prometheus.io/docs/instrumenting/exposition_formats/.
///
/// ```swift
/// var text = MetricText()
/// text.family("jobs", .gauge, "How many jobs there are.")
/// text.sample("jobs", 3, ["state": "waiting"])
/// text.text  // # HELP jobs How many jobs there are.\n# TYPE jobs gauge\njobs{state="waiting"} 3\n
/// ```
public struct MetricText: Sendable {
    /// What a figure does over time.
    public enum Kind: String, Sendable {
        /// Only grows.
        case counter
        /// Goes up and down.
        case gauge
        /// Counts by steps.
        case histogram
    }

    /// The media type of the text.
    public static let mediaType = "text/plain; version=0.0.4; charset=utf-8"

    /// What was written.
    public private(set) var text = ""

    /// Nothing yet.
    public init() {}

    /// Begins the figures of a name.
    public mutating func family(_ name: String, _ kind: Kind, _ help: String) {
        let help = help.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(kind.rawValue)\n"
    }

    /// Writes a figure with its labels, which stand in the order of their names.
    public mutating func sample(_ name: String, _ value: Double, _ labels: [String: String] = [:]) {
        text += name + Self.written(labels) + " " + Self.written(value) + "\n"
    }

    /// Writes the figures of durations: each step with all that took less, the sum and the count.
    public mutating func samples(
        _ name: String, _ labels: [String: String], _ histogram: DurationHistogram
    ) {
        var count = 0
        for (index, bound) in (DurationHistogram.boundsSeconds + [.infinity]).enumerated() {
            count += histogram.counts[index]
            sample("\(name)_bucket", Double(count), labels.merging(["le": Self.written(bound)]) { $1 })
        }
        sample("\(name)_sum", histogram.totalSeconds, labels)
        sample("\(name)_count", Double(count), labels)
    }

    private static func written(_ labels: [String: String]) -> String {
        guard !labels.isEmpty else { return "" }
        let parts = labels.sorted { $0.key < $1.key }.map { name, value in
            let value = value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
                .replacing("\n", with: "\\n")
            return "\(name)=\"\(value)\""
        }
        return "{" + parts.joined(separator: ",") + "}"
    }

    private static func written(_ value: Double) -> String {
        if value == .infinity { return "+Inf" }
        if value == -.infinity { return "-Inf" }
        if value.isNaN { return "NaN" }
        return Int(exactly: value).map { "\($0)" } ?? "\(value)"
    }
}
