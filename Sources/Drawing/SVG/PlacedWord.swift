import Speech

/// A word with its place in the lines under the sound.
struct PlacedWord: Sendable {
    /// The word.
    let word: TimelineWord
    /// What is written of it: its beginning, where it is longer than a word should be.
    let text: String
    /// Which line it stands on, from 0.
    let line: Int
    /// Its left edge.
    let x: Double
    /// How wide it is drawn.
    let width: Double
    /// How far it had to move away from its time, in pixels.
    let shift: Double

    /// The size that words are set in.
    static let size = 12.0
    /// The least space between two words.
    private static let gap = 5.0
    /// No word is drawn wider than this.
    private static let mostPixels = 300.0

    /// A word that would move further than this on the line of the word before it goes to another, in pixels.
    private static let driftPixels = 26.0

    /// The words of a row. A word goes on the line of the one before it, moved to the right where there is no room at
    /// its time, so that words are read in runs; one that would move too far begins a run on another line. What would
    /// pass `limit` is pushed back to the left.
    static func words(
        _ words: [TimelineWord], lines: Int, limit: Double, x: (Double) -> Double
    ) -> [PlacedWord] {
        var ends = Array(repeating: -Double.infinity, count: lines)
        var placed: [PlacedWord] = []
        var line = 0
        for word in words {
            let text = TextWidth.fitted(
                word.shownText, size: size, isBold: word.mark != nil, into: mostPixels)
            let width = TextWidth.pixels(text, size: size, isBold: word.mark != nil)
            let wanted = min(x(word.time.startSeconds), limit - width)
            line = Self.line(after: line, ends: ends, wanted: wanted)
            let left = max(wanted, ends[line] + gap)
            ends[line] = left + width
            placed.append(
                PlacedWord(word: word, text: text, line: line, x: left, width: width, shift: left - wanted))
        }
        return pushedBack(placed, limit: limit)
    }

    /// The line of a word that wants to stand at a place: after a gap the first, in a run that of the run, and where a
    /// run has become too long the next with room, as on stairs.
    private static func line(after last: Int, ends: [Double], wanted: Double) -> Int {
        if ends.allSatisfy({ $0 + 4 * gap <= wanted }) { return 0 }
        if ends[last] + gap - wanted <= driftPixels { return last }
        let next = ends.indices.map { (last + 1 + $0) % ends.count }
        return next.first { ends[$0] + gap <= wanted } ?? next.min { ends[$0] < ends[$1] } ?? last
    }

    /// The words with none behind `limit`: those that are move to the left, and push the ones before them.
    private static func pushedBack(_ words: [PlacedWord], limit: Double) -> [PlacedWord] {
        var limits: [Int: Double] = [:]
        return words.reversed().map { word in
            let left = max(
                PictureSheet.full.left, min(word.x, limits[word.line, default: limit] - word.width))
            limits[word.line] = left - gap
            return PlacedWord(
                word: word.word, text: word.text, line: word.line, x: left, width: word.width,
                shift: max(word.shift, abs(word.x - left)))
        }.reversed()
    }
}
