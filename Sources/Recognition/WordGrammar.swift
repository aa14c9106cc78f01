/// The ways a decoder may hear a known row of words: each word in its place, with a pause, a filler or unknown speech
/// between them, and words left out at a price.
///
/// The states stand between the words: state `n` is after the first `n` of them. Weights are natural logarithms of
/// probabilities.
struct WordGrammar {
    /// One way from a state to another.
    struct Arc: Hashable {
        var from: Int
        var to: Int
        var sound: Sound
        var weight: Double
    }

    /// What is heard on an arc.
    enum Sound: Hashable {
        /// A word of the dictionary, by its token.
        case word(String)
        /// One of the filler dictionary's sounds, which stand outside the context of words.
        case noise(String)
        /// Nothing: the arc takes no time.
        case nothing
    }

    /// What leaving the plain row of words costs.
    struct Weights {
        /// Silence between two words.
        var silence = -2.3
        /// A filler.
        var filler = -15.0
        /// A phone of speech that is no word of the text.
        var unknownPhone = -30.0
        /// Leaving out words of the text, whatever their number ...
        var skip = -50.0
        /// ... and for each of them.
        var skippedWord = -2.0
        /// Leaving out each of the words at either end that may belong to a neighbour.
        var marginWord = -1.0

        /// For a text that is surely not all that was said: unknown speech is cheap, so that a passage that the text lacks
        /// is not filled with words that stand beside it.
        static let forOtherSpeech = Weights(unknownPhone: -8)
    }

    let stateCount: Int
    private(set) var arcs: [Arc] = []

    /// The grammar of `words`.
    ///
    /// - Parameters:
    ///   - leading, trailing: how many words at either end may belong to the audio before or after.
    ///   - fillers: tokens that may stand between words.
    ///   - longestSkip: how many words in a row may be left out; their arcs grow with the square of the words.
    ///   - phones: tokens of single phones, of which unknown speech consists.
    init(
        words: [String], leading: Int = 0, trailing: Int = 0, fillers: [String] = [], phones: [String] = [],
        longestSkip: Int = .max, weights: Weights = Weights()
    ) {
        let count = words.count
        stateCount = count + 1
        for (place, word) in words.enumerated() {
            arcs.append(Arc(from: place, to: place + 1, sound: .word(word), weight: 0))
        }
        for state in 0...count {
            arcs.append(Arc(from: state, to: state, sound: .noise(Self.silence), weight: weights.silence))
            for filler in fillers {
                arcs.append(Arc(from: state, to: state, sound: .word(filler), weight: weights.filler))
            }
            for phone in phones {
                arcs.append(Arc(from: state, to: state, sound: .noise(phone), weight: weights.unknownPhone))
            }
        }
        addSkips(
            count: count, leading: leading, trailing: trailing, longest: longestSkip, weights: weights)
    }

    /// Every pair of states is joined directly, because the decoder follows one such arc at a time.
    private mutating func addSkips(
        count: Int, leading: Int, trailing: Int, longest: Int, weights: Weights
    ) {
        for from in 0..<max(0, count) {
            for to in from + 1...from + min(longest, count - from) {
                let words = Double(to - from)
                let isMargin = from == 0 && to <= leading || to == count && from >= count - trailing
                let price =
                    isMargin
                    ? weights.marginWord * words : weights.skip + weights.skippedWord * words
                arcs.append(Arc(from: from, to: to, sound: .nothing, weight: price))
            }
        }
    }

    /// Every token of the dictionaries that it needs.
    var tokens: Set<String> {
        Set(
            arcs.compactMap { arc in
                switch arc.sound {
                case .word(let token), .noise(let token): token
                case .nothing: nil
                }
            })
    }

    /// The engine's own word for silence.
    static let silence = "<sil>"
}
