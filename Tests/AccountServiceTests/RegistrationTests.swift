import Accounts
import DatabaseTestSupport
import Foundation
import Interview
import Records
import Service
import Testing

@Suite("Making accounts")
struct RegistrationTests {
    private static func registration(
        _ login: String, email: String? = nil, invitation: String? = nil
    ) -> Registration {
        Registration(
            login: login, password: TestAccounts.password, name: "Ann", email: email, invitation: invitation)
    }

    @Test(
        "Who is not invited makes none, unless everybody may",
        arguments: AccountSettings.Registration.allCases)
    func who(registration: AccountSettings.Registration) async throws {
        try await TestAccounts.run(registration: registration) { accounts in
            let refusal = await Refusal.of {
                _ = try await accounts.service.register(Self.registration("ann"), from: nil)
            }
            #expect(refusal == (registration == .open ? .none : .notAllowed))
            let code = try await accounts.service.administration.invite(
                role: .admin, organization: nil, by: .local
            ).code
            let invited = await Refusal.of {
                _ = try await accounts.service.register(Self.registration("eve", invitation: code), from: nil)
            }
            #expect(invited == (registration == .closed ? .notAllowed : .none))
            let all = try await accounts.records.accounts(page: .first(5)).items
            #expect(
                all.count { $0.login == "ann" && $0.role == .candidate } == (registration == .open ? 1 : 0))
            #expect(all.count { $0.login == "eve" && $0.role == .admin } == (registration == .closed ? 0 : 1))
        }
    }

    @Test(
        "An invitation says role and organization, is good once, and finds the person",
        arguments: TestDatabase.all)
    func invited(kind: TestDatabase) async throws {
        try await TestAccounts.run(kind) { accounts in
            let company = try await accounts.records.keep(Organization(id: "o", name: "Initech"))
            let person = try await accounts.records.keep(
                Person(id: "p", name: "Ann Smith", email: "ann@example.org", organization: company.number))
            let administration = accounts.service.administration
            let made = try await administration.invite(
                role: .interviewer, organization: company.number, email: "Ann@Example.org", by: .local)
            let other = Self.registration("eve", email: "eve@example.org", invitation: made.code)
            #expect(
                await Refusal.of { _ = try await accounts.service.register(other, from: nil) }
                    == .invalid("email"))
            let signedIn = try await accounts.service.register(
                Self.registration("ann@example.org", invitation: made.code.lowercased()), from: nil)
            #expect(signedIn.account.person == person.number && signedIn.account.name == "Ann Smith")
            #expect(signedIn.account.role == .interviewer && signedIn.account.organization == company.number)
            _ = try await accounts.service.requester(ofToken: signedIn.access)
            #expect(
                await Refusal.of {
                    _ = try await accounts.service.register(
                        Self.registration("bob", invitation: made.code), from: nil)
                } == .invalid("invitation"))
            #expect(
                await Refusal.of {
                    _ = try await administration.invite(
                        role: .candidate, organization: company.number, email: "ann@example.org", by: .local)
                } == .conflict)
            let late = try await administration.invite(
                role: .candidate, organization: nil, days: 1, by: .local)
            accounts.clock.advance(86_400)
            #expect(
                await Refusal.of {
                    _ = try await accounts.service.register(
                        Self.registration("bob", invitation: late.code), from: nil)
                } == .invalid("invitation"))
        }
    }

    @Test("What cannot be taken is refused, and names nobody who is kept")
    func refused() async throws {
        try await TestAccounts.run(registration: .open) { accounts in
            let service = accounts.service
            try await accounts.records.keep(Person(id: "p", name: "Ann Smith", email: "ann@example.org"))
            _ = try await service.register(Self.registration("bob"), from: nil)
            func refusal(_ registration: Registration) async -> Refusal {
                await Refusal.of { _ = try await service.register(registration, from: nil) }
            }
            #expect(await refusal(Self.registration("BOB")) == .conflict)
            #expect(await refusal(Self.registration("ann@example.org")) == .conflict)
            #expect(await refusal(Self.registration("a b")) == .invalid("username"))
            #expect(await refusal(Self.registration("eve", email: "none")) == .invalid("email"))
            #expect(await refusal(Registration(login: "eve", password: "short")) == .invalid("password"))
            do { _ = try await service.register(Self.registration("ann@example.org"), from: nil) } catch {
                #expect(!"\(error)".contains("Ann") && !"\(error)".contains("person"))
            }
        }
    }

    @Test("From one address only so many accounts are made")
    func limited() async throws {
        try await TestAccounts.run(registration: .open) { accounts in
            var refusals: [Refusal] = []
            for index in 0..<12 {
                refusals.append(
                    await Refusal.of {
                        _ = try await accounts.service.register(
                            Registration(login: "user\(index)", password: "short"), from: "192.0.2.7")
                    })
            }
            #expect(refusals.prefix(10).allSatisfy { $0 == .invalid("password") })
            #expect(refusals.suffix(2) == [.tooMany(32), .tooMany(32)])
            let elsewhere = await Refusal.of {
                _ = try await accounts.service.register(
                    Registration(login: "user", password: "short"), from: "192.0.2.8")
            }
            #expect(elsewhere == .invalid("password"))
        }
    }
}
