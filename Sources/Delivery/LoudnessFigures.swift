public import Signal
public import Speech

/// How loud a voice is, how much that varies, and where it fades.
///
/// ```swift
/// let loudness = LoudnessFigures(quality: quality, syllables: nuclei, runs: speech)
/// print(loudness.variationDB, loudness.fadingShare)  // 5.1 dB 20 %
/// ```
///
/// A level depends on the microphone and how far it is; variation and fading compare a voice with itself.
public struct LoudnessFigures: Sendable, Hashable, Codable {
    /// With fewer nuclei there is no variation.
    public static let leastNuclei = 10
    /// A shorter stretch of speech cannot fade, in seconds.
    public static let leastRunSeconds = 1.5
    /// Nor can one with fewer nuclei, as its last three would be most of it.
    public static let leastNucleiOfRun = 6
    /// How many nuclei at the end of a stretch are held against all of it.
    public static let endingNuclei = 3
    /// A fall of more than this is fading, in dB: the ends of statements are a few dB softer in any voice. A rule of this
    /// product.
    public static let fadingDB = 6.0
    /// With fewer stretches there is no fall and no share.
    public static let leastRuns = 3

    /// The level of the speech.
    public var levelDBFS: Figure
    /// The standard deviation of the levels of the syllable nuclei.
    public var variationDB: Figure
    /// How many stretches of speech were judged for fading.
    public var judgedRunCount: Int
    /// The median fall at the ends of the stretches: the median level of a stretch's nuclei less that of its last three.
    public var medianFallDB: Figure
    /// Where the voice fades, each from the first of the last three nuclei to the end of the stretch.
    public var fadingEnds: [TimeRange]
    /// The stretches that fade over all that were judged.
    public var fadingShare: Figure
    /// Whether the recording is too quiet.
    public var isTooQuiet: Bool
    /// Whether the loudest parts of the recording are cut off: levels are then higher than they seem.
    public var isClipped: Bool

    /// The figures of an answer.
    ///
    /// - Parameters:
    ///   - quality: the quality of the recording, which knows the level of its speech.
    ///   - syllables: the nuclei, in the order of time; those outside `runs` do not count.
    ///   - runs: the stretches of speech without a pause in them.
    public init(quality: RecordingQuality, syllables: [SyllableNucleus], runs: [TimeRange]) {
        levelDBFS = Self.level(quality)
        isTooQuiet = quality.problems.contains(.tooQuiet)
        isClipped = quality.problems.contains(.clipped)
        let speech = SpeechRuns(speech: runs, minimumPauseSeconds: 0)
        let nuclei = syllables.filter { $0.levelDB.isFinite && speech.contains($0.timeSeconds) }
        let levels = Distribution(nuclei.map { Double($0.levelDB) })
        if levels.count >= Self.leastNuclei, let deviation = levels.standardDeviation {
            variationDB = Figure(deviation, .decibels)
        } else {
            variationDB = Figure(absentBecause: "fewer than 10 syllables were found", .decibels)
        }
        let endings = Self.endings(of: speech, nuclei)
        judgedRunCount = endings.count
        let fading = endings.filter { $0.fallDB > Self.fadingDB }
        fadingEnds = fading.map(\.time)
        if endings.count >= Self.leastRuns, let fall = Distribution(endings.map(\.fallDB)).median {
            medianFallDB = Figure(fall, .decibels)
            fadingShare = Figure(Double(fading.count) / Double(endings.count), .share)
        } else {
            let reason = "fewer than 3 stretches of speech are long enough"
            medianFallDB = Figure(absentBecause: reason, .decibels)
            fadingShare = Figure(absentBecause: reason, .share)
        }
    }

    private static func level(_ quality: RecordingQuality) -> Figure {
        guard let level = quality.speechLevelDBFS, level.isFinite else {
            return Figure(absentBecause: Evidence.noSpeech, .dBFS)
        }
        return Figure(level, .dBFS)
    }

    private static func endings(
        of speech: SpeechRuns, _ nuclei: [SyllableNucleus]
    ) -> [(time: TimeRange, fallDB: Double)] {
        var endings: [(time: TimeRange, fallDB: Double)] = []
        var rest = nuclei[...]
        for run in speech.runs {
            let inside = rest.prefix { $0.timeSeconds < run.endSeconds }
            rest = rest.dropFirst(inside.count)
            guard run.durationSeconds >= leastRunSeconds, inside.count >= leastNucleiOfRun,
                let usual = Distribution(inside.map { Double($0.levelDB) }).median,
                let first = inside.suffix(endingNuclei).first,
                let last = Distribution(inside.suffix(endingNuclei).map { Double($0.levelDB) }).median
            else { continue }
            let time = TimeRange(startSeconds: first.timeSeconds, endSeconds: run.endSeconds)
            endings.append((time, usual - last))
        }
        return endings
    }
}
