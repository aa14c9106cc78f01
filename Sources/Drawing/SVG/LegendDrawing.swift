import Delivery
import Speech

/// What the signs of the picture mean, under it: only those that are in it.
struct LegendDrawing: Sendable {
    let timeline: AnswerTimeline
    let scale: LevelScale
    /// Whether words stand on several lines.
    let hasSteps: Bool

    private static let step = 27.0
    private static let sampleWidth = 62.0

    /// A sign and what it means.
    private struct Entry {
        var text: String
        var sample: @Sendable (_ x: Double, _ y: Double, _ picture: inout Picture) -> Void
    }

    var height: Double { entries.isEmpty ? 0 : 30 + Double(entries.count) * Self.step }

    func draw(top: Double, into picture: inout Picture) {
        guard !entries.isEmpty else { return }
        picture.line(
            x1: PictureSheet.full.margin, y1: top, x2: PictureSheet.full.width - PictureSheet.full.margin,
            y2: top, style: "rule")
        for (index, entry) in entries.enumerated() {
            let y = top + 30 + Double(index) * Self.step
            entry.sample(PictureSheet.full.margin, y - 4, &picture)
            picture.text(
                entry.text, x: PictureSheet.full.margin + Self.sampleWidth + 20, y: y, style: "caption")
        }
    }

    private var entries: [Entry] {
        [level, pause, mark, steps, doubtful, uncertain, pitch, pace].compactMap(\.self)
    }

    private var level: Entry? {
        guard timeline.levelsDBFS != nil else { return nil }
        let top = FixedPoint(scale.topDBFS)
        return Entry(
            text: "Level: the louder, the higher; full height is \(top) dBFS, and nothing is "
                + "\(FixedPoint(LevelScale.rangeDB)) dB below. Pale where nobody speaks."
        ) { x, y, picture in
            for (style, first, halves) in [("level", 0, [3.0, 7, 9, 5, 8, 4]), ("quiet", 6, [1, 2, 1, 1])] {
                var data = PathData()
                for (index, half) in halves.enumerated() {
                    let place = x + 2 + Double(first + index) * 6.2
                    data.move(place, y - half)
                    data.vertical(to: y + half)
                }
                picture.path(data, style: style)
            }
        }
    }

    private var pause: Entry? {
        guard !timeline.pauses.isEmpty else { return nil }
        let least = FixedPoint(timeline.delivery.minimumPauseSeconds, places: 2)
        return Entry(
            text: "Pause: a silence of \(least) s and more; from 1 s on its length is written into it."
        ) {
            x, y, picture in
            picture.hatched(x: x, y: y - 9, width: Self.sampleWidth, height: 18)
        }
    }

    private var mark: Entry? {
        guard let kind = timeline.marks.first?.kind else { return nil }
        return Entry(
            text:
                "Marks: the bar lasts as long as the words do; the letters and shapes are those at the top. "
                + "Words taken back are struck through."
        ) { x, y, picture in
            picture.rectangle(
                x: x, y: y - 12, width: Self.sampleWidth * 0.6, height: 3, radius: 1.5, style: kind.rawValue)
            MarkShape(kind: kind).draw(x: x + Self.sampleWidth * 0.3, y: y + 2, into: &picture)
        }
    }

    private var steps: Entry? {
        guard hasSteps else { return nil }
        return Entry(
            text:
                "Words: a run begins at its time and is read from left to right; the next stands a step lower."
        ) {
            x, y, picture in
            picture.text("one", x: x, y: y - 1, style: "word")
            picture.text("two", x: x + 26, y: y + 9, style: "word")
        }
    }

    private var doubtful: Entry? {
        guard timeline.words.contains(where: { $0.isDoubtful && !$0.isUncertain }) else { return nil }
        let least = FixedPoint(TimelineWord.doubtfulConfidence, places: 1)
        return Entry(text: "Doubtful word: likelier misheard than heard (confidence under \(least)).") {
            x, y, picture in
            let width = TextWidth.pixels("word", size: PlacedWord.size)
            picture.text("word", x: x, y: y + 4, style: "word", length: width)
            picture.line(x1: x, y1: y + 7.5, x2: x + width, y2: y + 7.5, style: "doubt")
        }
    }

    private var uncertain: Entry? {
        guard timeline.words.contains(where: \.isUncertain) else { return nil }
        return Entry(text: "Uncertain word: probably not said, but expected; the sound does not bear it out.")
        {
            x, y, picture in
            picture.text("[word?]", x: x, y: y + 4, style: "word unsure")
        }
    }

    private var pitch: Entry? {
        guard timeline.pitch != nil else { return nil }
        return Entry(
            text:
                "Pitch: six semitones from line to line, the broken one is the voice's median. Open where there is no "
                + "voice. The same scale in every picture."
        ) { x, y, picture in
            var data = PathData()
            for (index, height) in [2.0, 4, 7, 6, 2, -2].enumerated() {
                let place = x + Double(index) * 6
                if index == 0 { data.move(place, y - height) } else { data.line(place, y - height) }
            }
            data.move(x + 42, y + 1)
            data.line(x + 50, y - 4)
            data.line(x + 60, y + 5)
            picture.path(data, style: "line")
        }
    }

    private var pace: Entry? {
        guard let pace = timeline.pace else { return nil }
        let seconds = FixedPoint(TimelinePace.windowSeconds)
        let text =
            switch pace.unit {
            case .wordsPerMinute:
                "Pace: syllables a second of speaking in \(seconds) s, drawn as words a minute by this answer's own "
                    + "average. Shaded: easy to follow."
            case .syllablesPerSecond: "Pace: syllables a second of speaking, in \(seconds) s."
            }
        return Entry(text: text) { x, y, picture in
            if pace.unit == .wordsPerMinute {
                picture.rectangle(x: x, y: y - 7, width: Self.sampleWidth, height: 14, style: "band")
            }
            var data = PathData()
            data.move(x, y + 3)
            for (index, height) in [-3.0, 4, 9, 2].enumerated() {
                data.vertical(to: y - height)
                data.horizontal(to: x + Double(index + 1) * Self.sampleWidth / 4)
            }
            picture.path(data, style: "line")
        }
    }
}
