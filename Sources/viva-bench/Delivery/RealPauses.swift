import Speech

/// How well the pauses of recordings are found, against the words of TextGrids and against Silero VAD.
enum RealPauses {
    /// How far an edge may be off, in seconds: people and programs place the edges of words no better.
    private static let collarSeconds = 0.1
    /// The shortest recording that is compared with Silero VAD, in seconds: shorter ones hardly hold a pause.
    private static let leastSeconds = 8.0

    /// The figures of recordings; without what Silero VAD says of those that it has not heard.
    static func rows(_ recordings: [DeliveryRecording]) -> [DeliveryRow] {
        let empty = PauseScore(collarSeconds: collarSeconds)
        var (own, peer, both) = (empty, empty, empty)
        var (grids, compared) = (0, 0)
        for recording in recordings {
            let isCompared = recording.peer != nil && recording.seconds >= leastSeconds
            guard recording.known.words != nil || isCompared else { continue }
            let found = Pauses.found(in: recording.samples)
            let silero = recording.peer.map { Pauses.between($0.speechTimes) }
            if let words = recording.known.words {
                grids += 1
                let said = Pauses.between(words.map(\.time))
                own.add(said: said, found: found)
                if let silero { peer.add(said: said, found: silero) }
            }
            if isCompared, let silero {
                compared += 1
                both.add(said: silero, found: found)
            }
        }
        guard recordings.contains(where: { $0.peer != nil }) else {
            return own.rows(.pauses, "Viva against \(grids) TextGrids")
        }
        return own.rows(.pauses, "Viva against \(grids) TextGrids")
            + peer.rows(.pauses, "Silero VAD against \(grids) TextGrids")
            + both.rows(.pauses, "Viva against Silero VAD, \(compared) recordings of 8 s and more")
    }
}
