import Accounts
import FoundationEssentials
import Hummingbird
import Records
import Service
import Web

/// Live voice: a ticket, and the paths at which a client speaks (Docs/Live.md).
struct LiveEndpoints: Sendable {
    /// Hears and asks.
    let voice: LiveVoice
    /// Who may use the server; `nil` where nobody signs in.
    let accounts: AccountService?

    /// How many bytes a message may have: five seconds at 48 kHz.
    static let limitMessageBytes = 512 << 10

    private static let session = RequestField<String?>(
        optional: "session_id",
        "The session that is to be held, by its number or its UUID; left out, the ticket is for /vosk.",
        schema: .pattern(RecordName.pattern))

    private static let ticket = ReplyForm<(text: String, expiresAt: Date)>(
        "LiveTicket",
        [
            ReplyField("ticket", "What is sent as `?ticket=` when the connection is opened; good once.") {
                $0.text
            },
            ReplyField("expires_at", "Up to when it is good.") { $0.expiresAt },
        ])

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .post, "/api/v1/live/ticket", of: "live", "Get a ticket for a live connection",
                name: "liveTicket", body: RequestForm("LiveTicketRequest", [Self.session]),
                reply: .one(Self.ticket),
                refusals: [
                    404: "There is no such session, or none that may be seen.",
                    409: "The session is over.",
                ]
            ) { call in
                let name = try call.body[Self.session].map(Self.name)
                return try await voice.ticket(
                    for: name, call.requester, from: call.address ?? "unknown",
                    token: call.request.headers.bearerToken)
            }
        ]
    }

    private static func name(_ text: String) throws(APIError) -> RecordName {
        guard RecordName.isName(text) else {
            throw APIError(
                .badRequest, "session_id must be a number or a UUID.",
                faults: [SchemaFault(session.name, "must be a number or a UUID")])
        }
        return RecordName(text)
    }

    var webSockets: [WebSocketEndpoint] {
        [
            WebSocketEndpoint(
                "/api/v1/live", "Hold a session aloud, with `?ticket=` (WebSocket)",
                limitMessageBytes: Self.limitMessageBytes,
                admit: { opening in
                    guard let text = opening.value("ticket") else {
                        throw APIError(
                            ServiceError.notSignedIn(
                                reason:
                                    "A ticket is needed: ask for one with POST /api/v1/live/ticket, and open /api/v1/live?ticket=TICKET."
                            ))
                    }
                    return try await guest(ofTicket: text, opening)
                },
                run: { connection, inbox in
                    try await LiveConnection(voice: voice, accounts: watch, connection: connection)
                        .run(&inbox)
                }),
            WebSocketEndpoint(
                "/vosk", "Be heard as by a vosk-server (WebSocket)",
                limitMessageBytes: Self.limitMessageBytes, admit: admitListener,
                run: { connection, inbox in
                    try await VoskConnection(voice: voice, accounts: watch, connection: connection)
                        .run(&inbox)
                }),
        ]
    }

    private var watch: AccountWatch {
        AccountWatch(accounts: accounts, everySeconds: voice.settings.accountSeconds)
    }

    private func guest(
        ofTicket text: String, _ opening: WebSocketEndpoint.Opening
    ) async throws -> WebSocketGuest {
        let ticket = try await voice.take(ticket: text, from: opening.client.text)
        // Meanwhile the account may have been closed, or the session ended.
        var session: AccountSession?
        if let token = ticket.accessToken { session = try await accounts?.signedIn(withToken: token).session }
        return WebSocketGuest(
            requester: ticket.requester, interview: ticket.interview, session: session)
    }

    /// Clients that were made for other servers know no tickets: where nobody signs in they need none, and elsewhere they may send an access
    /// token as a header.
    private func admitListener(_ opening: WebSocketEndpoint.Opening) async throws -> WebSocketGuest {
        if let text = opening.value("ticket") { return try await guest(ofTicket: text, opening) }
        guard let accounts else { return WebSocketGuest(requester: .local) }
        if let token = opening.headers.bearerToken {
            let signedIn = try await accounts.signedIn(withToken: token)
            return WebSocketGuest(requester: signedIn.requester, session: signedIn.session)
        }
        if accounts.settings.allowsSingleUser, opening.isFromThisMachine, try await !accounts.hasAccounts() {
            return WebSocketGuest(requester: .local)
        }
        throw APIError(
            ServiceError.notSignedIn(
                reason:
                    "Sign in first: open /vosk?ticket=TICKET with a ticket of POST /api/v1/live/ticket, or send the access token as `Authorization: Bearer TOKEN`."
            ))
    }
}

extension WebSocketEndpoint.Opening {
    /// Whether it was opened on this machine to this machine (`ClientAddress.isThisMachine`).
    var isFromThisMachine: Bool {
        client.isThisMachine(under: authority)
    }
}
