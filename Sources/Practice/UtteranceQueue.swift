import Delivery
import Signal
import Speech

/// Hands utterances to the recognisers that are free, as many at once as they hear at once, and puts the results back in order.
///
/// At most so many are with each recogniser; the next ones wait for a free one, so memory stays bounded however much faster
/// the reading is.
struct UtteranceQueue {
    /// Decoded utterances with their place in the order and the recogniser that is free again.
    struct Decoded: Sendable {
        var number: Int
        var recognizer: Int
        var segments: [Transcript.Segment]
    }

    /// The group whose tasks decode.
    typealias Group = ThrowingTaskGroup<Decoded, any Error>

    /// What was decoded, in the order of time, without a gap.
    private(set) var segments: [Transcript.Segment] = []

    private let recognizers: [any Recognizer]
    private let fillers: (any FillerMerging)?
    private var free: [Int]
    /// Utterances that wait for others that are heard with them, and what may be a filled pause in them.
    private var gathered: [(utterance: Utterance, pauses: [FilledPause])] = []
    private var begun = 0
    private var decoded = 0
    private var early: [Int: [Transcript.Segment]] = [:]
    private var taken = 0

    init(recognizers: [any Recognizer], fillers: (any FillerMerging)?) {
        self.fillers = fillers
        self.recognizers = recognizers
        free = Array(recognizers.indices.reversed())
    }

    /// Takes an utterance, and gives those that are heard together to a recogniser, after waiting for one when all are busy.
    /// Filled pauses are put in by their sound.
    mutating func decode(
        _ utterance: Utterance, pauses: [FilledPause], in group: inout Group
    ) async throws {
        let window = recognizers[0].windowSeconds
        let seconds = gathered.reduce(utterance.audio.time.durationSeconds) {
            $0 + $1.utterance.audio.time.durationSeconds
        }
        if seconds > window { try await decodeGathered(in: &group) }
        gathered.append((utterance, pauses))
        if window == 0 { try await decodeGathered(in: &group) }
    }

    /// Waits for everything that is being decoded.
    mutating func finish(_ group: inout Group) async throws {
        try await decodeGathered(in: &group)
        while decoded < begun { try await collect(&group) }
    }

    /// The segments that joined the order since the last call.
    mutating func takeReady() -> ArraySlice<Transcript.Segment> {
        defer { taken = segments.count }
        return segments[taken...]
    }

    private mutating func decodeGathered(in group: inout Group) async throws {
        guard !gathered.isEmpty else { return }
        while free.isEmpty { try await collect(&group) }
        let place = free.removeLast()
        let recognizer = recognizers[place]
        let number = begun
        begun += 1
        let parts = gathered
        gathered = []
        group.addTask { [fillers] in
            let heard = try await recognizer.recognize(parts.map(\.utterance))
            let segments = zip(parts, heard).map { part, heard in
                let speech = part.utterance.speech
                return Transcript.Segment(
                    time: speech, words: fillers?.merged(heard, with: part.pauses, in: speech) ?? heard)
            }
            return Decoded(number: number, recognizer: place, segments: segments)
        }
    }

    private mutating func collect(_ group: inout Group) async throws {
        guard let result = try await group.next() else { return }
        free.append(result.recognizer)
        early[result.number] = result.segments
        while let next = early.removeValue(forKey: decoded) {
            segments += next
            decoded += 1
        }
    }
}
