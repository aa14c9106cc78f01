import Accounts
import NIOCore
import Practice
import Records
import Service

/// One client of a live interview, from its first message to the end of its connection.
struct LiveConnection: Sendable {
    /// Hears and asks.
    let voice: LiveVoice
    /// Looks at the account of the client.
    let accounts: AccountWatch
    /// The client.
    let connection: WebSocketConnection

    /// A client that joined an interview.
    private struct Joined: Sendable {
        let interview: LiveInterview
        let client: Int
        let after: Int
        let start: LiveMessage.Start
    }

    /// Within how many seconds a client must begin.
    private static let startSeconds = 15.0

    /// Lets the client speak until it ends or goes.
    func run(_ inbox: inout WebSocketInbox) async throws {
        let watch = LiveWatch(limitSeconds: Self.startSeconds)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await watch.run(connection) }
            defer { group.cancelAll() }
            guard let joined = try await join(&inbox) else { return }
            // Whoever only comes and goes does nothing either.
            watch.limit(seconds: voice.settings.silenceSeconds, since: await joined.interview.activeAt)
            group.addTask { try await write(to: joined) }
            group.addTask { try await dismiss(joined) }
            let result: Result<Void, any Error>
            do { result = .success(try await read(&inbox, from: joined, watch)) } catch {
                result = .failure(error)
            }
            // Nobody waits for whoever was there and did nothing: the stream is for others, and what was said is an answer.
            if watch.isOver { await joined.interview.leave(.timedOut, client: joined.client) }
            await joined.interview.detach(client: joined.client)
            try result.get()
        }
    }

    /// Ends it with what was said when the client may not go on.
    private func dismiss(_ joined: Joined) async throws {
        guard let close = await accounts.end(of: connection.guest) else { return }
        await joined.interview.leave(.dismissed)
        try await connection.close(close)
    }

    /// Reads how the client begins, and lets it in; a client that is not let in is told why.
    private func join(_ inbox: inout WebSocketInbox) async throws -> Joined? {
        guard let message = try await inbox.next() else { return nil }
        do {
            guard case .text(let text) = message else {
                throw LiveMessage.Fault(reason: "Sound came before the message `start`.")
            }
            let start = try LiveMessage.start(text)
            guard let number = connection.guest.interview, let requester = connection.guest.requester else {
                throw LiveMessage.Fault(reason: "The ticket is for no session: ask for one with session_id.")
            }
            try await check(start, number, requester)
            if let question = start.question {
                try await voice.requireQuestion(question, of: number, for: requester)
            }
            let interview = try await voice.join(number, question: start.question, for: requester)
            let (client, after) = try await interview.attach(
                sampleRateHz: start.sampleRateHz, after: start.after, question: start.question,
                wantsPartials: start.wantsPartials)
            return Joined(interview: interview, client: client, after: after, start: start)
        } catch {
            let problem =
                (error as? LiveMessage.Fault).map { LiveProblem(.badMessage, $0.reason) }
                ?? LiveProblem(error)
            try await connection.send(.text(LiveEvent.problem(problem).json(sequence: 0, sampleRateHz: 0)))
            try await connection.close(problem.close)
            return nil
        }
    }

    /// A client that names the session must mean the one of its ticket.
    private func check(
        _ start: LiveMessage.Start, _ number: Int64, _ requester: Requester
    ) async throws {
        guard let session = start.session, session != "\(number)" else { return }
        guard RecordName.isName(session),
            try await voice.number(of: RecordName(session), for: requester) == number
        else {
            throw LiveMessage.Fault(
                reason: "The ticket is for session \(number), and not for \(session.prefix(40)).")
        }
    }

    private func read(
        _ inbox: inout WebSocketInbox, from joined: Joined, _ watch: LiveWatch
    ) async throws {
        while let message = try await inbox.next() {
            let taken: LiveInterview.Taken
            switch message {
            case .binary(let buffer):
                taken = await joined.interview.take(Array(buffer.readableBytesView), from: joined.client)
            case .text(let text):
                do throws(LiveMessage.Fault) {
                    taken = await joined.interview.take(
                        try LiveMessage.control(text), from: joined.client)
                } catch {
                    joined.interview.tell(LiveProblem(.badMessage, error.reason))
                    taken = .idle
                }
            }
            switch taken {
            case .active: watch.heard()
            case .idle: break
            case .replaced: return
            }
        }
    }

    private func write(to joined: Joined) async throws {
        let rate = joined.start.sampleRateHz
        var reader = joined.interview.reader(client: joined.client, after: joined.after)
        var last: LiveEvent?
        while let entries = await reader.next() {
            for entry in entries {
                if !joined.start.wantsPartials, case .answer(.partial(_, _)) = entry.event { continue }
                try await connection.send(
                    .text(entry.event.json(sequence: entry.sequence, sampleRateHz: rate)))
                if joined.start.wantsAudio, case .question(let question) = entry.event,
                    let sound = question.sound
                {
                    try await connection.send(.binary(ByteBuffer(bytes: sound)))
                }
                last = entry.event
            }
        }
        if reader.isReplaced { return try await connection.close(.replaced) }
        if reader.ending == .serverEnds { return try await connection.close(.goingAway) }
        if case .problem(let problem)? = last { return try await connection.close(problem.close) }
        try await connection.close(.normal)
    }
}

extension LiveProblem {
    /// How a connection is closed over it.
    fileprivate var close: WebSocketClose {
        switch code {
        case .busy: .tryAgainLater(detail)
        case .failed: .failed
        default: .notAllowed(detail)
        }
    }
}
