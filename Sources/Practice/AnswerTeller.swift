import Delivery
import Signal
import Speech

/// Makes what is told of what a recording tells: levels and paces not too often, words one by one, and the pauses between them.
///
/// ```swift
/// var teller = AnswerTeller()
/// for event in teller.events(of: .heard(.segment(segment))) { show(event) }
/// ```
public struct AnswerTeller: Sendable {
    /// How often the level is told, in seconds of the answer.
    public static let levelSeconds = 0.2
    /// How often the pace is told, in seconds of the answer.
    public static let paceSeconds = 1.0

    /// Up to where the answer was listened to.
    private var heardSeconds = 0.0
    private var lastLevelSeconds = -Double.infinity
    private var lastPaceSeconds = 0.0
    private var lastWordEndSeconds: Double?
    private var isSpeaking = false

    /// Nothing was told yet.
    public init() {}

    /// What is to be told.
    public mutating func events(of event: RecordingEvent) -> [AnswerEvent] {
        switch event {
        case .level(let level, let elapsed, let silent): return self.level(level, elapsed, silent)
        case .heard(.preview(let text, let end)):
            return text.isEmpty ? [] : [.partial(text, atSeconds: end)]
        case .heard(.text(let text)): return text.isEmpty ? [] : [.partial(text, atSeconds: heardSeconds)]
        case .heard(.segment(let segment)): return segment.words.flatMap { word($0) }
        // The level tells it sooner.
        case .heard(.speechStarted), .kept: return []
        case .delivery(let live):
            heardSeconds = live.elapsedSeconds
            guard live.elapsedSeconds - lastPaceSeconds >= Self.paceSeconds else { return [] }
            lastPaceSeconds = live.elapsedSeconds
            return [.pace(live)]
        }
    }

    private mutating func level(_ level: AudioLevel, _ elapsed: Double, _ silent: Double?) -> [AnswerEvent] {
        var events: [AnswerEvent] = []
        let speaks = silent == 0
        if speaks, !isSpeaking { events.append(.speech(atSeconds: elapsed)) }
        isSpeaking = speaks
        if elapsed - lastLevelSeconds >= Self.levelSeconds - 0.001 {
            lastLevelSeconds = elapsed
            events.append(.level(level, atSeconds: elapsed, silentForSeconds: silent))
        }
        return events
    }

    private mutating func word(_ word: Word) -> [AnswerEvent] {
        defer { lastWordEndSeconds = max(lastWordEndSeconds ?? 0, word.time.endSeconds) }
        var events: [AnswerEvent] = []
        if let last = lastWordEndSeconds,
            word.time.startSeconds - last > DeliveryBands.longPauseSeconds
        {
            events.append(.pause(TimeRange(startSeconds: last, endSeconds: word.time.startSeconds)))
        }
        return events + [word.isFilledPause ? .filler(word) : .word(word)]
    }
}
