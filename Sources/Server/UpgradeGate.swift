import HTTPTypes
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1
import NIOWebSocket

/// Looks at the first request of a connection: one that opens a WebSocket makes it a WebSocket, or is refused; any other goes its way to the
/// endpoints, head and all, also when it asks for a protocol that the server does not speak (`Upgrade: h2c`).
final class UpgradeGate: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private enum Phase {
        /// Nothing came yet.
        case waiting
        /// It is found out whether the client may; what came with its request is kept, and nothing more is read.
        case holding([NIOAny])
        /// It was refused; what comes is thrown away.
        case refused
        /// It is known what the connection is.
        case settled
    }

    private let routes: WebSocketRoutes
    private let use: EventLoopPromise<ConnectionUse>
    private let encoder: HTTPResponseEncoder
    private let decoder: ByteToMessageHandler<HTTPRequestDecoder>
    private let connection: ConnectionHandler
    private var phase = Phase.waiting
    /// Whether more is to be read when it is known what the connection is.
    private var owesRead = false
    /// Whether the server ends since this connection asked for a WebSocket.
    private var isEnding = false

    init(
        routes: WebSocketRoutes, use: EventLoopPromise<ConnectionUse>, encoder: HTTPResponseEncoder,
        decoder: ByteToMessageHandler<HTTPRequestDecoder>, connection: ConnectionHandler
    ) {
        self.routes = routes
        self.use = use
        self.encoder = encoder
        self.decoder = decoder
        self.connection = connection
    }

    func channelInactive(context: ChannelHandlerContext) {
        if case .settled = phase {} else { use.succeed(.nothing) }
        phase = .settled
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        if case .settled = phase {} else { use.succeed(.nothing) }
        phase = .settled
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch phase {
        case .waiting:
            guard case .head(let head) = unwrapInboundIn(data), let route = routes.endpoint(of: head) else {
                return becomeRequests(context, first: data)
            }
            phase = .holding([])
            open(route, head, context)
        case .holding(let held): phase = .holding(held + [data])
        case .refused: break
        case .settled: context.fireChannelRead(data)
        }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is ChannelShouldQuiesceEvent { isEnding = true }
        context.fireUserInboundEventTriggered(event)
    }

    func read(context: ChannelHandlerContext) {
        if case .holding = phase { owesRead = true } else { context.read() }
    }

    /// Reads on where that was put off.
    private func goOnReading(_ context: ChannelHandlerContext) {
        guard owesRead else { return }
        owesRead = false
        context.read()
    }

    // MARK: - Requests

    private func becomeRequests(_ context: ChannelHandlerContext, first data: NIOAny) {
        phase = .settled
        do {
            try context.pipeline.syncOperations.addHandler(HTTP1ToHTTPServerCodec(secure: false))
            let channel = try NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>(
                wrappingChannelSynchronously: context.channel,
                configuration: .init(isOutboundHalfClosureEnabled: true))
            use.succeed(.requests(channel))
        } catch {
            use.fail(error)
            return context.close(promise: nil)
        }
        context.fireChannelRead(data)
        context.pipeline.syncOperations.removeHandler(context: context, promise: nil)
    }

    // MARK: - A WebSocket

    private func open(
        _ endpoint: WebSocketEndpoint, _ head: HTTPRequestHead, _ context: ChannelHandlerContext
    ) {
        let (id, start) = (routes.requestID(of: head), ContinuousClock.now)
        let bound = NIOLoopBound((gate: self, context: context), eventLoop: context.eventLoop)
        let routes = routes
        let peer = context.channel.remoteAddress?.ipAddress
        let listening = context.channel.localAddress?.ipAddress
        context.eventLoop.makeFutureWithTask {
            try await routes.opening(of: endpoint, head, id: id, peer: peer, listening: listening)
        }.whenComplete { result in
            let (gate, context) = bound.value
            guard case .holding = gate.phase else { return }
            let refusal: APIError
            switch result {
            case .success(let accepted):
                guard gate.isEnding else { return gate.accept(accepted, endpoint, context) }
                refusal = APIError(.serviceUnavailable, "The server ends: come again later.")
            case .failure(let error): refusal = RefusalMiddleware.refusal(error)
            }
            let seconds = (ContinuousClock.now - start) / .seconds(1)
            gate.refuse(
                ConnectionRefusals.Refused(
                    method: head.method.rawValue, path: endpoint.path, id: id, seconds: seconds),
                refusal, context)
        }
    }

    private func refuse(
        _ refused: ConnectionRefusals.Refused, _ error: APIError, _ context: ChannelHandlerContext
    ) {
        phase = .refused
        let (head, body) = error.parts(requestID: refused.id)
        routes.refusals.tell(refused, error, bytes: body.readableBytes)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        goOnReading(context)
    }

    private func accept(
        _ accepted: WebSocketRoutes.Accepted, _ endpoint: WebSocketEndpoint, _ context: ChannelHandlerContext
    ) {
        let bound = NIOLoopBound((gate: self, context: context), eventLoop: context.eventLoop)
        let pipeline = context.pipeline.syncOperations
        pipeline.removeHandler(connection).assumeIsolated().flatMap {
            // What the client already sent behind its request comes out of the parser as bytes, and is held.
            pipeline.removeHandler(self.decoder)
        }.flatMap {
            let head = HTTPResponseHead(
                version: .http1_1, status: .switchingProtocols, headers: accepted.headers)
            context.write(self.wrapOutboundOut(.head(head)), promise: nil)
            context.writeAndFlush(self.wrapOutboundOut(.end(nil)), promise: nil)
            return pipeline.removeHandler(self.encoder)
        }.whenComplete { (result: Result<Void, any Error>) in
            let (gate, context) = bound.value
            do {
                try result.get()
                try gate.becomeMessages(accepted, endpoint, context)
            } catch { context.close(promise: nil) }
        }
    }

    private func becomeMessages(
        _ accepted: WebSocketRoutes.Accepted, _ endpoint: WebSocketEndpoint, _ context: ChannelHandlerContext
    ) throws {
        guard case .holding(let held) = phase else { return }
        let pipeline = context.pipeline.syncOperations
        try pipeline.addHandlers(
            WebSocketFrameEncoder(),
            ByteToMessageHandler(WebSocketFrameDecoder(maxFrameSize: endpoint.limitMessageBytes)),
            WebSocketHandler(endpoint))
        let channel = try NIOAsyncChannel<WebSocketMessage, WebSocketOutput>(
            wrappingChannelSynchronously: context.channel,
            configuration: .init(
                backPressureStrategy: .init(lowWatermark: 2, highWatermark: 10),
                isOutboundHalfClosureEnabled: true))
        phase = .settled
        use.succeed(
            .messages(
                OpenWebSocket(
                    endpoint: endpoint, opening: accepted.opening, guest: accepted.guest,
                    channel: channel)))
        // The end of the request is no part of the messages.
        for data in held.dropFirst() { context.fireChannelRead(data) }
        if held.count > 1 { context.fireChannelReadComplete() }
        goOnReading(context)
        // It was told before the handler that knows what to do was there.
        if isEnding { context.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent()) }
        pipeline.removeHandler(context: context, promise: nil)
    }
}
