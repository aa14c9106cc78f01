import Accounts
import Foundation
import Practice
import Testing

@testable import Service

/// Tickets and the journal of live interviews.
@Suite struct LiveTests {
    private static func ticket(until seconds: Double) -> LiveTicket {
        LiveTicket(
            requester: .local, interview: 7, place: "192.0.2.1", accessToken: nil,
            expiresAt: Date(timeIntervalSince1970: seconds))
    }

    private static func date(_ seconds: Double) -> Date { Date(timeIntervalSince1970: seconds) }

    @Test func aTicketIsGoodOnceForAShortTimeAndFromWhereItWasAskedFor() throws {
        var tickets = LiveTickets()
        var texts: [String] = []
        for _ in 0..<3 {
            let text = tickets.give(Self.ticket(until: 60), at: Self.date(0))
            texts.append(try #require(text))
        }
        #expect(Set(texts).count == 3)
        let first = tickets.take(texts[0], from: "192.0.2.1", at: Self.date(59))
        #expect(first?.interview == 7)
        let refused = [
            tickets.take(texts[0], from: "192.0.2.1", at: Self.date(59)),
            tickets.take(texts[1], from: "192.0.2.2", at: Self.date(1)),
            // Somebody who tried it elsewhere has spoiled it.
            tickets.take(texts[1], from: "192.0.2.1", at: Self.date(1)),
            tickets.take(texts[2], from: "192.0.2.1", at: Self.date(60)),
            tickets.take("none", from: "192.0.2.1", at: Self.date(1)),
        ]
        #expect(refused.allSatisfy { $0 == nil })
    }

    @Test func thereIsAnEndOfTickets() {
        var tickets = LiveTickets()
        for _ in 0..<LiveTickets.limit { _ = tickets.give(Self.ticket(until: 60), at: Self.date(0)) }
        let refused = tickets.give(Self.ticket(until: 60), at: Self.date(0))
        #expect(refused == nil)
        // What is too old makes room.
        let given = tickets.give(Self.ticket(until: 120), at: Self.date(60))
        #expect(given != nil)
    }

    @Test(.timeLimit(.minutes(30))) func whatIsToldIsReadInItsOrder() async {
        let journal = LiveJournal()
        var reader = journal.reader(number: 1, after: 0)
        journal.add(.listening(atSeconds: 0))
        journal.add(.bargeIn(atSeconds: 1))
        let first = await reader.next()
        #expect(first?.map(\.sequence) == [1, 2])
        async let later = reader.next()
        journal.add(.listening(atSeconds: 2))
        let second = await later
        #expect(second?.map(\.sequence) == [3])
        journal.add(.end(nil, answers: 0))
        journal.end()
        journal.add(.end(nil, answers: 0))
        let last = await reader.next()
        #expect(last?.map(\.sequence) == [4])
        let nothing = await reader.next()
        #expect(nothing == nil)
        #expect(!reader.isReplaced)
        // Somebody who was away reads on where they were, also after the end.
        var again = journal.reader(number: 2, after: 2)
        let rest = await again.next()
        #expect(rest?.map(\.sequence) == [3, 4])
        let none = await again.next()
        #expect(none == nil)
        let replaced = await reader.next()
        #expect(replaced == nil)
        #expect(reader.isReplaced)
        // Whoever came before does not read in place of whoever came later.
        var late = journal.reader(number: 1, after: 0)
        let stale = await late.next()
        #expect(stale == nil)
    }

    @Test func whatIsWorthNothingLateIsForgottenFirst() async throws {
        let journal = LiveJournal()
        for number in 1...20_000 {
            if number.isMultiple(of: 100) {
                journal.add(.listening(atSeconds: Double(number)))
            } else {
                journal.add(.answer(.partial("so", atSeconds: Double(number))))
            }
        }
        var reader = journal.reader(number: 1, after: 0)
        let entries = try #require(await reader.next())
        #expect(entries.count <= LiveJournal.limit)
        #expect(entries.count { if case .listening = $0.event { true } else { false } } == 200)
        #expect(entries.last?.sequence == 20_000)
    }
}
