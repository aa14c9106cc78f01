/// One shape of a picture. Its `style` names classes whose colours and lines `PictureInk` knows.
public enum PictureShape: Sendable, Hashable {
    /// Shapes that belong together.
    case group(Group)
    /// A line of text.
    case text(Text)
    /// A straight line between two places.
    case line(x1: Double, y1: Double, x2: Double, y2: Double, style: String)
    /// A rectangle, its corners rounded by `radius`.
    case rectangle(x: Double, y: Double, width: Double, height: Double, radius: Double, style: String)
    /// A rectangle filled with the stripes of a pause.
    case hatched(x: Double, y: Double, width: Double, height: Double)
    /// A path.
    case path(PathData, style: String)

    /// What of a text stands at its place.
    public enum Anchor: String, Sendable, Hashable {
        /// Its beginning, its middle or its end.
        case start, middle, end
    }

    /// Shapes that belong together.
    public struct Group: Sendable, Hashable {
        /// The class of all of them; `nil` for none.
        public let style: String?
        /// What is told of them beside what is drawn.
        public let title: String?
        /// How far down they are moved, in pixels.
        public let top: Double
        /// The shapes.
        public let shapes: [PictureShape]
    }

    /// A line of text.
    public struct Text: Sendable, Hashable {
        /// The text.
        public let content: String
        /// Where its anchor stands, in pixels.
        public let x: Double
        /// Where its baseline lies, in pixels.
        public let y: Double
        /// Its classes.
        public let style: String
        /// What of it stands at `x`.
        public let anchor: Anchor
        /// How wide it is set, in pixels; `nil` for as wide as it is.
        public let length: Double?
        /// What is told of it beside itself.
        public let title: String?
    }
}
