import Signal

/// How the pitch of recordings agrees with Praat's, value by value.
struct PitchAgreement {
    private var hits = PitchHits()
    /// Values that Praat calls voiced.
    private var voiced = 0
    /// Values that Praat calls unvoiced, and those of them that are called voiced.
    private var unvoiced = 0
    private var falselyVoiced = 0
    /// The differences of the standard deviations of a recording, in semitones.
    private var spreadErrors: [Double] = []

    /// The figures of recordings that Praat has measured.
    static func rows(_ recordings: [DeliveryRecording]) -> [DeliveryRow] {
        var agreement = PitchAgreement()
        for recording in recordings {
            guard let peer = recording.peer?.pitch else { continue }
            agreement.add(PitchTrack(of: recording.samples), against: peer)
        }
        return agreement.rows
    }

    /// Compares each of Praat's values with the one nearest in time; those beyond the track's ends are left out.
    mutating func add(_ track: PitchTrack, against peer: PeerDelivery.Contour) {
        for (index, reference) in peer.values.enumerated() {
            guard let hertz = track.hertz(at: peer.seconds(index)) else { continue }
            if reference > 0 {
                voiced += 1
                if hertz > 0 { hits.add(hertz, against: reference) }
            } else {
                unvoiced += 1
                if hertz > 0 { falselyVoiced += 1 }
            }
        }
        let own = track.frequenciesHz.map(Double.init)
        if let spread = PitchTrack.spreadSemitones(own, step: PitchTrack.hopSeconds),
            let reference = PitchTrack.spreadSemitones(peer.values, step: peer.step)
        {
            spreadErrors.append(abs(spread - reference))
        }
    }

    /// The figures.
    var rows: [DeliveryRow] {
        let agreeing = hits.compared + unvoiced - falselyVoiced
        return [
            share("within 20 cents, voiced in both", hits.near, of: hits.compared),
            share("more than 20 % off, voiced in both", hits.gross, of: hits.compared),
            share("voiced, of what Praat calls voiced", hits.compared, of: voiced),
            share("voiced, of what Praat calls unvoiced", falselyVoiced, of: unvoiced),
            share("voicing decided as by Praat", agreeing, of: voiced + unvoiced),
            .median(
                .pitch, Self.subject, "error of the standard deviation, median", spreadErrors, unit: "st",
                "recordings with 1 s of voice"),
        ]
    }

    private static let subject = "against Praat"

    private func share(_ measure: String, _ count: Int, of total: Int) -> DeliveryRow {
        .share(.pitch, Self.subject, measure, count, of: total, "values")
    }
}
