import Foundation
import Speech
import Synchronization

/// One client of a live server: it answers with sounds at the pace of speech, and takes the times of what comes.
struct LiveStream: Sendable {
    let door: LiveDoor
    /// What it says to each question, at 16 kHz.
    let sounds: [[Float]]

    /// Holds a session with an answer for each sound.
    func run() async -> LiveFigures {
        let state = LiveStreamState()
        do { try await hold(state) } catch { state.fail("\(error)") }
        return state.figures
    }

    private func hold(_ state: LiveStreamState) async throws {
        let session = try await door.begin(questions: sounds.count)
        let ticket = try await door.ticket(session)
        let socket = try await LiveSocket.open(
            host: door.url.host() ?? "127.0.0.1", port: door.url.port ?? 80,
            path: "/api/v1/live?ticket=\(ticket)")
        let (turns, turn) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingOldest(1000))
        try await socket.run(
            send: { sender in
                try await sender.send(text: #"{"type":"start","sample_rate":16000,"audio":false}"#)
                var answers = 0
                for await _ in turns {
                    try await speak(sounds[answers % sounds.count], sender, state)
                    answers += 1
                }
            },
            take: { message in
                let now = ContinuousClock.now
                let event = try JSONDecoder().decode(JSONValue.self, from: Data(message))
                state.take(event, at: now)
                if case .object(let fields) = event, fields["type"] == .text("listening") { turn.yield() }
            })
    }

    /// Sends the sound a tenth of a second at a time, when each has been spoken.
    private func speak(_ sound: [Float], _ sender: LiveSender, _ state: LiveStreamState) async throws {
        let clock = ContinuousClock()
        let start = clock.now
        state.begin(at: start)
        let step = AudioBuffer.sampleRateHz / 10
        for place in stride(from: 0, to: sound.count, by: step) {
            let piece = sound[place..<min(sound.count, place + step)]
            try await clock.sleep(until: start + .seconds(AudioBuffer.seconds(place + piece.count)))
            try await sender.send(
                bytes: piece.flatMap { sample in
                    let value = Int16(max(-1, min(1, sample)) * 32_767)
                    return [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
                })
            state.sent(AudioBuffer.seconds(piece.count))
        }
        state.end(at: clock.now)
        try await sender.send(text: #"{"type":"end"}"#)
    }
}

/// The figures of a stream while it runs: one task sends, another takes what comes.
private final class LiveStreamState: Sendable {
    private struct State {
        var figures = LiveFigures()
        var start: ContinuousClock.Instant?
        var end: ContinuousClock.Instant?
    }

    private let state = Mutex(State())

    var figures: LiveFigures { state.withLock { $0.figures } }

    func begin(at start: ContinuousClock.Instant) { state.withLock { ($0.start, $0.end) = (start, nil) } }

    func end(at end: ContinuousClock.Instant) { state.withLock { $0.end = end } }

    func sent(_ seconds: Double) { state.withLock { $0.figures.sentSeconds += seconds } }

    func fail(_ reason: String) { state.withLock { $0.figures.failure = reason } }

    func take(_ event: JSONValue, at now: ContinuousClock.Instant) {
        state.withLock { state in
            let start = state.start
            state.figures.take(
                event, atSeconds: start.map { $0.duration(to: now).inSeconds } ?? 0,
                endedAtSeconds: start.flatMap { start in state.end.map { start.duration(to: $0).inSeconds } })
        }
    }
}
