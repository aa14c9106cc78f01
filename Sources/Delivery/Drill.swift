/// Exercises for a habit of delivery.
enum Drill {
    /// One or two exercises; none for what is no habit.
    static func texts(for kind: Observation.Kind) -> [String] {
        switch kind {
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
        case .hedges, .responseLatency, .length, .recording: []
        }
    }
}
