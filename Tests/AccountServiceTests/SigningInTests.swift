import Accounts
import Credentials
import DatabaseTestSupport
import Foundation
import Interview
import Records
import Testing

@testable import Service

@Suite("Signing in and out")
struct SigningInTests {
    @Test("Signing in gives tokens that say who asks", arguments: TestDatabase.all)
    func signsIn(kind: TestDatabase) async throws {
        try await TestAccounts.run(kind) { accounts in
            let info = try await accounts.add("ann@example.org", role: .recruiter)
            let signedIn = try await accounts.login("ANN@example.org")
            #expect(signedIn.account.number == info.number)
            let requester = try await accounts.service.requester(ofToken: signedIn.access)
            #expect(requester == info.requester && requester.role == .recruiter)
            #expect(try await accounts.service.me(Caller(requester)).login == "ann@example.org")
            let log = try await accounts.records.log(page: .first(5)).items
            #expect(log.map(\.entry.action) == [.login, .add] && log[0].entry.address == "192.0.2.7")
        }
    }

    @Test("A wrong password, nobody and a disabled account are told in the same words, after the same work")
    func same() async throws {
        try await TestAccounts.run { accounts in
            try await accounts.add("ann")
            let bob = try await accounts.add("bob")
            _ = try await accounts.service.administration.change(
                .number(bob.number), to: AccountEdit(state: .disabled), by: .local)
            var told: Set<String> = []
            for (name, password) in [
                ("ann", "another password"), ("nobody", TestAccounts.password),
                ("bob", TestAccounts.password),
                ("no such name at all \u{1F40E}", "x"),
            ] {
                let before = accounts.hasher.count
                do {
                    _ = try await accounts.login(name, password)
                    Issue.record("\(name) signed in")
                } catch { told.insert("\(error)") }
                #expect(accounts.hasher.count == before + 1)
            }
            #expect(told == ["The user name or the password is wrong."])
            let refused = try await accounts.records.log(AuditFilter(outcome: .refused), page: .first(9))
                .items
            #expect(refused.count == 4 && refused.allSatisfy { $0.entry.detail == nil })
        }
    }

    @Test("After too many failures there is a wait, the same for a name of nobody; it survives a restart")
    func backsOff() async throws {
        try await TestAccounts.run { accounts in
            try await accounts.add("ann")
            for name in ["ann", "nobody"] {
                for _ in 0...LoginBackOff.account.freeFailures {
                    #expect(await Refusal.of { _ = try await accounts.login(name, "wrong") } == .notSignedIn)
                }
                // The right password does not help, and nobody looks at it.
                let before = accounts.hasher.count
                #expect(await Refusal.of { _ = try await accounts.login(name) } == .tooMany(2))
                #expect(accounts.hasher.count == before)
            }
            // The log says where a wait begins, once.
            let details = try await accounts.records.log(AuditFilter(outcome: .refused), page: .first(50))
                .items.compactMap(\.entry.detail)
            #expect(details == ["a wait of 2 s begins", "a wait of 2 s begins"])
            let again = try await TestAccounts(records: accounts.records)
            #expect(await Refusal.of { _ = try await again.login("ann") } == .tooMany(2))
            accounts.clock.advance(2)
            _ = try await accounts.login("ann")
            #expect(await Refusal.of { _ = try await accounts.login("ann", "wrong") } == .notSignedIn)
        }
    }

