import Recognition
import Speech

/// An aligned text as lines: start, end, confidence, word.
struct AlignmentView {
    let lines: [TerminalText]

    private enum Item {
        case word(AlignedWord)
        case filler(Word)
        case other(TimeRange)
    }

    init(_ text: AlignedText, palette: Palette) {
        lines = Self.items(text).map { item in
            switch item {
            case .word(let word):
                guard let time = word.time else {
                    return palette.dim(Self.line(nil, nil, word.text))
                }
                return TerminalText(Self.line(time, word.confidence, word.text))
            case .filler(let filler):
                return palette.fair(Self.line(filler.time, filler.confidence, "[\(filler.text)]"))
            case .other(let time): return palette.dim(Self.line(time, nil, "[...]"))
            }
        }
    }

    /// The words in the order of the text, with what was heard between them before the next word that has a time.
    private static func items(_ text: AlignedText) -> [Item] {
        var between =
            (text.fillers.map { (start: $0.time.startSeconds, item: Item.filler($0)) }
            + text.otherSpeech.map { (start: $0.startSeconds, item: Item.other($0)) })
            .sorted { $0.start < $1.start }[...]
        var items: [Item] = []
        for word in text.words {
            if let start = word.time?.startSeconds {
                while let next = between.first, next.start < start {
                    items.append(next.item)
                    between.removeFirst()
                }
            }
            items.append(.word(word))
        }
        return items + between.map(\.item)
    }

    private static func line(_ time: TimeRange?, _ confidence: Double?, _ text: String) -> String {
        let columns = [
            time.map { TextLayout.number($0.startSeconds, places: 2) } ?? "-",
            time.map { TextLayout.number($0.endSeconds, places: 2) } ?? "-",
            confidence.map { TextLayout.number($0, places: 2) } ?? "-",
        ]
        return columns.map { TextLayout.right($0, 8) }.joined() + "  " + text
    }
}
