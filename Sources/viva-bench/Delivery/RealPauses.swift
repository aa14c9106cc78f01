import Speech

/// How well the pauses of recordings are found, against the words of TextGrids and against Silero VAD.
enum RealPauses {
    /// How far an edge may be off, in seconds: people and programs place the edges of words no better.
    private static let collarSeconds = 0.1
    /// The shortest recording that is compared with Silero VAD, in seconds: shorter ones hardly hold a pause.
    private static let leastSeconds = 8.0

    /// The figures of recordings; none of what there is no recording for.
    static func rows(_ recordings: [DeliveryRecording]) -> [DeliveryRow] {
        compare("Viva against TextGrids", recordings, said: words, found: own)
            + compare("Silero VAD against TextGrids", recordings, said: words, found: silero)
            + compare(
                "Viva against Silero VAD, 8 s and more", recordings.filter { $0.seconds >= leastSeconds },
                said: silero, found: own)
    }

    /// The figures of those recordings both sides of which are known.
    private static func compare(
        _ name: String, _ recordings: [DeliveryRecording], said: (DeliveryRecording) -> [TimeRange]?,
        found: (DeliveryRecording) -> [TimeRange]?
    ) -> [DeliveryRow] {
        var score = PauseScore(collarSeconds: collarSeconds)
        var count = 0
        for recording in recordings {
            guard let said = said(recording), let found = found(recording) else { continue }
            score.add(said: said, found: found)
            count += 1
        }
        return count > 0 ? score.rows(.pauses, "\(name), recordings: \(count)") : []
    }

    private static func own(_ recording: DeliveryRecording) -> [TimeRange]? {
        Pauses.found(in: recording.samples)
    }

    private static func words(_ recording: DeliveryRecording) -> [TimeRange]? {
        recording.known.words.map { Pauses.between($0.map(\.time)) }
    }

    private static func silero(_ recording: DeliveryRecording) -> [TimeRange]? {
        recording.peer.map { Pauses.between($0.speechTimes) }
    }
}
