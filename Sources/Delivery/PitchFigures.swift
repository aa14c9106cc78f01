public import Signal
public import Speech

/// How high a voice is and how much it moves.
///
/// ```swift
/// let pitch = PitchFigures(pitch: track, runs: speech)
/// print(pitch.medianHz, pitch.variationSemitones)  // 118.2 Hz 2.6 st
/// ```
///
/// Movements are in semitones, so that high and low voices compare: they are heard on such a scale (Nolan 2003,
/// "Intonational equivalence"), and the standard deviation goes with how lively a speaker is judged (Traunmüller & Eriksson
/// 1995; Hincks 2005). Values an octave off and creak are left out (`VoicedPitch`).
public struct PitchFigures: Sendable, Hashable, Codable {
    /// With less voice there are no figures, in seconds.
    public static let leastVoicedSeconds = 1.0
    /// How long the pitch hardly moves before it is named, in seconds. A rule of this product.
    public static let flatSeconds = 4.0
    /// Less variation than this is hardly any, in semitones. A rule of this product.
    public static let flatSemitones = 1.2
    /// A rise of the pitch of more than this is one, in semitones. A rule of this product, a little under the three semitones
    /// that count for listeners in talk ('t Hart 1981).
    public static let risingSemitones = 2.0
    /// With fewer endings there is no share of them.
    public static let leastEndings = 3

    /// The median pitch.
    public var medianHz: Figure
    /// The standard deviation of the pitch about the mean of its logarithm.
    public var variationSemitones: Figure
    /// From the pitch that a twentieth of the voice stays under to the one that a twentieth stays over.
    public var rangeSemitones: Figure
    /// Where the pitch hardly moves for `flatSeconds` and more, in the order of time.
    public var flatStretches: [TimeRange]
    /// How many endings were judged: the last voice before a pause at a phrase end, or before the end of the answer.
    public var endingCount: Int
    /// Where the voice goes up at the end, each from the first voice that was looked at to the last.
    public var risingEndings: [TimeRange]
    /// The rising endings over all that were judged.
    public var risingEndingShare: Figure

    /// The figures of an answer.
    ///
    /// - Parameters:
    ///   - pitch: the pitch of the recording; what lies outside `runs` does not count.
    ///   - runs: the stretches of speech without a pause in them.
    ///   - pauses: the pauses with their places; speech before one inside a phrase does not end there. `nil` judges all.
    public init(pitch: PitchTrack, runs: [TimeRange], pauses: PauseDetails? = nil) {
        let speech = SpeechRuns(speech: runs, minimumPauseSeconds: 0)
        let voice = VoicedPitch(pitch, in: speech)
        let spread = Distribution(voice.values.map(\.semitones))
        guard voice.voicedSeconds >= Self.leastVoicedSeconds - PitchTrack.hopSeconds / 2,
            let median = voice.medianHz, let deviation = spread.standardDeviation,
            let low = spread.quantile(0.05), let high = spread.quantile(0.95)
        else {
            let reason = "less than 1 s of voice"
            medianHz = Figure(absentBecause: reason, .hertz)
            variationSemitones = Figure(absentBecause: reason, .semitones)
            rangeSemitones = Figure(absentBecause: reason, .semitones)
            flatStretches = []
            endingCount = 0
            risingEndings = []
            risingEndingShare = Figure(absentBecause: reason, .share)
            return
        }
        medianHz = Figure(median, .hertz)
        variationSemitones = Figure(deviation, .semitones)
        rangeSemitones = Figure(high - low, .semitones)
        flatStretches = FlatPitch(voice, in: speech).stretches
        let insidePhrases = pauses?.pauses.filter { $0.place == .insidePhrase }.map(\.time.startSeconds) ?? []
        let endings = PhraseEndings(voice, in: speech, notAt: insidePhrases)
        endingCount = endings.judged.count
        let rising = endings.judged.filter { $0.riseSemitones > Self.risingSemitones }
        risingEndings = rising.map(\.time)
        risingEndingShare =
            endingCount < Self.leastEndings
            ? Figure(absentBecause: "fewer than 3 endings have enough voice", .share)
            : Figure(Double(rising.count) / Double(endingCount), .share)
    }
}
