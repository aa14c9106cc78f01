/// A number of a picture, to a tenth of a pixel: a point in every locale, no more digits than needed.
struct SVGNumber: Sendable, CustomStringConvertible {
    private let value: Double

    init(_ value: Double) { self.value = value }

    var description: String {
        // No picture is a billion wide: what lies beyond, or is no number, is drawn at the origin.
        guard value.isFinite, abs(value) < 1e9 else { return "0" }
        let tenths = Int((value * 10).rounded())
        let (whole, rest) = abs(tenths).quotientAndRemainder(dividingBy: 10)
        let sign = tenths < 0 ? "-" : ""
        return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
    }
}
