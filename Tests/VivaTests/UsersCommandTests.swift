import Foundation
import Subprocess
import TestSupport
import Testing

extension KeepingCommandTests {
    /// Accounts, from the command line.
    @Suite struct UsersCommandTests {
        private struct Account: Decodable {
            var number: Int64
            var login: String
            var name: String
            var email: String?
            var role: String
            var state: String
            var organization: Int64?
            var person: Int64?
        }

        private struct Accounts: Decodable { var accounts: [Account] }

        private struct Log: Decodable {
            struct Line: Decodable {
                struct Entry: Decodable {
                    var action: String
                    var outcome: String
                }
                var entry: Entry
            }
            var lines: [Line]
        }

        private struct Invited: Decodable {
            var code: String
            var email: String?
            var role: String
        }

        private static let password = "correct mule battery\nsecond line\n"

        private static func decoded<Value: Decodable>(_ outcome: Command.Outcome) throws -> Value {
            try #require(outcome.code == 0, "\(outcome.log)")
            let decoder = JSONDecoder()
            decoder.dateDecodingStrategy = .iso8601
            return try decoder.decode(Value.self, from: Data(outcome.output.utf8))
        }

        @Test("An account is made, listed, changed and closed")
        func accounts() async throws {
            let command = try Command()
            let nobody = try await command.run("users", "list")
            #expect(nobody.code == 0 && nobody.log.contains("viva users add"))
            let ann: Account = try Self.decoded(
                try await command.run(
                    "users", "add", "ann@example.org", "--name", "Ann Smith", "--role", "admin",
                    "--organization", "Initech", "--json", input: Self.password))
            #expect(ann.name == "Ann Smith" && ann.email == "ann@example.org" && ann.organization == 1)
            let added = try await command.run("people", "add", "Bob Jones")
            #expect(added.code == 0)
            let bob = try await command.run(
                "users", "add", "bob", "--person", "Bob Jones", input: Self.password)
            #expect(bob.code == 0 && bob.log.contains("account 2"), "\(bob.log)")

            let list = try await command.run("users", "list")
            #expect(list.output.contains("ann@example.org") && list.output.contains("never signed in"))
            #expect(!list.output.contains("scrypt"))
            let found: Accounts = try Self.decoded(
                try await command.run("users", "list", "--organization", "initech", "--json"))
            #expect(found.accounts.map(\.login) == ["ann@example.org"])

            let role = try await command.run("users", "role", "BOB", "interviewer")
            #expect(role.code == 0 && role.log.contains("interviewer"))
            let free: Account = try Self.decoded(
                try await command.run("users", "role", "1", "admin", "--organization", "", "--json"))
            #expect(free.organization == nil)
            #expect(try await command.run("users", "disable", "bob").code == 0)
            let closed: Accounts = try Self.decoded(
                try await command.run("users", "list", "--disabled", "--json"))
            #expect(closed.accounts.map(\.login) == ["bob"] && closed.accounts[0].state == "disabled")
            #expect(try await command.run("users", "enable", "bob").code == 0)
            let reset = try await command.run("users", "password", "bob", input: "another mule battery")
            #expect(reset.code == 0, "\(reset.log)")

            let log: Log = try Self.decoded(try await command.run("users", "audit", "--json"))
            #expect(
                log.lines.map(\.entry.action) == [
                    "account.password", "account.enable", "account.disable", "account.change",
                    "account.change", "account.add", "account.add",
                ])
            let shown = try await command.run("users", "audit", "--action", "account.disable")
            #expect(shown.output.contains("account 2") && !shown.output.contains("account 1"))
        }

        @Test("What cannot be taken is refused, and nothing is kept")
        func refused() async throws {
            let command = try Command()
            for (arguments, input, code) in [
                (["add", "a b"], Self.password, 64), (["add", "ann"], "short", 65), (["add", "ann"], "", 65),
                (["add", "ann"], "ann-ann-ann-ann", 65), (["role", "ann", "admin"], "", 66),
                (["disable", "7"], "", 66), (["role", "ann", "king"], "", 64),
                (["add", "ann", "--person", "Ann"], Self.password, 66),
                (["add", "ann", "--email", "none"], Self.password, 64),
                (["invite", "--days", "0"], "", 64), (["audit", "--user", "ann"], "", 66),
            ] {
                let outcome = try await command.run(["users"] + arguments, input: input)
                #expect(outcome.code == code, "\(arguments): \(outcome.log)")
                #expect(!outcome.log.isEmpty)
            }
            let list: Accounts = try Self.decoded(try await command.run("users", "list", "--json"))
            #expect(list.accounts.isEmpty)
            #expect(try await command.run("users", "add", "ann", input: Self.password).code == 0)
            let again = try await command.run("users", "add", "Ann", input: Self.password)
            #expect(again.code == 64 || again.code == 1, "\(again.log)")
            #expect(again.log.contains("taken"))
        }

        @Test("An invitation is shown once; erasing a person erases the account")
        func invitation() async throws {
            let command = try Command()
            let invited: Invited = try Self.decoded(
                try await command.run(
                    "users", "invite", "--role", "recruiter", "--email", "eve@example.org", "--json"))
            #expect(invited.code.utf8.count == 19 && invited.role == "recruiter")
            let plain = try await command.run("users", "invite")
            #expect(plain.output.split(separator: "\n").map(\.utf8.count) == [19])

            #expect(
                try await command.run("users", "add", "ann", "--name", "Ann Smith", input: Self.password).code
                    == 0)
            let erased = try await command.run("erase", "--person", "Ann Smith", "--yes")
            #expect(erased.code == 0, "\(erased.log)")
            let list: Accounts = try Self.decoded(try await command.run("users", "list", "--json"))
            #expect(list.accounts.isEmpty)
        }

        @Test("Where others reach it, a server without accounts is not started")
        func open() async throws {
            let command = try Command()
            let outcome = try await command.run("serve", "--host", "0.0.0.0", "--port", "0")
            #expect(outcome.code == 64 && outcome.log.contains("viva users add"), "\(outcome.log)")
            let weak = try await command.run(
                "serve", "--port", "0", variables: ["SECRET_KEY": "your_secret_key_here"])
            #expect(weak.code == 64 && weak.log.contains("must have 32 characters"), "\(weak.log)")
        }
    }
}
