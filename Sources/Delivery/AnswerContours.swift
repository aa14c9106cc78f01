public import Signal

/// The level and the pitch of an answer over time, coarse enough to be kept and drawn.
public struct AnswerContours: Sendable, Hashable, Codable {
    /// The time that one value stands for, in seconds.
    public static let hopSeconds = 0.05

    /// The level (RMS) of each 50 ms from the start of the recording, in dB re full scale, -120...0: a full-scale sine reads -3.
    public var levelsDBFS: [Double]
    /// The median pitch (F0) of the voiced parts of each 50 ms, in hertz; `nil` where there is no voice.
    public var pitchesHz: [Double?]
    /// When each syllable is loudest, in seconds from the start of the recording.
    public var syllablesSeconds: [Double]

    /// Contours of known values.
    public init(levelsDBFS: [Double], pitchesHz: [Double?], syllablesSeconds: [Double]) {
        self.levelsDBFS = levelsDBFS
        self.pitchesHz = pitchesHz
        self.syllablesSeconds = syllablesSeconds
    }

    /// The contours of a recording that begins at 0 s, to a tenth of a decibel and of a hertz.
    ///
    /// - Parameter levelsDBFS: the level of each 50 ms.
    public init(levelsDBFS: [Double], pitch: PitchTrack, syllables: [SyllableNucleus]) {
        self.levelsDBFS = levelsDBFS.map { ($0 * 10).rounded() / 10 }
        let width = max(1, Int((Self.hopSeconds / PitchTrack.hopSeconds).rounded()))
        pitchesHz = stride(from: 0, to: pitch.frequenciesHz.count, by: width).map { start in
            let end = min(start + width, pitch.frequenciesHz.count)
            let voiced = pitch.frequenciesHz[start..<end].filter { $0 > 0 }
            return Distribution(voiced.map(Double.init)).median.map { ($0 * 10).rounded() / 10 }
        }
        syllablesSeconds = syllables.map { ($0.timeSeconds * 100).rounded() / 100 }
    }
}
