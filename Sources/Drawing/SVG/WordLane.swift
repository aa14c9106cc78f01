import Speech

/// The words under their times.
struct WordLane: Sendable {
    let lane: RowLayout.Lane
    let lines: Int

    func draw(_ frame: RowFrame, into picture: inout Picture) {
        frame.name("Words", middle: lane.middle, into: &picture)
        let placed = PlacedWord.words(
            frame.row.words, lines: lines, limit: frame.width.sheet.textLimit, x: frame.x)
        for word in placed {
            draw(word, y: lane.top + Double(word.line) * RowLayout.wordStep + 12, into: &picture)
        }
    }

    private func draw(_ placed: PlacedWord, y: Double, into picture: inout Picture) {
        let word = placed.word
        let isUnderlined = word.isDoubtful && !word.isUncertain
        let style = "word" + (word.mark.map { " \($0.rawValue)" } ?? "") + (word.isUncertain ? " unsure" : "")
        picture.text(
            placed.text, x: placed.x, y: y, style: style, length: isUnderlined ? placed.width : nil,
            title: title(word))
        if isUnderlined {
            picture.line(x1: placed.x, y1: y + 3.5, x2: placed.x + placed.width, y2: y + 3.5, style: "doubt")
        }
    }

    /// What is told of a word beside itself.
    private func title(_ word: TimelineWord) -> String {
        let time =
            "\(ClockTime(word.time.startSeconds)), \(FixedPoint(word.time.durationSeconds, places: 2)) s"
        let certainty = word.confidence.map { ", confidence \(FixedPoint($0, places: 2))" } ?? ""
        let doubt = word.isUncertain ? ", probably not said" : ""
        return "\(time)\(certainty)\(doubt)"
    }
}
