import Accounts
import DatabaseTestSupport
import Foundation
import Interview
import Records
import Service
import Testing

@Suite("Looking after accounts")
struct AdministrationTests {
    /// Two organizations with an admin and a candidate each, and an admin of all.
    private struct Scene {
        var chief: AccountInfo
        var boss: AccountInfo
        var worker: AccountInfo
        var otherBoss: AccountInfo
        var otherWorker: AccountInfo
        var company: Int64
        var other: Int64

        init(_ accounts: TestAccounts) async throws {
            company = try await accounts.records.keep(Organization(id: "a", name: "Initech")).number
            other = try await accounts.records.keep(Organization(id: "b", name: "Globex")).number
            chief = try await accounts.add("chief", role: .admin)
            boss = try await accounts.add("boss", role: .admin, organization: company)
            worker = try await accounts.add("worker", organization: company)
            otherBoss = try await accounts.add("boss2", role: .admin, organization: other)
            otherWorker = try await accounts.add("worker2", organization: other)
        }
    }

    @Test("Admins see the accounts of their organization, others their own", arguments: TestDatabase.all)
    func sees(kind: TestDatabase) async throws {
        try await TestAccounts.run(kind) { accounts in
            let scene = try await Scene(accounts)
            let administration = accounts.service.administration
            func seen(_ info: AccountInfo) async throws -> Set<String> {
                Set(
                    try await administration.accounts(page: .first(50), for: Caller(info.requester)).items
                        .map(\.login))
            }
            #expect(try await seen(scene.chief).count == 5)
            #expect(try await seen(scene.boss) == ["boss", "worker"])
            #expect(try await seen(scene.worker) == ["worker"])
            let boss = Caller(scene.boss.requester)
            #expect(
                await Refusal.of {
                    _ = try await administration.account(.number(scene.otherWorker.number), for: boss)
                } == .notFound)
            for (organization, logins) in [(nil, ["worker"]), (scene.company, ["worker"]), (scene.other, [])]
            {
                let found = try await administration.accounts(
                    AccountFilter(organization: organization, text: "worker"), page: .first(5), for: boss)
                #expect(found.items.map(\.login) == logins)
            }
            let log = try await administration.log(page: .first(50), for: boss).items
            #expect(log.count == 2)
            #expect(
                await Refusal.of {
                    _ = try await administration.log(page: .first(5), for: Caller(scene.worker.requester))
                } == .notAllowed)
        }
    }

    @Test("Admins change accounts of their organization alone, and not away from it")
    func changes() async throws {
        try await TestAccounts.run { accounts in
            let scene = try await Scene(accounts)
            let administration = accounts.service.administration
            let boss = Caller(scene.boss.requester)
            func change(_ info: AccountInfo, _ edit: AccountEdit, _ caller: Caller) async -> Refusal {
                await Refusal.of {
                    _ = try await administration.change(.number(info.number), to: edit, by: caller)
                }
            }
            #expect(await change(scene.worker, AccountEdit(role: .recruiter), boss) == .none)
            #expect(await change(scene.otherWorker, AccountEdit(role: .recruiter), boss) == .notFound)
            #expect(await change(scene.chief, AccountEdit(state: .disabled), boss) == .notFound)
            #expect(await change(scene.worker, AccountEdit(organization: .some(nil)), boss) == .notAllowed)
            #expect(await change(scene.worker, AccountEdit(organization: scene.other), boss) == .notAllowed)
            #expect(await change(scene.boss, AccountEdit(state: .disabled), boss) == .conflict)
            #expect(await change(scene.boss, AccountEdit(role: .candidate), boss) == .conflict)
            let worker = Caller(scene.worker.requester)
            #expect(await change(scene.worker, AccountEdit(role: .admin), worker) == .notAllowed)
            #expect(
                await Refusal.of {
                    _ = try await administration.setPassword(
                        of: .number(scene.worker.number), to: "another mule battery", by: worker)
                } == .notAllowed)
            #expect(
                await Refusal.of {
                    _ = try await administration.setPassword(
                        of: .number(scene.otherBoss.number), to: "another mule battery", by: boss)
                } == .notFound)
        }
    }

    @Test("An organization that is not there is said, and a person goes with the account")
    func organizations() async throws {
        try await TestAccounts.run { accounts in
            let scene = try await Scene(accounts)
            let administration = accounts.service.administration
            let edit = AccountEdit(organization: 999)
            let worker = RecordName.number(scene.worker.number)
            for refusal in [
                await Refusal.of {
                    _ = try await administration.add(
                        NewAccount(login: "new", password: TestAccounts.password, organization: 999),
                        by: .local)
                },
                await Refusal.of {
                    _ = try await administration.invite(role: .candidate, organization: 999, by: .local)
                },
                await Refusal.of { _ = try await administration.change(worker, to: edit, by: .local) },
            ] { #expect(refusal == .invalid("organization_id")) }
            _ = try await administration.change(
                worker, to: AccountEdit(organization: scene.other), by: .local)
            let person = try await accounts.records.person(
                .number(try #require(scene.worker.person)))
            #expect(person.value.organization == scene.other)
        }
    }

    @Test("Admins make accounts and invite for their organization alone")
    func makes() async throws {
        try await TestAccounts.run { accounts in
            let scene = try await Scene(accounts)
            let administration = accounts.service.administration
            func add(_ organization: Int64?, _ info: AccountInfo) async -> [Refusal] {
                [
                    await Refusal.of {
                        _ = try await administration.add(
                            NewAccount(
                                login: "new\(organization ?? 0).\(info.login)",
                                password: TestAccounts.password,
                                organization: organization), by: Caller(info.requester))
                    },
                    await Refusal.of {
                        _ = try await administration.invite(
                            role: .candidate, organization: organization, by: Caller(info.requester))
                    },
                ]
            }
            #expect(await add(scene.company, scene.boss) == [.none, .none])
            #expect(await add(scene.other, scene.boss) == [.notAllowed, .notAllowed])
            #expect(await add(nil, scene.boss) == [.notAllowed, .notAllowed])
            #expect(await add(nil, scene.chief) == [.none, .none])
            #expect(await add(scene.company, scene.worker) == [.notAllowed, .notAllowed])
            let boss = Caller(scene.boss.requester)
            let seen = try await administration.invitations(page: .first(9), for: boss).items
            #expect(seen.count == 1 && seen[0].value.invitedBy == scene.boss.number)
            let all = try await administration.invitations(page: .first(9), for: .local).items
            let others = try #require(all.first { $0.value.organization == nil })
            #expect(
                await Refusal.of { try await administration.withdraw(.number(others.number), by: boss) }
                    == .notFound)
            try await administration.withdraw(.number(seen[0].number), by: boss)
            #expect(try await administration.invitations(page: .first(9), for: boss).items.isEmpty)
        }
    }
}
