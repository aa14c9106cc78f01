/// A part of a text that is set in one way.
struct TextSpan: Sendable, Hashable {
    /// The words.
    var text: String
    /// Their colour.
    var colour: Colour
    /// The size of the letters, in points.
    var size: Double
    var isBold = false
    var isMonospaced = false
    var isStruck = false
    var isUnderlined = false
    /// Whether it stands higher and smaller.
    var isRaised = false
    /// Where it leads; `nil` for nowhere.
    var link: String?
}
