import Speech

/// A heard word on its way to written text.
struct SaidWord {
    /// The word in lower case with plain apostrophes.
    var text: String
    var time: TimeRange
    var isUncertain: Bool
    var isFilledPause: Bool
    /// Its number among all words of the transcript.
    var place: Int

    init(_ word: Word, place: Int) {
        // A filled pause gets its own comma.
        text = word.isFilledPause ? word.plainText : Word.lowered(word.text)
        time = word.time
        isUncertain = word.isUncertain
        isFilledPause = word.isFilledPause
        self.place = place
    }
}
