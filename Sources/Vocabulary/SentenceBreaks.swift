import Speech

/// Puts full stops and commas between pieces.
///
/// A pause ends a sentence when it is long enough; how long that is depends on the words on both sides of it and on how
/// much has been said since the last full stop. The figures are rules of this product, set so that pauses for a
/// breath (0.25 to 0.5 s) inside a clause do not cut it and those of a finished thought (0.7 s and more) do.
enum SentenceBreaks {
    /// What stands behind a piece.
    enum Mark: String {
        case none = ""
        case comma = ","
        case stop = "."
    }

    /// Between two clauses, in the middle of a sentence of usual length.
    private static let usualPauseSeconds = 0.65
    /// A comma needs a pause that is heard as one: 0.25 s is the usual bound of a silent pause.
    private static let commaPauseSeconds = 0.25
    /// Thinking aloud is a part of the pause: what each filled pause adds to it.
    private static let fillerSeconds = 0.2

    /// The mark behind each piece. The last has a full stop.
    static func marks(after pieces: [WrittenPiece]) -> [Mark] {
        var marks = Array(repeating: Mark.none, count: pieces.count)
        guard !pieces.isEmpty else { return marks }
        var length = 0
        var place = 0
        while place < pieces.count - 1 {
            // The pieces behind this one that are filled pauses belong to the gap before the next word.
            var next = place + 1
            while next < pieces.count, pieces[next].isFilledPause { next += 1 }
            length += pieces[place].isFilledPause ? 0 : pieces[place].count
            for filler in place..<next where pieces[filler].isFilledPause { marks[filler] = .comma }
            let pause = pause(from: place, to: min(next, pieces.count - 1), in: pieces)
            if next < pieces.count, !pieces[place].isFilledPause {
                let following = next + 1 < pieces.count ? pieces[next + 1] : nil
                marks[place] = mark(
                    between: pieces[place], and: pieces[next], following, pauseSeconds: pause, length: length)
            }
            if next > place + 1, marks[place] == .none { marks[place] = .comma }
            if marks[place] == .stop { length = 0 }
            place = next
        }
        marks[pieces.count - 1] = .stop
        return marks
    }

    /// The silence between two pieces, with what lies between them counted as thought.
    private static func pause(from place: Int, to next: Int, in pieces: [WrittenPiece]) -> Double {
        var pause = Double(next - place - 1) * fillerSeconds
        for index in place..<next {
            pause += max(0, pieces[index + 1].time.startSeconds - pieces[index].time.endSeconds)
        }
        return pause
    }

    private static func mark(
        between piece: WrittenPiece, and next: WrittenPiece, _ following: WrittenPiece?, pauseSeconds: Double,
        length: Int
    ) -> Mark {
        guard !ClauseWords.goesOn(piece.last) else { return .none }
        let role = ClauseWords.role(of: next.first, before: following?.first)
        let needed =
            usualPauseSeconds * factor(of: role) * factor(ofLength: length)
            * (ClauseWords.isAuxiliary(piece.last) ? 1.6 : 1)
        if pauseSeconds >= needed || isOverlong(length, before: role) { return .stop }
        guard pauseSeconds >= commaPauseSeconds else { return .none }
        let isSaidBefore = length <= 2 && ClauseWords.role(of: piece.last, before: nil) == .opener
        return isSaidBefore || length > 2 && (role == .joiner || role == .opener) ? .comma : .none
    }

    private static func factor(of role: ClauseWords.Role) -> Double {
        switch role {
        case .opener: 0.6
        case .subject: 0.8
        case .other: 1
        case .joiner: 1.5
        case .binder: 2.5
        }
    }

    /// Few words are seldom a sentence; many want an end.
    private static func factor(ofLength length: Int) -> Double {
        switch length {
        case ..<3: 2
        case 3...4: 1.3
        case 5...19: 1
        case 20...29: 0.8
        case 30...44: 0.55
        default: 0.35
        }
    }

    /// Whether a sentence without pauses is so long that it ends where a new clause begins.
    private static func isOverlong(_ length: Int, before role: ClauseWords.Role) -> Bool {
        switch role {
        case .opener: length >= 35
        case .joiner: length >= 60
        case .subject: length >= 80
        case .other, .binder: false
        }
    }
}
