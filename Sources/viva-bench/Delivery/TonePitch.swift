import Signal
import Speech

/// How right the pitch of made tones is.
struct TonePitch {
    /// What is this near to an edge of the tone counts neither as tone nor as silence, in seconds: the windows of a
    /// pitch tracker hold some of both there.
    private static let marginSeconds = 0.05
    /// How far the noise is below the tone, in dB.
    private static let signalToNoiseDB = 20.0

    private var hits = PitchHits()
    /// Values in tones and in silences, and those in silences that are called voiced.
    private var inTone = 0
    private var inSilence = 0
    private var falselyVoiced = 0

    /// The figures of tones and of glides, clean and under white noise.
    static func rows() -> [DeliveryRow] {
        [("tones of 80 to 400 Hz", MadeTone.steady), ("glides of an octave a second", MadeTone.glides)]
            .flatMap { name, tones in
                rows("\(name), clean", tones) { tone, _ in tone.samples() }
                    + rows("\(name), white noise 20 dB", tones) { tone, number in
                        NoiseMix.noisy(
                            tone.samples(), speech: [MadeTone.time], signalToNoiseDB: signalToNoiseDB,
                            seed: UInt64(number))
                    }
            }
    }

    private static func rows(
        _ subject: String, _ tones: [MadeTone], samples: (MadeTone, Int) -> [Float]?
    ) -> [DeliveryRow] {
        var sum = TonePitch()
        for (number, tone) in tones.enumerated() {
            guard let samples = samples(tone, number) else { continue }
            sum.add(PitchTrack(of: samples), of: tone)
        }
        return sum.rows(subject)
    }

    /// Compares the track of a tone's samples with its pitch; a value without voice in a tone is wrong.
    mutating func add(_ track: PitchTrack, of tone: MadeTone) {
        let time = MadeTone.time
        let sounding = time.startSeconds + Self.marginSeconds...time.endSeconds - Self.marginSeconds
        let near = time.startSeconds - Self.marginSeconds...time.endSeconds + Self.marginSeconds
        for (index, hertz) in track.frequenciesHz.enumerated() {
            let seconds = track.seconds(index)
            if sounding.contains(seconds) {
                inTone += 1
                if hertz > 0 { hits.add(Double(hertz), against: tone.hertz(at: seconds)) }
            } else if !near.contains(seconds) {
                inSilence += 1
                if hertz > 0 { falselyVoiced += 1 }
            }
        }
    }

    /// The figures.
    func rows(_ subject: String) -> [DeliveryRow] {
        [
            .share(.tones, subject, "voiced and within 20 cents", hits.near, of: inTone, "values"),
            .share(.tones, subject, "more than 20 % off", hits.gross, of: hits.compared, "voiced values"),
            .share(.tones, subject, "voiced beside the tone", falselyVoiced, of: inSilence, "values"),
        ]
    }
}
