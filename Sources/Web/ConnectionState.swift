/// What is done with a connection over which requests come: which of them are waited for, and when it is closed. It does nothing itself: it
/// takes what happened and says what to do.
///
/// A client that sends its head, its body or nothing at all too slowly, or does not take its answers, is let go; one whose request is being
/// worked on is never. The end of the server lets answers be finished, and waits for nothing else.
public struct ConnectionState: Sendable, Hashable {
    /// What is waited for, in seconds, and how much.
    public struct Limits: Sendable, Hashable {
        /// Within how many seconds the whole head of a request must come, from its first byte on.
        public var headSeconds: Double
        /// After how many seconds without a byte, either way, a connection is closed.
        public var idleSeconds: Double
        /// After how many seconds a connection is closed over which nothing has come yet.
        public var firstByteSeconds: Double
        /// How many bytes a second a body must have in the long run.
        public var bodyBytesPerSecond = 1024.0
        /// For how many seconds what a client still sends is thrown away after the last answer, so that it can read that answer: a
        /// connection that is closed with unread bytes is reset.
        public var lingerSeconds = 2.0

        /// Limits.
        public init(headSeconds: Double, idleSeconds: Double) {
            self.headSeconds = headSeconds
            self.idleSeconds = idleSeconds
            firstByteSeconds = idleSeconds
        }
    }

    /// What happened.
    public enum Event: Sendable, Hashable {
        /// Bytes came; what they made whole was told before.
        case bytes
        /// The head of a request came. `endsConnection` when the client wants no more than its answer, `expectsContinue` when it waits for
        /// leave to send the body.
        case head(endsConnection: Bool, expectsContinue: Bool)
        /// Somebody wants to read the body.
        case bodyIsWanted
        /// A piece of a body came.
        case body(bytes: Int)
        /// A request is whole.
        case end
        /// What came is no HTTP.
        case broken(status: Int)
        /// An answer begins; `endsConnection` when it says so itself.
        case answerHead(endsConnection: Bool)
        /// An answer is whole.
        case answerEnd
        /// Whether the client takes what is sent.
        case takes(Bool)
        /// The server is to end.
        case quiesce
        /// Nothing but that time has passed.
        case time
    }

    /// What to do.
    public enum Action: Sendable, Hashable {
        /// Pass it on, or nothing where there is nothing to pass on.
        case proceed
        /// Tell the client that the body may come.
        case giveLeave
        /// Pass it on as the last answer.
        case proceedAsLast
        /// Throw it away.
        case drop
        /// Answer with a status, and finish.
        case refuse(status: Int)
        /// Send no more, and throw away what comes until `close`.
        case finish
        /// Close the connection.
        case close
    }

    private enum Reading: Hashable {
        /// Between requests.
        case nothing
        /// A head has begun.
        case head(since: Double)
        /// A body is coming.
        case body(since: Double, bytes: Int)
    }

    private let limits: Limits
    private var reading = Reading.nothing
    /// Whether something became whole by the bytes that have just come.
    private var madeWhole = false
    private var unanswered = 0
    /// Whether the client waits for leave to send the body.
    private var awaitsLeave = false
    private var wantsEnd = false
    private var isLastAnswer = false
    private var lastActive: Double
    private var hasSpoken = false
    private var stuckSince: Double?
    private var finishedAt: Double?

    /// A connection that was opened at a moment of a clock in seconds.
    public init(_ limits: Limits, at now: Double) {
        self.limits = limits
        lastActive = now
    }

    /// Whether the first bytes of a request are waited for, or of the next.
    public var isBetweenRequests: Bool { reading == .nothing && unanswered == 0 }

    /// When the head began that is coming; `nil` while none is.
    public var headSince: Double? {
        if case .head(let since) = reading { since } else { nil }
    }

    /// Takes what happened at a moment, and says what to do.
    public mutating func handle(_ event: Event, at now: Double) -> Action {
        switch event {
        case .time: return atTime(now)
        case .takes(let takes):
            stuckSince = takes ? nil : stuckSince ?? now
            return .proceed
        case .quiesce: return quiesce()
        case .bodyIsWanted:
            guard awaitsLeave, finishedAt == nil else { return .proceed }
            awaitsLeave = false
            return .giveLeave
        case .answerHead(let endsConnection):
            awaitsLeave = false
            isLastAnswer = endsConnection || (unanswered == 1 && (wantsEnd || isReadingBody))
            return isLastAnswer ? .proceedAsLast : .proceed
        case .answerEnd:
            unanswered -= 1
            lastActive = now
            guard isLastAnswer || (wantsEnd && unanswered == 0) else { return .proceed }
            return finish(at: now)
        default: return read(event, at: now)
        }
    }

    private var isReadingBody: Bool {
        if case .body = reading { true } else { false }
    }

    private mutating func finish(at now: Double) -> Action {
        finishedAt = now
        return .finish
    }

    /// What comes from the client.
    private mutating func read(_ event: Event, at now: Double) -> Action {
        guard finishedAt == nil else { return .drop }
        lastActive = now
        hasSpoken = true
        switch event {
        case .head(let endsConnection, let expectsContinue):
            madeWhole = true
            // What comes behind the last request is not answered.
            guard !wantsEnd else { return .drop }
            reading = .body(since: now, bytes: 0)
            unanswered += 1
            if endsConnection { wantsEnd = true }
            awaitsLeave = expectsContinue && unanswered == 1
            return .proceed
        case .body(let bytes):
            guard case .body(let since, let before) = reading else { return .drop }
            awaitsLeave = false
            reading = .body(since: since, bytes: before + bytes)
            return .proceed
        case .end:
            madeWhole = true
            guard isReadingBody else { return .drop }
            awaitsLeave = false
            reading = .nothing
            return .proceed
        case .broken(let status):
            reading = .nothing
            wantsEnd = true
            guard unanswered == 0 else { return .proceed }
            finishedAt = now
            return .refuse(status: status)
        default:
            if reading == .nothing, !madeWhole { reading = .head(since: now) }
            madeWhole = false
            return .proceed
        }
    }

    private mutating func quiesce() -> Action {
        wantsEnd = true
        return unanswered == 0 ? .close : .proceed
    }

    private mutating func atTime(_ now: Double) -> Action {
        guard let next = wakeAt, next <= now else { return .proceed }
        if finishedAt == nil, stuckSince == nil, unanswered == 0, case .head = reading {
            finishedAt = now
            return .refuse(status: 408)
        }
        return .close
    }

    /// When `time` is to be told next; `nil` when nothing is waited for.
    public var wakeAt: Double? {
        if let finishedAt { return finishedAt + limits.lingerSeconds }
        if let stuckSince { return stuckSince + limits.idleSeconds }
        switch reading {
        case .head(let since) where unanswered == 0: return since + limits.headSeconds
        case .body(let since, let bytes):
            let slowest = since + limits.idleSeconds + Double(bytes) / limits.bodyBytesPerSecond
            return min(lastActive + limits.idleSeconds, slowest)
        default:
            guard unanswered == 0 else { return nil }
            return lastActive + (hasSpoken ? limits.idleSeconds : limits.firstByteSeconds)
        }
    }
}
