public import Signal
public import Speech

/// All that was measured of one spoken answer.
public struct AnswerAnalysis: Sendable, Hashable, Codable {
    /// What was heard.
    public var transcript: Transcript
    /// How it was delivered.
    public var delivery: DeliveryReport
    /// How well it was recorded.
    public var quality: RecordingQuality
    /// Its level and pitch over time; `nil` in an analysis that was saved before they were kept.
    public var contours: AnswerContours?

    /// An analysis of known parts.
    public init(
        transcript: Transcript, delivery: DeliveryReport, quality: RecordingQuality,
        contours: AnswerContours? = nil
    ) {
        self.transcript = transcript
        self.delivery = delivery
        self.quality = quality
        self.contours = contours
    }

    /// An analysis whose delivery follows from the transcript, the speech found, the syllables, the pitch and the levels.
    ///
    /// - Parameters:
    ///   - levelsDBFS: the level of each `AnswerContours.hopSeconds`; with none there are no contours.
    ///   - syllablesOfWords: how many syllables the pronunciation of each of the transcript's words has; empty when not known.
    public init(
        transcript: Transcript, speech: [TimeRange], syllables: [SyllableNucleus],
        pitch: PitchTrack = PitchTrack(),
        levelsDBFS: [Double] = [], syllablesOfWords: [Int?] = [], quality: RecordingQuality
    ) {
        self.transcript = transcript
        self.quality = quality
        delivery = DeliveryReport(
            words: transcript.words, speech: speech, syllables: syllables, pitch: pitch,
            syllablesOfWords: syllablesOfWords, quality: quality,
            expectedWordErrorRate: transcript.expectedWordErrorRate)
        contours =
            levelsDBFS.isEmpty
            ? nil
            : AnswerContours(
                levelsDBFS: levelsDBFS, pitch: pitch.within(speech), syllables: syllables)
    }
}
