import Speech

/// How often fillers were heard, in words.
package enum FillerRateText {
    /// A rate a minute, as it is shown: "2.5 a minute". Rates that would be written as 0.0 are told from none.
    package static func of(_ perMinute: Double) -> String {
        guard perMinute > 0 else { return "none heard" }
        let written = FixedPoint(perMinute, places: 1)
        return written.rounded > 0 ? "\(written) a minute" : "fewer than 0.1 a minute"
    }
}
