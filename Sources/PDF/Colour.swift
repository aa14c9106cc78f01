/// A colour in shares of red, green and blue, 0...1.
struct Colour: Sendable, Hashable {
    var red: Double
    var green: Double
    var blue: Double

    /// A colour as `#RRGGBB`; black for anything else.
    init(hex: String) {
        let value = Int(hex.dropFirst(), radix: 16) ?? 0
        red = Double(value >> 16 & 255) / 255
        green = Double(value >> 8 & 255) / 255
        blue = Double(value & 255) / 255
    }
}
