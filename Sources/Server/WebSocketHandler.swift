import NIOCore
import NIOWebSocket

/// What goes to a client over a WebSocket.
enum WebSocketOutput: Sendable {
    /// A message.
    case message(WebSocketMessage)
    /// Why it ends.
    case close(WebSocketClose)
}

/// Makes messages of frames, and frames of messages, as a `WebSocketState` says; answers signs of life by itself.
final class WebSocketHandler: ChannelDuplexHandler {
    typealias InboundIn = WebSocketFrame
    typealias InboundOut = WebSocketMessage
    typealias OutboundIn = WebSocketOutput
    typealias OutboundOut = WebSocketFrame

    private var state: WebSocketState
    private let interval: TimeAmount
    private var timer: RepeatedTask?
    /// Whether somebody waits for messages; while nobody does, nothing is read from the connection.
    private var isReading = true

    init(_ endpoint: WebSocketEndpoint) {
        let idleSeconds = Double(endpoint.idleSeconds)
        state = WebSocketState(
            limitMessageBytes: endpoint.limitMessageBytes, idleSeconds: idleSeconds, at: Self.now)
        interval = .milliseconds(max(50, min(1000, Int64(idleSeconds * 100))))
    }

    private static var now: Double { Double(NIODeadline.now().uptimeNanoseconds) / 1e9 }

    func handlerAdded(context: ChannelHandlerContext) {
        let bound = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
        timer = context.eventLoop.scheduleRepeatedTask(initialDelay: interval, delay: interval) { _ in
            let (handler, context) = bound.value
            let action = handler.state.time(
                isReading: handler.isReading, isWritable: context.channel.isWritable, at: Self.now)
            handler.act(action, context)
        }
    }

    func handlerRemoved(context: ChannelHandlerContext) { timer?.cancel() }

    func channelInactive(context: ChannelHandlerContext) {
        timer?.cancel()
        context.fireChannelInactive()
    }

    func read(context: ChannelHandlerContext) {
        isReading = true
        context.read()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        isReading = false
        let frame = unwrapInboundIn(data)
        act(state.handle(frame, isWritable: context.channel.isWritable, at: Self.now), context)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard let error = error as? NIOWebSocketError else { return context.fireErrorCaught(error) }
        act(state.broken(isTooLong: error == .invalidFrameLength, at: Self.now), context)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is ChannelShouldQuiesceEvent { act(state.close(.goingAway, at: Self.now), context) }
        if state.isClosed, event as? ChannelEvent == .inputClosed { context.close(promise: nil) }
        context.fireUserInboundEventTriggered(event)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .message(let message):
            // Nothing may follow a close.
            guard !state.isClosed else { return promise?.fail(ChannelError.outputClosed) ?? () }
            let frame =
                switch message {
                case .text(let text): WebSocketFrame(fin: true, opcode: .text, data: ByteBuffer(string: text))
                case .binary(let buffer): WebSocketFrame(fin: true, opcode: .binary, data: buffer)
                }
            context.write(wrapOutboundOut(frame), promise: promise)
        case .close(let reason):
            act(state.close(reason, at: Self.now), context)
            promise?.succeed()
        }
    }

    private func act(_ action: WebSocketState.Action, _ context: ChannelHandlerContext) {
        switch action {
        case .deliver(let message): context.fireChannelRead(wrapInboundOut(message))
        case .pong(let data): send(.pong, data, context)
        case .ping: send(.ping, ByteBuffer(), context)
        case .close(let reason):
            var data = ByteBuffer()
            data.writeInteger(reason.code)
            data.writeString(reason.reason)
            send(.connectionClose, data, context)
            // The client says that it ends, too, when it has read this; one that does not is not waited for.
            context.close(mode: .output, promise: nil)
            // Whoever waits for messages learns that none come.
            context.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
        case .end: context.close(promise: nil)
        case .nothing: break
        }
    }

    private func send(_ opcode: WebSocketOpcode, _ data: ByteBuffer, _ context: ChannelHandlerContext) {
        context.writeAndFlush(
            wrapOutboundOut(WebSocketFrame(fin: true, opcode: opcode, data: data)), promise: nil)
    }
}
