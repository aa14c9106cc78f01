import Signal
import Speech

/// How the syllables found in recordings agree with Praat's, window by window, and with the transcripts.
struct SyllableRates {
    /// How long a window is, in seconds.
    static let windowSeconds = 10.0
    /// The time from one window to the next, in seconds.
    static let hopSeconds = 5.0

    /// Nuclei a second of each window, Viva's and Praat's.
    private var windows: [(own: Double, peer: Double)] = []

    /// The figures of recordings; without what Praat says of those that it has not measured.
    static func rows(_ recordings: [DeliveryRecording]) throws -> [DeliveryRow] {
        let transcripts = recordings.map { $0.known.transcript ?? "" }
        let syllables = try TranscriptSyllables(of: transcripts)
        var rates = SyllableRates()
        var own = SyllableSums()
        var peer = SyllableSums()
        for (recording, transcript) in zip(recordings, transcripts) {
            let nuclei = nuclei(in: recording.samples)
            if let other = recording.peer {
                rates.add(nuclei, against: other.nuclei, seconds: recording.seconds)
            }
            guard let said = syllables.count(transcript) else { continue }
            own.add(found: nuclei.count, said: said, seconds: recording.seconds)
            if let other = recording.peer {
                peer.add(found: other.nuclei.count, said: said, seconds: recording.seconds)
            }
        }
        let byTranscript = own.rows("Viva against transcripts")
        guard recordings.contains(where: { $0.peer != nil }) else { return byTranscript }
        return rates.rows + byTranscript + peer.rows("Praat against transcripts")
    }

    /// When the syllables of samples at 16 kHz are loudest, in seconds.
    static func nuclei(in samples: [Float]) -> [Double] {
        var detector = SyllableDetector()
        detector.process(AudioBuffer(samples: samples))
        return detector.finish().map(\.timeSeconds)
    }

    /// Compares the nuclei of a recording in all windows that lie in it as a whole.
    mutating func add(_ own: [Double], against peer: [Double], seconds: Double) {
        for start in stride(from: 0, through: seconds - Self.windowSeconds, by: Self.hopSeconds) {
            let window = start..<start + Self.windowSeconds
            windows.append(
                (
                    Double(own.count(where: window.contains)) / Self.windowSeconds,
                    Double(peer.count(where: window.contains)) / Self.windowSeconds
                ))
        }
    }

    /// The figures of the windows.
    var rows: [DeliveryRow] {
        let subject = "Viva against Praat, windows of 10 s"
        let errors = windows.filter { $0.peer > 0 }.map { abs($0.own - $0.peer) / $0.peer }
        return [
            DeliveryRow(
                part: .syllables, subject: subject, measure: "correlation of the rates",
                value: Correlation.of(windows), total: windows.count, things: "windows"),
            .median(.syllables, subject, "relative error of the rate, median", errors, "windows with nuclei"),
        ]
    }
}
