import Signal
import Speech

/// A candidate for a filled pause beside the words that were heard.
extension FilledPause {
    /// The words that filled pauses are heard as: short, with an open vowel or a nasal.
    static let confusable: Set<String> = [
        "a", "ah", "am", "an", "and", "are", "arm", "em", "er", "eh", "for", "ha", "had", "hand", "her",
        "him", "huh",
        "hum", "i", "i'm", "in", "of", "oh", "on", "or", "the", "them", "then", "one", "home", "than",
        "ma'am", "hm",
        "mom", "uh-huh", "mm-hmm", "it", "have", "ham", "hi",
    ]
    /// The shortest one that is put in, in seconds.
    static let leastSeconds = 0.12
    /// Less of a word than this under a candidate is its edge only, in seconds.
    private static let edgeSeconds = 0.08
    private static let coveredShare = 0.5

    /// How it is written.
    var text: String {
        switch sound {
        case .vowel: "uh"
        case .vowelAndNasal: "um"
        case .nasal: "mm"
        }
    }

    /// Whether more than the edge of a word lies under it.
    func isOver(_ word: Word) -> Bool {
        word.time.overlapSeconds(with: time) > min(Self.edgeSeconds, word.time.durationSeconds / 2)
    }

    /// Whether it takes up most of a word.
    func covers(_ word: Word) -> Bool {
        word.time.overlapSeconds(with: time) > Self.coveredShare * word.time.durationSeconds
    }

    /// Whether nothing but filled pauses was heard for longer than anybody says them: music, a hum.
    static func isNoSpeech(_ words: [Word], in speech: TimeRange) -> Bool {
        words.allSatisfy(\.isFilledPause) && speech.durationSeconds > mostSecondsAlone
    }

    private static let mostSecondsAlone = 3.0
}
