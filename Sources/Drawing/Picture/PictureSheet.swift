/// How wide a picture is, and where its rows stand in it, in pixels.
struct PictureSheet: Sendable, Hashable {
    /// How wide the picture is.
    let width: Double
    /// The space around everything.
    let margin: Double
    /// Where the time of a row begins and ends; the lanes' names stand before it, their scales behind.
    let left: Double
    let right: Double
    /// Words of the last moment may reach to here.
    let textLimit: Double

    /// A picture that stands alone.
    static let full = PictureSheet(width: 1240, margin: 36, left: 118, right: 1144, textLimit: 1224)
    /// A picture in a column of text, such as a page's: what is drawn in it is still read at two thirds of its size.
    static let column = PictureSheet(width: 760, margin: 0, left: 78, right: 702, textLimit: 760)
}
