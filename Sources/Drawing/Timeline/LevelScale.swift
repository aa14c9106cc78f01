/// How high a level is drawn.
///
/// Full height is the loudest of the answer, so that a quiet recording is seen as well; but never less than -45 dBFS,
/// so that the noise of a silent one stays the flat line that it is. What lies more than 40 dB below is nothing: that
/// is the range of speech in a room.
struct LevelScale: Sendable {
    static let rangeDB = 40.0
    private static let leastTopDBFS = -45.0

    /// The level of full height, in dB re full scale.
    let topDBFS: Double

    init(levelsDBFS: [Double]) {
        topDBFS = max(levelsDBFS.max() ?? Self.leastTopDBFS, Self.leastTopDBFS)
    }

    /// The height of a level, 0...1.
    func height(_ levelDBFS: Double) -> Double {
        let share = min(max((levelDBFS - topDBFS + Self.rangeDB) / Self.rangeDB, 0), 1)
        return share * share.squareRoot()
    }
}
