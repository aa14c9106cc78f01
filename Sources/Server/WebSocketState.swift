import NIOCore
import NIOWebSocket

/// How the frames of a client become messages, and what is answered to those that are none (RFC 6455). It does nothing itself: it takes what
/// came and says what to do.
struct WebSocketState {
    /// What to do.
    enum Action: Equatable {
        /// Hand a message on.
        case deliver(WebSocketMessage)
        /// Answer a sign of life.
        case pong(ByteBuffer)
        /// Ask for one.
        case ping
        /// Say why it ends, and take no more.
        case close(WebSocketClose)
        /// The other side said that it ends, and was answered: nothing more comes.
        case end
        /// Nothing.
        case nothing
    }

    private let limitMessageBytes: Int
    private let idleSeconds: Double
    private var fragments: (isText: Bool, data: ByteBuffer)?
    private var lastHeard: Double
    private var pingedAt: Double?
    /// Since when the client has not taken what waits to be sent; `nil` while it does.
    private var blockedAt: Double?
    private var closedAt: Double?
    /// For how many seconds a client has time to say that it ends, too.
    private static let lingerSeconds = 2.0

    /// Whether this side has said that it ends.
    var isClosed: Bool { closedAt != nil }

    /// A connection that was opened at a moment of a clock in seconds.
    init(limitMessageBytes: Int, idleSeconds: Double, at now: Double) {
        self.limitMessageBytes = limitMessageBytes
        self.idleSeconds = idleSeconds
        lastHeard = now
    }

    /// Takes a frame.
    ///
    /// - Parameter isWritable: whether the client takes what is sent; one that does not gets no answers to its signs of life, which would only
    ///   pile up.
    mutating func handle(_ frame: WebSocketFrame, isWritable: Bool = true, at now: Double) -> Action {
        lastHeard = now
        pingedAt = nil
        guard !isClosed else { return frame.opcode == .connectionClose ? .end : .nothing }
        guard frame.maskKey != nil else { return close(.protocolError("A frame is not masked."), at: now) }
        guard frame.reservedBits.isEmpty else {
            return close(.protocolError("A reserved bit is set."), at: now)
        }
        if frame.opcode == .ping || frame.opcode == .pong || frame.opcode == .connectionClose {
            return control(frame, isWritable: isWritable, at: now)
        }
        return data(frame, at: now)
    }

    private mutating func control(_ frame: WebSocketFrame, isWritable: Bool, at now: Double) -> Action {
        guard frame.fin, frame.length <= 125 else {
            return close(.protocolError("A frame of control is not whole."), at: now)
        }
        switch frame.opcode {
        case .ping: return isWritable ? .pong(frame.unmaskedData) : .nothing
        case .connectionClose:
            closedAt = now
            var data = frame.unmaskedData
            // A code that must not be sent is answered as what it is.
            guard let code: UInt16 = data.readInteger() else { return .close(.normal) }
            let isKnown =
                (1000...1003).contains(code) || (1007...1014).contains(code) || (3000...4999).contains(code)
            guard isKnown else { return .close(.protocolError("There is no such code.")) }
            return .close(WebSocketClose(code))
        default: return .nothing
        }
    }

    private mutating func data(_ frame: WebSocketFrame, at now: Double) -> Action {
        var part = frame.unmaskedData
        let isText: Bool
        switch (frame.opcode, fragments) {
        case (.text, nil): isText = true
        case (.binary, nil): isText = false
        case (.continuation, let before?):
            isText = before.isText
            guard before.data.readableBytes + part.readableBytes <= limitMessageBytes else {
                return close(.tooLong, at: now)
            }
            fragments = nil
            var whole = before.data
            whole.writeBuffer(&part)
            part = whole
        default: return close(.protocolError("A frame stands where it has no place."), at: now)
        }
        guard part.readableBytes <= limitMessageBytes else { return close(.tooLong, at: now) }
        guard frame.fin else {
            fragments = (isText, part)
            return .nothing
        }
        guard isText else { return .deliver(.binary(part)) }
        guard let text = String(validating: part.readableBytesView, as: UTF8.self) else {
            return close(.notText, at: now)
        }
        return .deliver(.text(text))
    }

    /// Takes that what came is no frame.
    mutating func broken(isTooLong: Bool, at now: Double) -> Action {
        close(isTooLong ? .tooLong : .protocolError("What came is no frame."), at: now)
    }

    /// Ends it from this side.
    mutating func close(_ reason: WebSocketClose, at now: Double) -> Action {
        guard !isClosed else { return .nothing }
        closedAt = now
        return .close(reason)
    }

    /// Takes that time has passed, while frames could have come or, where nobody reads them, could not, and while the client took what is sent
    /// or did not.
    mutating func time(isReading: Bool, isWritable: Bool = true, at now: Double) -> Action {
        if let closedAt { return now - closedAt >= Self.lingerSeconds ? .end : .nothing }
        blockedAt = isWritable ? nil : blockedAt ?? now
        if let blockedAt, now - blockedAt >= idleSeconds {
            return close(.notAllowed("What was sent was not read for too long."), at: now)
        }
        guard isReading else {
            lastHeard = now
            return .nothing
        }
        guard now - lastHeard < idleSeconds else {
            return close(.notAllowed("Nothing came for too long."), at: now)
        }
        guard isWritable, pingedAt == nil, now - lastHeard >= idleSeconds / 2 else { return .nothing }
        pingedAt = now
        return .ping
    }
}
