/// A height as one character of text.
package enum HeightBlock {
    private static let blocks: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

    /// The block of a height of 0...1; what lies outside is taken for the nearest end, and what is no number for 0.
    package static func character(_ height: Double) -> Character {
        let place = height.isFinite ? min(max(height, 0), 1) * Double(blocks.count) : 0
        return blocks[min(Int(place), blocks.count - 1)]
    }
}
