import NIOCore
import NIOPosix

/// A connection to a server on which bytes are sent as they stand: slow, broken, or nothing at all.
package actor RawConnection {
    private let channel: NIOAsyncChannel<ByteBuffer, ByteBuffer>
    private var received: [UInt8] = []
    private let inbox: AsyncThrowingStream<[UInt8], any Error>
    private let reader: Task<Void, Never>

    /// The connection ended, or nothing came for ten seconds.
    package struct Ended: Error {
        /// What came before.
        package let text: String
    }

    /// Connects to a port of this machine.
    init(port: Int) async throws {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(.allowRemoteHalfClosure, value: true)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        self.channel = channel
        let (inbox, feed) = AsyncThrowingStream.makeStream(of: [UInt8].self)
        self.inbox = inbox
        reader = Task {
            do {
                try await channel.executeThenClose { inbound, _ in
                    for try await buffer in inbound { feed.yield(Array(buffer.readableBytesView)) }
                }
                feed.finish()
            } catch { feed.finish(throwing: error) }
        }
    }

    /// Sends a text.
    package func write(_ text: String) async throws { try await write(Array(text.utf8)) }

    /// Sends bytes.
    package func write(_ bytes: [UInt8]) async throws {
        try await channel.channel.writeAndFlush(ByteBuffer(bytes: bytes))
    }

    /// Sends no more; what the server sends is still read.
    package func finishWriting() async throws { try await channel.channel.close(mode: .output) }

    /// Closes the connection.
    package func close() { channel.channel.close(promise: nil) }

    /// Takes what comes until a text is among it.
    ///
    /// - Throws: `Ended` when the connection ends before.
    @discardableResult
    package func read(until text: String) async throws -> String {
        for try await bytes in inbox {
            received += bytes
            let all = String(decoding: received, as: UTF8.self)
            if all.contains(text) { return all }
        }
        throw Ended(text: String(decoding: received, as: UTF8.self))
    }

    /// Takes bytes until there are so many, and hands them out; what comes behind them stays.
    package func take(_ count: Int) async throws -> [UInt8] {
        while received.count < count {
            var iterator = inbox.makeAsyncIterator()
            guard let bytes = try await iterator.next() else {
                throw Ended(text: String(decoding: received, as: UTF8.self))
            }
            received += bytes
        }
        defer { received.removeFirst(count) }
        return Array(received.prefix(count))
    }

    /// Takes all that comes until the server closes the connection.
    package func readToEnd() async throws -> String {
        do { for try await bytes in inbox { received += bytes } } catch {
            guard !received.isEmpty else { throw error }
        }
        return String(decoding: received, as: UTF8.self)
    }
}
