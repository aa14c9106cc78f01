import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import Web

/// Sets up each connection: the parser of HTTP, what lets slow clients go, and, when the first request is known, either the way to the
/// endpoints or a WebSocket.
struct ConnectionSetup: HTTPChannelHandler {
    /// Answers requests.
    let responder: HTTPChannelHandler.Responder
    /// How the server is run.
    let settings: ServerSettings
    /// The paths of WebSockets.
    let webSockets: WebSocketRoutes
    /// Where connections are counted.
    let figures: ServerFigures
    /// How many each address may have.
    let shares: ConnectionShares

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<AcceptedConnection> {
        figures.count { $0.open() }
        channel.closeFuture.whenComplete { _ in figures.count { $0.close() } }
        guard let giveBack = shares.take(for: channel.remoteAddress?.ipAddress) else {
            logger.debug("An address has as many connections as it may")
            channel.close(promise: nil)
            return channel.eventLoop.makeSucceededFuture(
                AcceptedConnection(channel: channel, use: channel.eventLoop.makeSucceededFuture(.nothing)))
        }
        channel.closeFuture.whenComplete { _ in giveBack() }
        return channel.eventLoop.makeCompletedFuture {
            var limits = NIOHTTPDecoderLimitConfiguration()
            limits.maxHeaderFieldSize = settings.limitHeaderBytes
            limits.maxHeaderListSize = settings.limitHeaderBytes
            limits.maxHeaderFieldCount = 200
            let encoder = HTTPResponseEncoder()
            let decoder = ByteToMessageHandler(
                HTTPRequestDecoder(leftOverBytesStrategy: .forwardBytes, limitConfiguration: limits))
            var times = ConnectionState.Limits(
                headSeconds: Double(settings.headSeconds), idleSeconds: Double(settings.idleSeconds))
            times.firstByteSeconds = min(times.headSeconds, times.idleSeconds)
            let connection = ConnectionHandler(times, refusals: webSockets.refusals)
            let use = channel.eventLoop.makePromise(of: ConnectionUse.self)
            let gate = UpgradeGate(
                routes: webSockets, use: use, encoder: encoder, decoder: decoder, connection: connection)
            try channel.pipeline.syncOperations.addHandlers(encoder, decoder, connection, gate)
            return AcceptedConnection(channel: channel, use: use.futureResult)
        }
    }

    func handle(value: AcceptedConnection, logger: Logger) async {
        switch try? await value.use.get() {
        case .requests(let channel): await handleHTTP(asyncChannel: channel, logger: logger)
        case .messages(let open): await webSockets.run(open)
        case .nothing, nil: break
        }
    }
}
