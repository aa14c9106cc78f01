/// A number written with a fixed count of decimal places, the same in every locale: `12.5`, never `12,50000001`.
package struct FixedPoint: Sendable, CustomStringConvertible {
    /// The number.
    package var value: Double
    /// How many decimal places are written, 0...9.
    package var places: Int

    /// `value` with `places` decimal places.
    package init(_ value: Double, places: Int = 0) {
        self.value = value
        self.places = min(max(places, 0), 9)
    }

    /// The number that is written: what is judged by a limit that stands beside it.
    package var rounded: Double {
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        return (value * scale).rounded() / scale
    }

    /// The digits; a dash for what is not a number or too large to be one that people read.
    package var description: String {
        var scale = 1
        for _ in 0..<places { scale *= 10 }
        let scaled = (abs(value) * Double(scale)).rounded()
        guard scaled.isFinite, scaled < 1e15 else { return "–" }
        let units = Int(scaled)
        let sign = value < 0 && units > 0 ? "-" : ""
        guard places > 0 else { return sign + "\(units)" }
        let fraction = String(units % scale)
        return "\(sign)\(units / scale)." + String(repeating: "0", count: places - fraction.count) + fraction
    }
}
