public import Speech

/// A word of an answer as it is drawn.
public struct TimelineWord: Sendable, Hashable {
    /// With a lower confidence than this a word is drawn as doubtful: it is likelier wrong than right.
    public static let doubtfulConfidence = 0.5

    /// The word as heard.
    public var text: String
    /// Where it lies.
    public var time: TimeRange
    /// How sure the recogniser was, 0...1; `nil` when that is not known.
    public var confidence: Double?
    /// Whether it was probably heard only because it was expected (`Word.isUncertain`).
    public var isUncertain: Bool
    /// What it is part of: a filler, or words taken back; `nil` for most words.
    public var mark: TimelineMark.Kind?

    init(_ word: Word, time: TimeRange) {
        text = word.text
        self.time = time
        confidence = word.confidence.flatMap { $0.isFinite ? min(max($0, 0), 1) : nil }
        isUncertain = word.isUncertain
    }

    /// Whether the recogniser thought it likelier wrong than right.
    public var isDoubtful: Bool { confidence.map { $0 < Self.doubtfulConfidence } ?? false }

    /// The word as it is written: in brackets when it was probably not said.
    public var shownText: String { isUncertain ? "[\(text)?]" : text }
}
