import Foundation
import Speech
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

extension CommandTests {
    /// `viva serve` that cannot be served.
    @Suite struct ServeCommandTests {
        /// Somebody who listens at a port of this machine.
        private struct Listener: ~Copyable {
            let socket: Int32
            let port: Int

            init() throws {
                socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
                var address = sockaddr_in()
                address.sin_family = sa_family_t(AF_INET)
                address.sin_addr.s_addr = inet_addr("127.0.0.1")
                var length = socklen_t(MemoryLayout<sockaddr_in>.size)
                let socket = socket
                let isBound = withUnsafeMutablePointer(to: &address) { pointer in
                    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                        bind(socket, pointer, length) == 0 && listen(socket, 1) == 0
                            && getsockname(socket, pointer, &length) == 0
                    }
                }
                try #require(isBound)
                port = Int(UInt16(bigEndian: address.sin_port))
            }

            deinit { close(socket) }
        }

        @Test func aPortThatIsTakenEndsWith69AndSaysWhatToDo() async throws {
            let listener = try Listener()
            let run = try await Command().run("serve", "--port", "\(listener.port)", "--offline")
            #expect(run.code == 69, "\(run.log)")
            let last = run.log.split(separator: "\n").last ?? ""
            #expect(last.contains("another program has the port") && last.contains("--port"), "\(run.log)")
        }

        @Test func anAddressOfAnotherMachineEndsWith64() async throws {
            let command = try Command()
            let added = try await command.run("users", "add", "ann", "--role", "admin", input: Self.password)
            #expect(added.code == 0, "\(added.log)")
            let run = try await command.run("serve", "--host", "192.0.2.1", "--port", "0", "--offline")
            #expect(run.code == 64 && run.log.contains("none of this machine"), "\(run.log)")
        }

        private static let password = "correct mule battery\ncorrect mule battery\n"

        @Test(arguments: ["flag", "variable", "file", "mistake"])
        func aLogForProgramsHasNothingElse(kind: String) async throws {
            let listener = try Listener()
            let command = try Command()
            var arguments = ["serve", "--port", "\(listener.port)", "--offline"]
            var variables: [String: String] = [:]
            switch kind {
            case "variable": variables["VIVA_LOG_FORMAT"] = "json"
            case "file":
                let file = command.path("server.yaml")
                try TestFile.write("log-format: json\n", to: file)
                arguments += ["--config", file]
            case "mistake": arguments += ["--log-format", "json", "--workers", "none"]
            default: arguments += ["--log-format", "json"]
            }
            let run = try await command.run(arguments, variables: variables)
            #expect(run.code == (kind == "mistake" ? 64 : 69), "\(run.log)")
            #expect(run.output.isEmpty)
            let lines = try run.log.split(separator: "\n").map { line in
                try #require(try? JSONDecoder().decode(JSONValue.self, from: Data(line.utf8)), "\(line)")
            }
            #expect(lines.allSatisfy { $0["time"] != nil && $0["level"] != nil && $0["message"] != nil })
            #expect(lines.last?["level"] == "error")
            // What is said before the server listens is among it.
            let hasNote = lines.contains {
                $0["level"] == "notice" && "\($0)".contains("There is no account")
            }
            #expect(hasNote == (kind != "mistake"), "\(run.log)")
        }
    }
}
