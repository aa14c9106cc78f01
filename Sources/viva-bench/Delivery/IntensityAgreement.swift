import Delivery
import Practice
import Speech

/// How the level contour of answers agrees with Praat's intensity, hop by hop.
struct IntensityAgreement {
    /// What is quieter than this is left out, in dBFS: it is the rounding to 16 bits, which is no sound.
    private static let floorDBFS = -90.0

    /// Praat's minus Viva's levels of all hops, in dB.
    private var differences: [Double] = []
    /// The correlation of each recording's levels.
    private var correlations: [Double] = []

    /// The figures of recordings that Praat has measured.
    static func rows(_ recordings: [DeliveryRecording]) async throws -> [DeliveryRow] {
        let analyzer = AnswerAnalyzer(recognizer: DeafRecognizer(), fillers: .asHeard)
        var agreement = IntensityAgreement()
        for recording in recordings {
            guard let peer = recording.peer?.intensity,
                let contours = try await analyzer.analyze(SampleStream(recording.samples)).contours
            else { continue }
            agreement.add(contours.levelsDBFS, against: peer)
        }
        return agreement.rows
    }

    /// Compares each hop with the mean power of Praat's values in it; hops in which Praat has none are left out.
    mutating func add(_ levelsDBFS: [Double], against peer: PeerDelivery.Contour) {
        let hop = AnswerContours.hopSeconds
        let pairs = levelsDBFS.enumerated().compactMap { index, level -> (Double, Double)? in
            let time = Double(index) * hop..<Double(index + 1) * hop
            guard level > Self.floorDBFS, let reference = peer.meanDecibels(in: time) else { return nil }
            return (level, reference)
        }
        differences += pairs.map { $1 - $0 }
        if let correlation = Correlation.of(pairs) { correlations.append(correlation) }
    }

    /// The figures; Praat's levels are dB above 20 µPa, so that all differ by the same number.
    var rows: [DeliveryRow] {
        let offset = differences.isEmpty ? 0 : Spread(differences).median
        let subject = "against Praat, hops of 50 ms"
        return [
            .median(.intensity, subject, "correlation, median", correlations, "recordings"),
            .median(
                .intensity, subject, "difference without the offset, median",
                differences.map { abs($0 - offset) },
                unit: "dB", "hops"),
        ]
    }
}
