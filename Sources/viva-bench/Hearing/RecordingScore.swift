import Recognition
import Speech

/// How one recogniser heard one recording.
struct RecordingScore {
    /// Word errors; `nil` when the words are not known.
    var words: WordErrorRate?
    /// Heard minus said times of the starts of words that were heard right, in seconds.
    var startErrors: [Double] = []
    /// The same of their ends.
    var endErrors: [Double] = []
    /// Filled pauses found, where their times are known.
    var fillers: EventScore?
    /// Filled pauses that were said, and that were heard, where the words are known.
    var fillerCounts: (said: Int, heard: Int)?
    /// Key terms that were said; those of them in the transcript and certain; those in it at all.
    var terms = (said: 0, certain: 0, heard: 0)

    /// Compares the words that were heard in a recording with what is known of it.
    init(_ heard: [Word], of recording: BenchRecording) {
        let tokens = Tokens(heard)
        if let transcript = recording.transcript {
            let lattice = ReferenceLattice(transcript, heard: tokens.texts, terms: recording.terms)
            words = WordAlignment(lattice, heard: tokens.texts).rate
            for term in recording.terms where term.occurs(in: SpokenWords.words(transcript)) {
                terms.said += 1
                if tokens.holds(term) { terms.heard += 1 }
                if tokens.holdsCertainly(term) { terms.certain += 1 }
            }
            fillerCounts = (
                recording.fillers?.count ?? SpokenWords.fillerCount(transcript),
                heard.count(where: \.isFilledPause)
            )
        }
        if let fillers = recording.fillers {
            self.fillers = EventScore(
                said: fillers.map(\.time), found: heard.filter(\.isFilledPause).map(\.time))
        }
        if let known = recording.words { measureTimes(of: tokens, in: heard, against: known) }
    }

    /// Terms on offer that were not said, and those of them that the transcript nevertheless shows as certain.
    static func falseTerms(
        _ heard: [Word], of recording: BenchRecording, offered: [KeyTerm]
    ) -> (offered: Int, shown: Int) {
        let said = SpokenWords.words(recording.transcript ?? "")
        let unsaid = offered.filter { term in
            !term.occurs(in: said) && !recording.terms.contains { $0.written == term.written }
        }
        let tokens = Tokens(heard)
        return (unsaid.count, unsaid.count(where: tokens.holdsCertainly))
    }

    private mutating func measureTimes(of tokens: Tokens, in heard: [Word], against known: [TimedWord]) {
        var spine: [String] = []
        // For each word of the spine the reference word that begins with it and the one that ends with it.
        var starts: [Double?] = []
        var ends: [Double?] = []
        for word in known {
            let parts = SpokenWords.words(word.text)
            for (place, part) in parts.enumerated() {
                spine.append(part)
                starts.append(place == 0 ? word.time.startSeconds : nil)
                ends.append(place == parts.count - 1 ? word.time.endSeconds : nil)
            }
        }
        let lattice = ReferenceLattice(words: spine, heard: tokens.texts)
        for match in WordAlignment(lattice, heard: tokens.texts).matches {
            if let said = starts[match.said.lowerBound], let place = tokens.begins[match.heard.lowerBound] {
                startErrors.append(heard[place].time.startSeconds - said)
            }
            if let said = ends[match.said.upperBound - 1], let place = tokens.ends[match.heard.upperBound - 1]
            {
                endErrors.append(heard[place].time.endSeconds - said)
            }
        }
    }
}

/// The words that were heard in the form in which words are compared, each with the word it comes from.
private struct Tokens {
    var texts: [String] = []
    /// For each token the heard word that begins with it.
    var begins: [Int?] = []
    /// For each token the heard word that ends with it.
    var ends: [Int?] = []
    private var areCertain: [Bool] = []

    init(_ heard: [Word]) {
        for (place, word) in heard.enumerated() {
            let parts = SpokenWords.words(word.text)
            for (index, part) in parts.enumerated() {
                texts.append(part)
                begins.append(index == 0 ? place : nil)
                ends.append(index == parts.count - 1 ? place : nil)
                areCertain.append(!word.isUncertain)
            }
        }
    }

    func holds(_ term: KeyTerm) -> Bool { term.occurs(in: texts) }

    func holdsCertainly(_ term: KeyTerm) -> Bool {
        term.ranges(in: texts).contains { areCertain[$0].allSatisfy { $0 } }
    }
}
