/// Exercises for a habit of delivery.
package enum Drill {
    /// One or two exercises; none for what is no habit.
    ///
    /// - Parameter pace: on which side of the band the answers with the habit were spoken; `nil` where that is not known.
    package static func texts(for kind: Observation.Kind, pace: PaceBand?) -> [String] {
        switch kind {
        case .pace where pace == .slower:
            [
                "Rehearse the same answer aloud, three times in a row, until it flows.",
                "Read a page of about 150 words aloud and aim to finish in 60 to 75 seconds.",
            ]
        case .pace:
            [
                "Give the same answer again and stop for one full breath after every sentence.",
                "Read a page of about 150 words aloud and aim to finish in 60 to 75 seconds.",
            ]
        case .fillers:
            [
                "Answer again; when a filler comes up, close your mouth and stay silent until the next word is ready.",
                "Record one minute on any topic, count the fillers, and repeat until the count is half.",
            ]
        case .pauses:
            [
                "Before you begin, name three points in your mind and say how many there will be.",
                "Answer again and start the next sentence as soon as you know its first clause.",
            ]
        case .pausesInsidePhrases:
            [
                "Answer again phrase by phrase: say each up to its last word in one breath, and pause only there.",
                "Choose the next noun before you say \"the\" or \"a\", and wait in front of it until you have it.",
            ]
        case .fastestStretch:
            [
                "Listen to the fastest part, cut it to its two main sentences, and say them with a breath between."
            ]
        case .speedingUp:
            [
                "Mark the middle of your answer; stop there for one full breath, and begin again at your first pace.",
                "Say the last two sentences of your answer first, slowly, then the whole answer.",
            ]
        case .pitch:
            [
                "Underline one word in each sentence and say the answer again with those words clearly higher.",
                "Tell the same answer as to a friend who is surprised by it, and keep half of that melody.",
            ]
        case .fadingEnds:
            [
                "Say the last three words of every sentence as loud as its first three.",
                "Breathe in before each sentence, and stop it while there is still air left.",
            ]
        case .hedges, .responseLatency, .length, .recording, .risingEndings, .disfluencies, .sentences,
            .repeatedPhrases, .pronouns, .comparison, .limits:
            []
        }
    }
}
