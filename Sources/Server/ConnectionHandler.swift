import HTTPTypes
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPTypesHTTP1
import Web

/// Does on a connection what its state says (`ConnectionState`). It stands next to the parser of HTTP, in place of the idle time-out of the
/// library, which any byte puts off.
final class ConnectionHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private var state: ConnectionState
    private let refusals: ConnectionRefusals
    private var timer: Scheduled<Void>?
    private var timerAt = Double.infinity

    init(_ limits: ConnectionState.Limits, refusals: ConnectionRefusals) {
        state = ConnectionState(limits, at: Self.now)
        self.refusals = refusals
    }

    private static var now: Double { Double(NIODeadline.now().uptimeNanoseconds) / 1e9 }

    func handlerAdded(context: ChannelHandlerContext) { schedule(context) }

    func handlerRemoved(context: ChannelHandlerContext) { timer?.cancel() }

    // MARK: - What comes

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let part = unwrapInboundIn(data)
        if case .head(let head) = part, !RequestTarget.isOfOneHost(head.uri, hosts: head.headers["Host"]) {
            // What was asked before is answered, and this and what follows is not.
            _ = act(.broken(status: 400), context)
            return
        }
        switch act(Self.event(of: part), context) {
        case .proceed: context.fireChannelRead(data)
        default: break
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        _ = act(.bytes, context)
        context.fireChannelReadComplete()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard let error = error as? HTTPParserError else { return context.fireErrorCaught(error) }
        let status = error == .headerOverflow ? 431 : 400
        refusals.logger.debug("What came is no HTTP: \(error)")
        if act(.broken(status: status), context) == .proceed { context.fireErrorCaught(error) }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        _ = act(.takes(context.channel.isWritable), context)
        context.fireChannelWritabilityChanged()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is ChannelShouldQuiesceEvent { _ = act(.quiesce, context) }
        context.fireUserInboundEventTriggered(event)
    }

    private static func event(of part: HTTPServerRequestPart) -> ConnectionState.Event {
        switch part {
        case .head(let head):
            // Behind a request that asks for another protocol the parser reads no more.
            let asksForOther = head.headers.contains(name: "Upgrade")
            let expects = head.headers.first(name: "Expect")?.lowercased() == "100-continue"
            return .head(
                endsConnection: !head.isKeepAlive || asksForOther || head.method == .CONNECT,
                expectsContinue: expects)
        case .body(let buffer): return .body(bytes: buffer.readableBytes)
        case .end: return .end
        }
    }

    // MARK: - What goes

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(var head) where head.status.code >= 200:
            let ends = head.headers[canonicalForm: "connection"].contains { $0.lowercased() == "close" }
            if act(.answerHead(endsConnection: ends), context) == .proceedAsLast {
                head.headers.replaceOrAdd(name: "Connection", value: "close")
            }
            context.write(wrapOutboundOut(.head(head)), promise: promise)
        case .end:
            context.write(data, promise: promise)
            _ = act(.answerEnd, context)
        default: context.write(data, promise: promise)
        }
    }

    func triggerUserOutboundEvent(
        context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?
    ) {
        guard event is BodyIsWanted else {
            return context.triggerUserOutboundEvent(event, promise: promise)
        }
        if act(.bodyIsWanted, context) == .giveLeave {
            let head = HTTPResponseHead(version: .http1_1, status: .continue)
            context.writeAndFlush(wrapOutboundOut(.head(head)), promise: nil)
        }
        promise?.succeed()
    }

    // MARK: - Acting

    /// Tells the state what happened, and does what it says but for passing on.
    private func act(_ event: ConnectionState.Event, _ context: ChannelHandlerContext)
        -> ConnectionState.Action
    {
        let now = Self.now
        let since = state.headSince ?? now
        let action = state.handle(event, at: now)
        switch action {
        case .refuse(let status): refuse(status, after: now - since, context)
        case .finish:
            context.flush()
            context.close(mode: .output, promise: nil)
        case .close: context.close(promise: nil)
        default: break
        }
        schedule(context)
        return action
    }

    private func refuse(_ status: Int, after seconds: Double, _ context: ChannelHandlerContext) {
        let error = APIError.connection(status: status)
        let id = ConnectionRefusals.newID()
        let (head, body) = error.parts(requestID: id)
        refusals.tell(
            ConnectionRefusals.Refused(method: nil, path: nil, id: id, seconds: seconds), error,
            bytes: body.readableBytes)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        context.close(mode: .output, promise: nil)
    }

    /// Wakes up when the state has something to do. A timer that is early finds nothing and is set again, which costs less than to set it
    /// with every byte.
    private func schedule(_ context: ChannelHandlerContext) {
        guard let at = state.wakeAt, at < timerAt else { return }
        timer?.cancel()
        timerAt = at
        let bound = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
        let delay = TimeAmount.nanoseconds(Int64(max(0, at - Self.now) * 1e9) + 1_000_000)
        timer = context.eventLoop.scheduleTask(in: delay) {
            let (handler, context) = bound.value
            handler.timerAt = .infinity
            _ = handler.act(.time, context)
        }
    }
}

extension APIError {
    /// The refusal of what is no request.
    fileprivate static func connection(status: Int) -> APIError {
        switch status {
        case 408: APIError(.requestTimeout, "The head of the request did not come in time.")
        case 431:
            APIError(
                .requestHeaderFieldsTooLarge, "The headers of the request have more bytes than are taken.")
        default: APIError(.badRequest, "What came is not a request of HTTP/1.1.")
        }
    }

    /// The refusal as it goes over a connection that is closed after it.
    func parts(requestID: String) -> (head: HTTPResponseHead, body: ByteBuffer) {
        var writer = JSONWriter()
        Self.form.write((self, requestID), to: &writer)
        let body = ByteBuffer(bytes: writer.bytes)
        var fields = HTTPHeaders(headers)
        fields.remove(name: "Connection")
        fields.add(name: "X-Request-ID", value: requestID)
        fields.add(name: "Content-Type", value: "application/json")
        fields.add(name: "Content-Length", value: "\(body.readableBytes)")
        fields.add(name: "X-Content-Type-Options", value: "nosniff")
        fields.add(name: "Cache-Control", value: "no-store")
        // What else the connection may become is told beside it (RFC 9110, 7.8).
        fields.add(name: "Connection", value: fields.contains(name: "Upgrade") ? "close, upgrade" : "close")
        let status = HTTPResponseStatus(statusCode: status.code, reasonPhrase: status.reasonPhrase)
        return (HTTPResponseHead(version: .http1_1, status: status, headers: fields), body)
    }
}
