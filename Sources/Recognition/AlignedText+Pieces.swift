import Speech

extension AlignedText {
    /// What all utterances of a recording hold of a text, in the order of time.
    ///
    /// Neighbours were offered some of the same words; each is kept where the sound bears it out best, in the order of
    /// the text.
    public init(plan: TextPlan, pieces: [AlignedPiece]) {
        var kept: [AlignedPiece.Found] = []
        var other = pieces.flatMap(\.otherSpeech)
        for piece in pieces {
            guard let first = piece.found.first else { continue }
            let contested = Array(kept.drop { $0.place < first.place })
            guard !contested.isEmpty else {
                kept += piece.found
                continue
            }
            let split = Self.split(contested, piece.found)
            kept.removeAll { $0.place >= split }
            kept += piece.found.filter { $0.place >= split }
            other += (contested.filter { $0.place >= split } + piece.found.filter { $0.place < split }).map(
                \.time)
        }
        var words = plan.text.map { AlignedWord(text: $0) }
        for found in kept {
            words[found.place].time = found.time
            words[found.place].confidence = found.confidence
        }
        other.sort { $0.startSeconds < $1.startSeconds }
        Self.place(plan.unpronounceable, among: &words, in: &other)
        var fillers = pieces.flatMap(\.fillers)
        Self.absorb(&fillers, into: &words)
        self.init(
            words: words, fillers: fillers, otherSpeech: other, unpronounceable: Set(plan.unpronounceable))
    }

    /// A filled pause of the text takes up the filler that was heard at its edge: one long sound, not two.
    private static func absorb(_ fillers: inout [Word], into words: inout [AlignedWord]) {
        for place in words.indices where Word.filledPauses.contains(AlignmentLexicon.key(words[place].text)) {
            fillers.removeAll { filler in
                guard let time = words[place].time else { return false }
                if abs(filler.time.endSeconds - time.startSeconds) < touchingSeconds {
                    words[place].time?.startSeconds = filler.time.startSeconds
                    return true
                }
                if abs(filler.time.startSeconds - time.endSeconds) < touchingSeconds {
                    words[place].time?.endSeconds = filler.time.endSeconds
                    return true
                }
                return false
            }
        }
    }

    /// Half a frame.
    private static let touchingSeconds = 0.005

    /// The place from which on the later utterance has the words: where the confidence of all that are kept is highest.
    private static func split(_ earlier: [AlignedPiece.Found], _ later: [AlignedPiece.Found]) -> Int {
        let places = (earlier + later).map(\.place)
        let end = (places.max() ?? 0) + 1
        var best = (place: end, confidence: -1.0)
        for place in Set(places + [end]).sorted() {
            let confidence =
                earlier.filter { $0.place < place }.reduce(0) { $0 + $1.confidence }
                + later.filter { $0.place >= place }.reduce(0) { $0 + $1.confidence }
            if confidence > best.confidence { best = (place, confidence) }
        }
        return best.place
    }

    /// A word that nobody could pronounce was said when there is unknown speech just where it should be.
    private static func place(_ unknown: [Int], among words: inout [AlignedWord], in other: inout [TimeRange])
    {
        for place in unknown {
            let before = place > 0 ? words[place - 1].time?.endSeconds : nil
            let after = place + 1 < words.count ? words[place + 1].time?.startSeconds : nil
            // At an edge of the text one neighbour has to do; without any it could be anywhere.
            guard before != nil || place == 0, after != nil || place + 1 == words.count,
                before != nil || after != nil,
                let stretch = other.firstIndex(where: {
                    $0.startSeconds >= (before ?? 0) - 0.005 && $0.endSeconds <= (after ?? .infinity) + 0.005
                        && $0.durationSeconds <= longestSeconds(words[place].text)
                })
            else { continue }
            words[place].time = other.remove(at: stretch)
            words[place].confidence = unknownConfidence
        }
    }

    /// The longest that a word takes: slow speech has about eight letters a second.
    private static func longestSeconds(_ word: String) -> Double { 0.5 + Double(word.count) / 8 }

    /// That there was speech, without knowing which, is worth an even chance.
    private static let unknownConfidence = 0.5
}
