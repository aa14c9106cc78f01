public import Accounts
import Credentials
public import FoundationEssentials

/// The right to open one live connection: a browser cannot send a header with it, and a token in an address would be good for too long and
/// too much.
public struct LiveTicket: Sendable, Hashable {
    /// Who got it.
    public let requester: Requester
    /// The number of the interview that it is for; `nil` for a connection that belongs to none.
    public let interview: Int64?
    /// Where it was asked for, as `AddressGroup` has it.
    public let place: String
    /// The access token with which it was asked for, which must still be good; `nil` where nobody signs in.
    public let accessToken: String?
    /// Up to when it is good.
    public let expiresAt: Date
}

/// The tickets that were given and not used yet.
struct LiveTickets: Sendable {
    /// How many may be open; more is somebody who takes them for fun.
    static let limit = 10_000

    /// By the hash of what is given out.
    private var tickets: [String: LiveTicket] = [:]

    /// Gives a ticket; `nil` while there are too many.
    mutating func give(_ ticket: LiveTicket, at date: Date) -> String? {
        tickets = tickets.filter { $0.value.expiresAt > date }
        guard tickets.count < Self.limit else { return nil }
        let text = Secret.token()
        tickets[Secret.hash(ofToken: text)] = ticket
        return text
    }

    /// Takes a ticket, which is then used; `nil` for one that was used, is too old, was asked for elsewhere or never given.
    mutating func take(_ text: String, from place: String, at date: Date) -> LiveTicket? {
        let ticket = tickets.removeValue(forKey: Secret.hash(ofToken: text))
        guard let ticket, ticket.expiresAt > date, ticket.place == place else { return nil }
        return ticket
    }
}
