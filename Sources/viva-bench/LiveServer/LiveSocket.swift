import NIOCore
import NIOHTTP1
import NIOPosix
import NIOWebSocket

/// A WebSocket to a server, from the side of the client: whole messages in both directions.
struct LiveSocket: Sendable {
    /// The server answered with something else.
    struct Refused: Error, CustomStringConvertible {
        let description: String
    }

    private let channel: NIOAsyncChannel<WebSocketFrame, WebSocketFrame>

    private enum Upgrade: Sendable {
        case done(NIOAsyncChannel<WebSocketFrame, WebSocketFrame>)
        case refused
    }

    /// The longest message that is taken: the sound of a question.
    private static let limitFrameBytes = 16 << 20

    /// Opens a path of a server.
    ///
    /// - Throws: `Refused`.
    static func open(host: String, port: Int, path: String) async throws -> LiveSocket {
        let upgrade = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: host, port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try configure(channel, host: host, port: port, path: path)
                }
            }
        switch try await upgrade.get() {
        case .done(let channel): return LiveSocket(channel: channel)
        case .refused:
            throw Refused(description: "\(host):\(port) opened no WebSocket at \(path.prefix { $0 != "?" }).")
        }
    }

    private static func configure(
        _ channel: any Channel, host: String, port: Int, path: String
    ) throws -> EventLoopFuture<Upgrade> {
        let upgrader = NIOTypedWebSocketClientUpgrader<Upgrade>(maxFrameSize: limitFrameBytes) { channel, _ in
            channel.eventLoop.makeCompletedFuture {
                .done(try NIOAsyncChannel(wrappingChannelSynchronously: channel))
            }
        }
        let head = HTTPRequestHead(
            version: .http1_1, method: .GET, uri: path,
            headers: ["Host": "\(host):\(port)", "Content-Length": "0"])
        var configuration = NIOUpgradableHTTPClientPipelineConfiguration(
            upgradeConfiguration: NIOTypedHTTPClientUpgradeConfiguration(
                upgradeRequestHead: head, upgraders: [upgrader],
                notUpgradingCompletionHandler: { channel in
                    channel.eventLoop.makeCompletedFuture { .refused }
                }))
        configuration.leftOverBytesStrategy = .forwardBytes
        return try channel.pipeline.syncOperations.configureUpgradableHTTPClientPipeline(
            configuration: configuration)
    }

    /// Sends messages and takes each that comes, until the server closes or the work is done.
    ///
    /// - Parameters:
    ///   - send: gets the way to send.
    ///   - take: gets each message of words.
    func run(
        send: @escaping @Sendable (LiveSender) async throws -> Void,
        take: @escaping @Sendable ([UInt8]) async throws -> Void
    ) async throws {
        try await channel.executeThenClose { inbound, outbound in
            let sender = LiveSender(outbound: outbound)
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await send(sender) }
                for try await frame in inbound {
                    switch frame.opcode {
                    case .text: try await take(Array(frame.unmaskedData.readableBytesView))
                    case .ping: try await sender.send(.pong, Array(frame.unmaskedData.readableBytesView))
                    case .connectionClose:
                        try? await sender.send(.connectionClose, [0x03, 0xE8])
                        group.cancelAll()
                        return
                    default: break
                    }
                }
                group.cancelAll()
            }
        }
    }
}

/// Sends frames as a client does.
struct LiveSender: Sendable {
    let outbound: NIOAsyncChannelOutboundWriter<WebSocketFrame>

    /// Sends a message of words.
    func send(text: String) async throws { try await send(.text, Array(text.utf8)) }

    /// Sends a message of bytes.
    func send(bytes: [UInt8]) async throws { try await send(.binary, bytes) }

    fileprivate func send(_ opcode: WebSocketOpcode, _ bytes: [UInt8]) async throws {
        try await outbound.write(
            WebSocketFrame(fin: true, opcode: opcode, maskKey: .random(), data: ByteBuffer(bytes: bytes)))
    }
}
