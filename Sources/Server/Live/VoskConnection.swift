import Accounts
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
    /// Looks at the account of the client.
    let accounts: AccountWatch
    /// The client.
    let connection: WebSocketConnection

    /// Answers the client until it says that it ends, or goes.
    func run(_ inbox: inout WebSocketInbox) async throws {
        let requester = connection.guest.requester ?? .nobody
        let ear: LiveEar
        do throws(ServiceError) { ear = try await voice.lease(for: requester) } catch {
            guard case .busy = error else { throw error }
            return try await connection.close(.tryAgainLater(error.description))
        }
        let result: Result<Void, any Error>
        do { result = .success(try await hear(&inbox, with: ear.recognizer, for: requester)) } catch {
            result = .failure(error)
        }
        await voice.release(ear, for: requester)
        try result.get()
    }

    /// How long somebody who may not go on has to be told what was heard.
    private static let lastWords = Duration.seconds(2)

    /// Hears the client for as long as it says something, and may.
    private func hear(
        _ inbox: inout WebSocketInbox, with recognizer: any Recognizer, for requester: Requester
    ) async throws {
        let watch = LiveWatch(limitSeconds: voice.settings.silenceSeconds)
        let stream = VoskStream(
            recognizer: recognizer, connection: connection, watch: watch,
            limitSeconds: voice.settings.answerLimitSeconds)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await watch.run(connection) }
            group.addTask {
                guard let close = await accounts.end(of: connection.guest) else { return }
                watch.end(close)
                // With its next sound it is told what was heard; one that sends none is not waited for.
                try await Task.sleep(for: Self.lastWords)
                try await connection.close(close)
            }
            defer { group.cancelAll() }
            try await stream.run(&inbox)
        }
    }
}

/// The sound of one such client while it is heard.
private struct VoskStream {
    let recognizer: any Recognizer
    let connection: WebSocketConnection
    let watch: LiveWatch
    /// How much sound is heard, in seconds.
    let limitSeconds: Double

    func run(_ inbox: inout WebSocketInbox) async throws {
        var listener = AnswerListener(recognizer: recognizer, previews: AnswerRecorder.previews)
        var reply = VoskReply()
        let feed = AudioFeed()
        var hasSound = false
        do {
            while let message = try await inbox.next() {
                if let close = watch.ending { return try await end(listener, feed, reply, close) }
                switch message {
                case .binary(let bytes):
                    if bytes.readableBytes > 0 { watch.heard() }
                    if !hasSound { try await feed.begin(sampleRateHz: reply.sampleRateHz) }
                    hasSound = true
                    for buffer in try await feed.convert(Array(bytes.readableBytesView)) {
                        reply.take(try await listener.process(buffer))
                    }
                    guard AudioBuffer.seconds(await feed.endSample) < limitSeconds else {
                        return try await end(listener, feed, reply, .notAllowed(tooLong))
                    }
                    try await connection.send(.text(reply.next()))
                case .text(let text):
                    switch VoskRequest(text) {
                    case .configuration(let configuration): reply.configure(configuration, hasSound: hasSound)
                    case .end: return try await end(listener, feed, reply, .normal)
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

    private var tooLong: String {
        "More than \(Int(limitSeconds)) s of sound are not heard in one connection: open another one."
    }

    /// Tells what was not told yet.
    private func end(
        _ listener: AnswerListener, _ feed: AudioFeed, _ reply: VoskReply, _ close: WebSocketClose
    ) async throws {
        var listener = listener
        var reply = reply
        for buffer in try await feed.convert([], isLast: true) {
            reply.take(try await listener.process(buffer))
        }
        reply.take(try await listener.finish().events)
        try await connection.send(.text(reply.final()))
        try await connection.close(close)
    }
}
