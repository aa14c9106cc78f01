import Foundation

/// A steady voiced stretch with the measures that tell a filled pause from a word.
struct SteadyStretch: Sendable {
    /// Where it lies, in frames.
    var frames: Range<Int>
    /// What it sounds like.
    var sound: FilledPause.Sound
    /// What is measured of it.
    var measures: Measures

    /// How much of each side is looked at, in frames.
    static let sideFrames = 44

    init(pieces: [Range<Int>], in all: [VoiceFrame], base: Int, average: SpeakerAverage) {
        let start = pieces.first?.lowerBound ?? base
        let end = pieces.last?.upperBound ?? base
        frames = start..<end
        let inside = all[start - base..<end - base]
        let third = max(4, inside.count / 3)
        let first = Self.mean(inside.prefix(third))
        let last = Self.mean(inside.suffix(third))
        let closing = max(0, min(25, Self.closingDB(from: first, to: last)))
        let hum = Self.closingDB(from: average.shape, to: SpeakerAverage.shape(first))
        sound = closing > 5 ? .vowelAndNasal : hum > 10 ? .nasal : .vowel

        let level = Self.level(inside)
        let before = all[max(0, start - base - Self.sideFrames)..<start - base]
        let after = all[end - base..<min(all.count, end - base + Self.sideFrames)]
        measures = Measures(
            length: logf(Float(max(1, inside.count)) / 100),
            changeDB: Self.average(inside.map { min($0.changeDB, 15) }),
            pitchMovement: Self.pitchMovement(inside),
            levelSpreadDB: Self.spread(inside.map(\.levelDB)),
            quietBefore: Self.quietShare(before, under: level),
            quietAfter: Self.quietShare(after, under: level),
            closingDB: closing,
            levelDB: max(-25, min(10, level - (average.loudDB ?? level))))
    }

    /// The mean spectrum of frames.
    static func mean(_ frames: ArraySlice<VoiceFrame>) -> BandSpectrum.Bands {
        frames.reduce(BandSpectrum.Bands(repeating: 0)) { $0 + $1.bands } / Float(max(1, frames.count))
    }

    /// The mean level of frames, in dB.
    static func level(_ frames: ArraySlice<VoiceFrame>) -> Float { average(frames.map(\.levelDB)) }

    /// How much more the bands from 450 to 2300 Hz fall than the lowest, in dB: what closing the lips does to a vowel.
    static func closingDB(from first: BandSpectrum.Bands, to last: BandSpectrum.Bands) -> Float {
        let fall = first - last
        let middle = (2...8).reduce(Float(0)) { $0 + fall[$1] } / 7
        return middle - fall[0]
    }

    private static func quietShare(_ frames: ArraySlice<VoiceFrame>, under level: Float) -> Float {
        let quiet = frames.filter {
            $0.levelDB < level - 15 || $0.periodicity < 0.3 && $0.levelDB < level - 10
        }
        return 1 - Float(frames.count - quiet.count) / Float(sideFrames)
    }

    /// How far the pitch moves in a tenth of a second, in semitones: the median over the frames.
    private static func pitchMovement(_ frames: ArraySlice<VoiceFrame>) -> Float {
        let sizes = zip(frames, frames.dropFirst()).map { abs($0.pitchStep(to: $1)) }.sorted()
        return sizes.isEmpty ? 0 : min(sizes[sizes.count / 2] * 10, 10)
    }

    private static func spread(_ values: [Float]) -> Float {
        let mean = average(values)
        return average(values.map { ($0 - mean) * ($0 - mean) }).squareRoot()
    }

    private static func average(_ values: [Float]) -> Float {
        values.isEmpty ? 0 : values.reduce(0, +) / Float(values.count)
    }
}

extension SteadyStretch {
    /// What tells a filled pause from a word.
    struct Measures: Sendable {
        /// The natural logarithm of the length in seconds.
        var length: Float
        /// The mean change of the bands over 60 ms, in dB.
        var changeDB: Float
        /// How far the pitch moves in a tenth of a second, in semitones, 0...10.
        var pitchMovement: Float
        /// The standard deviation of the level, in dB.
        var levelSpreadDB: Float
        /// How much of the half second before and after is quiet, 0...1.
        var quietBefore: Float, quietAfter: Float
        /// How far the vowel closes into a hum, in dB, 0...25.
        var closingDB: Float
        /// The level less that of the loud parts of the speech, in dB, -25...10.
        var levelDB: Float

        /// All of them, in this order.
        var all: [Float] {
            [length, changeDB, pitchMovement, levelSpreadDB, quietBefore, quietAfter, closingDB, levelDB]
        }
    }
}
