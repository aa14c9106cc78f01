import ServiceLifecycle

/// Ends a group of services from inside the process, as a signal does from outside: its work is to wait until it is told to stop.
struct StopSwitch: Service {
    private let stream: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation

    init() {
        (stream, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(1))
    }

    /// Lets `run` return.
    func stop() { continuation.yield() }

    func run() async throws {
        let stream = stream
        await cancelWhenGracefulShutdown {
            for await _ in stream { return }
        }
    }
}
