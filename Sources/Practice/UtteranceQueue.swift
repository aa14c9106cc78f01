import Delivery
import Signal
import Speech

/// Hands utterances to the recognisers that are free and puts the results back in order.
///
/// At most one utterance is with each recogniser; the next one waits for a free one, so memory stays bounded however
/// much faster the reading is.
struct UtteranceQueue {
    /// A decoded utterance with its place in the order and the recogniser that is free again.
    struct Decoded: Sendable {
        var number: Int
        var recognizer: Int
        var segment: Transcript.Segment
    }

    /// The group whose tasks decode.
    typealias Group = ThrowingTaskGroup<Decoded, any Error>

    /// What was decoded, in the order of time, without a gap.
    private(set) var segments: [Transcript.Segment] = []

    private let recognizers: [any Recognizer]
    private let fillers: FillerMerger?
    private var free: [Int]
    private var begun = 0
    private var early: [Int: Transcript.Segment] = [:]
    private var taken = 0

    init(recognizers: [any Recognizer], fillers: FillerMerger?) {
        self.fillers = fillers
        self.recognizers = recognizers
        free = Array(recognizers.indices.reversed())
    }

    /// Gives an utterance to a recogniser, after waiting for one when all are busy. Filled pauses are put in by their
    /// sound.
    mutating func decode(
        _ utterance: Utterance, pauses: [FilledPause], in group: inout Group
    ) async throws {
        while free.isEmpty { try await collect(&group) }
        let place = free.removeLast()
        let recognizer = recognizers[place]
        let number = begun
        begun += 1
        group.addTask { [fillers] in
            let heard = try await recognizer.recognize(utterance)
            let words = fillers?.merged(heard, with: pauses) ?? heard
            return Decoded(
                number: number, recognizer: place,
                segment: Transcript.Segment(time: utterance.speech, words: words))
        }
    }

    /// Waits for everything that is being decoded.
    mutating func finish(_ group: inout Group) async throws {
        while segments.count < begun { try await collect(&group) }
    }

    /// The segments that joined the order since the last call.
    mutating func takeReady() -> ArraySlice<Transcript.Segment> {
        defer { taken = segments.count }
        return segments[taken...]
    }

    private mutating func collect(_ group: inout Group) async throws {
        guard let decoded = try await group.next() else { return }
        free.append(decoded.recognizer)
        early[decoded.number] = decoded.segment
        while let next = early.removeValue(forKey: segments.count) { segments.append(next) }
    }
}