    @Test("Who signs in while another password is set gets no session", arguments: TestDatabase.all)
    func passwordMeanwhile(kind: TestDatabase) async throws {
        try await TestAccounts.run(kind) { accounts in
            let ann = try await accounts.add("ann")
            let checked = try #require(
                try await accounts.service.checked("ann", password: TestAccounts.password, from: nil))
            let administration = accounts.service.administration
            _ = try await administration.setPassword(
                of: .number(ann.number), to: "another mule battery", by: .local)
            #expect(await Refusal.of { _ = try await accounts.service.begin(checked) } == .notSignedIn)
            // Nor is it changed back by whoever knew the old one.
            #expect(
                await Refusal.of {
                    _ = try await administration.setPassword(
                        of: ann, from: checked.passwordHash, to: "a third mule battery", by: .local)
                } == .conflict)
            _ = try await accounts.login("ann", "another mule battery")
        }
    }

    @Test("Who tries the passwords of somebody from elsewhere does not shut the owner out")
    func fromElsewhere() async throws {
        try await TestAccounts.run { accounts in
            try await accounts.add("ann")
            _ = try await accounts.login("ann")
            for address in ["198.51.100.1", "198.51.100.2"] {
                for _ in 0..<LoginBackOff.account.freeFailures / 2 {
                    #expect(
                        await Refusal.of {
                            _ = try await accounts.service.login("ann", password: "wrong", from: address)
                        } == .notSignedIn)
                }
            }
            // As many as shut everybody out who did not sign in before.
            for number in 0...LoginBackOff.name.freeFailures {
                _ = try await accounts.records.beginLogin(
                    [(.loginFrom("ann", address: "a\(number)"), .account), (.login("ann"), .name)],
                    at: accounts.clock.now)
            }
            #expect(
                await Refusal.of {
                    _ = try await accounts.service.login(
                        "ann", password: TestAccounts.password, from: "203.0.113.5")
                } != .none)
            _ = try await accounts.login("ann")
        }
    }

    @Test("An address that signs in too often has to wait, with whatever password; this machine has not")
    func tooOften() async throws {
        try await TestAccounts.run { accounts in
            try await accounts.add("ann")
            for _ in 0..<60 {
                #expect(accounts.service.logins.wait(for: "2001:db8::1", at: accounts.clock.now) == nil)
                #expect(accounts.service.logins.wait(for: "127.0.0.1", at: accounts.clock.now) == nil)
            }
            let before = accounts.hasher.count
            #expect(
                await Refusal.of {
                    _ = try await accounts.service.login(
                        "ann", password: TestAccounts.password, from: "2001:db8::2")
                } == .tooMany(2))
            #expect(accounts.hasher.count == before)
            _ = try await accounts.service.login("ann", password: TestAccounts.password, from: "127.0.0.1")
            accounts.clock.advance(2)
            _ = try await accounts.service.login("ann", password: TestAccounts.password, from: "2001:db8::2")
        }
    }

    @Test(
        "A refresh token is good once; one that comes again ends the session at once",
        arguments: TestDatabase.all)
    func replay(kind: TestDatabase) async throws {
        try await TestAccounts.run(kind) { accounts in
            try await accounts.add("ann")
            let first = try await accounts.login("ann")
            let other = try await accounts.login("ann")
            let second = try await accounts.service.refresh(first.refresh, from: nil)
            #expect(second.refresh != first.refresh && second.access != first.access)
            _ = try await accounts.service.requester(ofToken: second.access)
            #expect(
                await Refusal.of { _ = try await accounts.service.refresh(first.refresh, from: nil) }
                    == .notSignedIn)
            for token in [first.access, second.access] {
                #expect(
                    await Refusal.of { _ = try await accounts.service.requester(ofToken: token) }
                        == .notSignedIn)
            }
            #expect(
                await Refusal.of { _ = try await accounts.service.refresh(second.refresh, from: nil) }
                    == .notSignedIn
            )
            _ = try await accounts.service.requester(ofToken: other.access)
            let replays = try await accounts.records.log(AuditFilter(action: .replay), page: .first(5)).items
            #expect(replays.count == 1)
        }
    }

    @Test("Tokens end with their time")
    func expiry() async throws {
        try await TestAccounts.run { accounts in
            try await accounts.add("ann")
            let signedIn = try await accounts.login("ann")
            _ = try await accounts.service.requester(ofToken: signedIn.access)
            accounts.clock.advance(900 + 31)
            #expect(
                await Refusal.of { _ = try await accounts.service.requester(ofToken: signedIn.access) }
                    == .notSignedIn)
            let next = try await accounts.service.refresh(signedIn.refresh, from: nil)
            _ = try await accounts.service.requester(ofToken: next.access)
            accounts.clock.advance(14 * 86_400)
            #expect(
                await Refusal.of { _ = try await accounts.service.refresh(next.refresh, from: nil) }
                    == .notSignedIn)
        }
    }

    @Test("Signing out, here or everywhere, ends tokens at once")
    func signsOut() async throws {
        try await TestAccounts.run { accounts in
            try await accounts.add("ann")
            let (one, two, three) = (
                try await accounts.login("ann"), try await accounts.login("ann"),
                try await accounts.login("ann")
            )
            func ends(_ signedIn: SignedIn) async -> Bool {
                await Refusal.of { _ = try await accounts.service.requester(ofToken: signedIn.access) }
                    == .notSignedIn
            }
            for signedIn in [one, two, three] { #expect(await !ends(signedIn)) }
            try await accounts.service.logout(one.refresh, from: nil)
            try await accounts.service.logout("none", from: nil)
            #expect(await ends(one))
            #expect(await !ends(two))
            let requester = try await accounts.service.requester(ofToken: two.access)
            try await accounts.service.logoutEverywhere(Caller(requester))
            #expect(await ends(two))
            #expect(await ends(three))
        }
    }

    @Test("A disabled account's tokens end at once, and within a second when another program does it")
    func disabled() async throws {
        try await TestAccounts.run { accounts in
            let ann = try await accounts.add("ann")
            let edit = AccountEdit(state: .disabled)
            let signedIn = try await accounts.login("ann")
            _ = try await accounts.service.requester(ofToken: signedIn.access)
            _ = try await accounts.service.administration.change(.number(ann.number), to: edit, by: .local)
            #expect(
                await Refusal.of { _ = try await accounts.service.requester(ofToken: signedIn.access) }
                    == .notSignedIn)
            #expect(
                await Refusal.of { _ = try await accounts.service.refresh(signedIn.refresh, from: nil) }
                    == .notSignedIn)

            let bob = try await accounts.add("bob")
            let other = try await accounts.login("bob")
            _ = try await accounts.service.requester(ofToken: other.access)
            try await accounts.records.changeAccount(.number(bob.number)) { $0.state = .disabled }
            accounts.clock.advance(1)
            #expect(
                await Refusal.of { _ = try await accounts.service.requester(ofToken: other.access) }
                    == .notSignedIn)
        }
    }

    @Test("A role counts at once")
    func role() async throws {
        try await TestAccounts.run { accounts in
            let ann = try await accounts.add("ann")
            let signedIn = try await accounts.login("ann")
            #expect(try await accounts.service.requester(ofToken: signedIn.access).role == .candidate)
            _ = try await accounts.service.administration.change(
                .number(ann.number), to: AccountEdit(role: .interviewer), by: .local)
            #expect(try await accounts.service.requester(ofToken: signedIn.access).role == .interviewer)
        }
    }

    @Test("A password is changed by whoever knows the old one, and all other sessions end")
    func password() async throws {
        try await TestAccounts.run { accounts in
            try await accounts.add("ann")
            let (one, two) = (try await accounts.login("ann"), try await accounts.login("ann"))
            let caller = Caller(try await accounts.service.requester(ofToken: one.access))
            let new = "another mule battery"
            #expect(
                await Refusal.of {
                    _ = try await accounts.service.changePassword(from: "wrong", to: new, by: caller)
                } == .invalid("old_password"))
            #expect(
                await Refusal.of {
                    _ = try await accounts.service.changePassword(
                        from: TestAccounts.password, to: "short", by: caller)
                } == .invalid("password"))
            let after = try await accounts.service.changePassword(
                from: TestAccounts.password, to: new, by: caller)
            for signedIn in [one, two] {
                #expect(
                    await Refusal.of { _ = try await accounts.service.requester(ofToken: signedIn.access) }
                        == .notSignedIn)
            }
            _ = try await accounts.service.requester(ofToken: after.access)
            #expect(await Refusal.of { _ = try await accounts.login("ann") } == .notSignedIn)
            _ = try await accounts.login("ann", new)
        }
    }
}
