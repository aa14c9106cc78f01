/// How shapes of a class are drawn, for a surface that knows no style sheets. A style sheet says the same (`TimelineStyle`).
public struct PictureInk: Sendable, Hashable {
    /// The colour that fills, as `#RRGGBB`; `nil` where nothing is filled. For a text it is the text's own.
    public var fill: String?
    /// The colour of the line; `nil` where there is none.
    public var stroke: String?
    /// How wide the line is, in pixels.
    public var strokeWidth = 1.0
    /// The lengths of its strokes and gaps, in pixels; empty for an unbroken line.
    public var dashes: [Double] = []
    /// Whether its ends and corners are round.
    public var isRound = false
    /// The size of a text, in pixels.
    public var fontSize = 12.0
    /// Whether a text is bold.
    public var isBold = false
    /// Whether a text is struck through.
    public var isStruck = false
}
