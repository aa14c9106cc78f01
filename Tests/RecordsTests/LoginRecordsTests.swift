import Accounts
import DatabaseTestSupport
import Foundation
import Records
import SQL
import Testing

@Suite("Attempts to sign in, in the database")
struct LoginRecordsTests {
    @Test("Failures to sign in are counted beforehand, for names of nobody too", arguments: TestDatabase.all)
    func failures(kind: TestDatabase) async throws {
        try await kind.records { records in
            let rules = LoginBackOff(freeFailures: 2, firstSeconds: 10, limitSeconds: 60, quietSeconds: 600)
            let lax = LoginBackOff(freeFailures: 100, firstSeconds: 10, limitSeconds: 60, quietSeconds: 600)
            let place = LoginSubject.address("192.0.2.7")
            func attempt(_ name: String, at seconds: Double = 0) async throws -> Int {
                try await records.beginLogin([(.login(name), rules), (place, lax)], at: noon + seconds)
                    .waitSeconds
            }
            for name in ["ann", "nobody"] {
                #expect(try await attempt(name) == 0)
                #expect(try await attempt(name.uppercased()) == 0)
                #expect(try await attempt(name) == 0)
                #expect(try await attempt(name) == 10)
            }
            // A wait is no failure, and passes.
            #expect(try await attempt("ann", at: 10) == 0)
            #expect(try await attempt("ann", at: 10) == 20)
            try await records.noteSuccess(of: [.login("ann")], address: place, forgottenBefore: noon - 1)
            #expect(try await attempt("ann", at: 10) == 0)
            #expect(try await attempt("nobody", at: 1) == 9)
            // Names are not kept, since people type passwords there.
            let rows = try await records.database.read { connection in
                try connection.rows("SELECT subject, failures FROM login_failures").map {
                    (try $0.text("subject"), try $0.count("failures"))
                }
            }
            #expect(rows.count == 3 && !rows.contains { $0.0.contains("nobody") || $0.0.contains("192") })
            #expect(rows.first { $0.0.hasPrefix("address") }?.1 == 7)
            try await records.takeBackFailures(of: [.login("ann"), place])
            try await records.noteSuccess(
                of: [.login("x")], address: nil, forgottenBefore: noon + 86_400)
            #expect(try await rowCounts(["login_failures"], records) == [0])
        }
    }

    @Test("A clock that is set back makes nobody wait until it has caught up", arguments: TestDatabase.all)
    func clockSetBack(kind: TestDatabase) async throws {
        try await kind.records { records in
            let rules = LoginBackOff(freeFailures: 0, firstSeconds: 10, limitSeconds: 60, quietSeconds: 600)
            func start(at seconds: Double) async throws -> LoginStart {
                try await records.beginLogin([(.login("ann"), rules)], at: noon + seconds)
            }
            let first = try await start(at: 0)
            #expect(first.waitSeconds == 0 && first.nextWaitSeconds == 10)
            let yesterday = -86_400.0
            #expect(try await start(at: yesterday).waitSeconds == 10)
            #expect(try await start(at: yesterday + 9).waitSeconds == 1)
            let again = try await start(at: yesterday + 10)
            #expect(again.waitSeconds == 0 && again.nextWaitSeconds == 20)
            // The wait begins when the failure is told, not when the password began to be looked at.
            try await records.noteFailure(of: [.login("ann")], at: noon + yesterday + 40)
            #expect(try await start(at: yesterday + 41).waitSeconds == 19)
        }
    }

    @Test("Where an account signed in is known for a while, and goes with it", arguments: TestDatabase.all)
    func places(kind: TestDatabase) async throws {
        try await kind.records { records in
            let ann = try await records.keep(
                AccountRecordsTests.account("ann"), person: AccountRecordsTests.person("Ann"), at: noon)
            let bob = try await records.keep(AccountRecordsTests.account("bob"), at: noon)
            for account in [ann, bob, ann] {
                try await records.noteLogin(
                    account: account.number, from: "192.0.2.\(account.number)", at: noon,
                    forgottenBefore: noon - 60)
            }
            #expect(try await records.hasSignedIn(login: "ANN", from: "192.0.2.\(ann.number)"))
            #expect(try await !records.hasSignedIn(login: "ann", from: "192.0.2.\(bob.number)"))
            #expect(try await !records.hasSignedIn(login: "nobody", from: "192.0.2.\(ann.number)"))
            try await records.noteLogin(
                account: ann.number, from: "192.0.2.9", at: noon + 120, forgottenBefore: noon + 60)
            #expect(try await rowCounts(["login_places"], records) == [1])
            try await records.erase(person: .number(try #require(ann.person)))
            #expect(try await rowCounts(["login_places"], records) == [0])
        }
    }

    @Test("Failures for a name are forgotten wherever they came from", arguments: TestDatabase.all)
    func forgets(kind: TestDatabase) async throws {
        try await kind.records { records in
            for subject: LoginSubject in [
                .login("ann"), .loginFrom("Ann", address: "192.0.2.1"),
                .loginFrom("ann", address: "192.0.2.2"),
                .login("bob"), .address("192.0.2.1"),
            ] {
                _ = try await records.beginLogin([(subject, .account)], at: noon)
            }
            try await records.forgetFailures(ofLogin: "ANN")
            #expect(try await rowCounts(["login_failures"], records) == [2])
        }
    }
}
