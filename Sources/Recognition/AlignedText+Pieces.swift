import Speech

extension AlignedText {
    /// What all utterances of a recording hold of a text, in the order of time.
    ///
    /// Neighbours were offered some of the same words; each is kept where the sound bears it out best, in the order of
    /// the text.
    public init(plan: TextPlan, pieces: [AlignedPiece]) {
        self.init(plan: plan, words: plan.text.indices, pieces: Self.settled(pieces)[...])
    }

    /// What each utterance holds of the words that were heard in it, so many in each: a text for each utterance, whose words
    /// are those that were heard in it, those that were found in it and were heard beside it, and not those of it that were
    /// found beside it.
    static func texts(plan: TextPlan, pieces: [AlignedPiece], counts: [Int]) -> [AlignedText] {
        let settled = settled(pieces)
        var cuts = [0]
        for number in settled.indices.dropLast() {
            var cut = counts[...number].reduce(0, +)
            // Between them may lie utterances in which nothing was found.
            let last = settled[...number].last { !$0.found.isEmpty }?.found.last?.place
            let first = settled[(number + 1)...].first { !$0.found.isEmpty }?.found.first?.place
            if let last, last >= cut { cut = last + 1 }
            if let first, first < cut { cut = first }
            cuts.append(max(cut, cuts[number]))
        }
        cuts.append(plan.text.count)
        return settled.indices.map { number in
            AlignedText(
                plan: plan, words: cuts[number]..<cuts[number + 1], pieces: settled[number...number])
        }
    }

    /// What pieces hold of some words of a text, no word being in two of them.
    private init(plan: TextPlan, words range: Range<Int>, pieces: ArraySlice<AlignedPiece>) {
        var words = plan.text[range].map { AlignedWord(text: $0) }
        for found in pieces.flatMap(\.found) where range.contains(found.place) {
            words[found.place - range.lowerBound].time = found.time
            words[found.place - range.lowerBound].confidence = found.confidence
        }
        var other = pieces.flatMap(\.otherSpeech).sorted { $0.startSeconds < $1.startSeconds }
        let unpronounceable = plan.unpronounceable.filter(range.contains).map { $0 - range.lowerBound }
        Self.place(unpronounceable, among: &words, in: &other)
        var fillers = pieces.flatMap(\.fillers)
        Self.absorb(&fillers, into: &words)
        self.init(words: words, fillers: fillers, otherSpeech: other, unpronounceable: Set(unpronounceable))
    }

    /// The pieces with each word in one of them only. Neighbours were offered some of the same words; each is kept where the
    /// sound bears it out best, in the order of the text.
    private static func settled(_ pieces: [AlignedPiece]) -> [AlignedPiece] {
        var settled: [AlignedPiece] = []
        for var piece in pieces {
            if let first = piece.found.first {
                let contested = settled.flatMap(\.found).filter { $0.place >= first.place }
                if !contested.isEmpty {
                    let split = Self.split(contested, piece.found)
                    for number in settled.indices { settled[number].drop { $0 >= split } }
                    piece.drop { $0 < split }
                }
            }
            settled.append(piece)
        }
        return settled
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
