import Audio
import NIOCore
import Practice
import Service
import Speech

/// A client that was made for a vosk-server: it sends sound, and each message of it is answered by what is heard.
///
/// The first message may be `{"config": {"sample_rate": 16000, "words": 1}}`, the last is `{"eof": 1}`.
struct VoskConnection: Sendable {
    /// Hears.
    let voice: LiveVoice
    /// The client.
    let connection: WebSocketConnection

    /// Answers the client until it says that it ends, or goes.
    func run(_ inbox: inout WebSocketInbox) async throws {
        let recognizer: any Recognizer
        do throws(ServiceError) { recognizer = try await voice.lease() } catch {
            guard case .busy = error else { throw error }
            return try await connection.close(.tryAgainLater(error.description))
        }
        let result: Result<Void, any Error>
        do {
            result = .success(
                try await VoskStream(recognizer: recognizer, connection: connection).run(&inbox))
        } catch { result = .failure(error) }
        await voice.release(recognizer)
        try result.get()
    }
}

/// The sound of one such client while it is heard.
private struct VoskStream {
    let recognizer: any Recognizer
    let connection: WebSocketConnection

    func run(_ inbox: inout WebSocketInbox) async throws {
        var listener = AnswerListener(recognizer: recognizer, previews: AnswerRecorder.previews)
        var reply = VoskReply()
        let feed = AudioFeed()
        var hasSound = false
        do {
            while let message = try await inbox.next() {
                switch message {
                case .binary(let bytes):
                    if !hasSound { try await feed.begin(sampleRateHz: reply.sampleRateHz) }
                    hasSound = true
                    for buffer in try await feed.convert(Array(bytes.readableBytesView)) {
                        reply.take(try await listener.process(buffer))
                    }
                    try await connection.send(.text(reply.next()))
                case .text(let text):
                    switch VoskRequest(text) {
                    case .configuration(let configuration): reply.configure(configuration, hasSound: hasSound)
                    case .end:
                        for buffer in try await feed.convert([], isLast: true) {
                            reply.take(try await listener.process(buffer))
                        }
                        reply.take(try await listener.finish().events)
                        return try await connection.send(.text(reply.final()))
                    case .unknown(let reason): return try await connection.close(.notAllowed(reason))
                    }
                }
            }
        } catch {
            await listener.cancel()
            throw error
        }
        await listener.cancel()
    }
}
