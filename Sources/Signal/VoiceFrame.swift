import Foundation

/// What the search for filled pauses keeps of 10 ms.
struct VoiceFrame: Sendable {
    /// Its level, in dB re full scale.
    var levelDB: Float
    /// How periodic it is, 0...1.
    var periodicity: Float
    /// Its pitch, in semitones above 1 Hz; an octave may be wrong.
    var pitchSemitones: Float
    /// The levels of the bands, in dB; none lies more than `rangeDB` under the strongest, so that what noise fills does
    /// not count as change.
    var bands: BandSpectrum.Bands
    /// The mean change of the bands from 30 ms before to 30 ms after, in dB.
    var changeDB: Float = .infinity

    /// How far under the strongest band a band counts.
    private static let rangeDB: Float = 40

    init(_ frame: SoundFrame) {
        let levels = BandSpectrum.levels(frame.powers)
        let power = frame.samples.reduce(0) { $0 + $1 * $1 } / Float(frame.samples.count)
        levelDB = Decibel.level(power: power)
        periodicity = frame.periodicity
        pitchSemitones = frame.pitchHz > 0 ? 12 * log2(frame.pitchHz) : 0
        bands = levels.replacing(
            with: levels.max() - Self.rangeDB, where: levels .< (levels.max() - Self.rangeDB))
    }

    /// The mean distance of two frames' bands, in dB.
    func distance(to other: VoiceFrame) -> Float {
        let difference = bands - other.bands
        let size = difference.replacing(with: -difference, where: difference .< 0)
        return size.sum() / Float(BandSpectrum.Bands.scalarCount)
    }

    /// The step in pitch to another frame, in semitones, with errors of an octave taken out.
    func pitchStep(to other: VoiceFrame) -> Float {
        var step = other.pitchSemitones - pitchSemitones
        while step > 6 { step -= 12 }
        while step < -6 { step += 12 }
        return step
    }
}
