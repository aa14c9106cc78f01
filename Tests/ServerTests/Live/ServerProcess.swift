import FoundationEssentials
import Subprocess
import SystemPackage
import TestSupport

#if canImport(Glibc)
    import Glibc
#endif

/// `viva serve` in a process of its own, which can be ended as processes end.
struct ServerProcess {
    let server: LiveServer
    /// The number of the process.
    let process: pid_t

    /// It ended before it took requests.
    struct NotStarted: Error {
        let log: String
    }

    /// The folders of a server, which stay when its process ends.
    struct Home {
        let folder: TestFolder

        init() throws {
            folder = try TestFolder()
            // What is expected of interviews takes seconds to count in a debug build, and is the same for all.
            let cache = try folder.folder("cache/viva")
            let shared = FileManager.default.temporaryDirectory
                .appending(path: "viva-tests-hearing-\(geteuid())").path
            try FileManager.default.createDirectory(atPath: shared, withIntermediateDirectories: true)
            try FileManager.default.createSymbolicLink(
                atPath: cache + "/hearing", withDestinationPath: shared)
        }
    }

    /// Runs a test beside a server, which is ended when the test has not done so.
    ///
    /// - Parameters:
    ///   - home: where it keeps what it is told.
    ///   - reconnectSeconds: how long it waits for a client whose connection broke off.
    ///   - preparation: what a shell does before it becomes the server.
    static func run(
        in home: Home, reconnectSeconds: Int = 600, after preparation: String = "",
        _ test: (ServerProcess) async throws -> Void
    ) async throws {
        let log = home.folder.file("log-\(home.folder.names().count)")
        let script = "\(preparation)\nexec \"$0\" \"$@\" 2>\"$LOG\""
        let usual = [
            "serve", "--port", "0", "--engine", "pocketsphinx", "--offline", "--live-reconnect-seconds",
            "\(reconnectSeconds)",
        ]
        _ = try await Subprocess.run(
            .path("/bin/sh"),
            arguments: Arguments(["-c", script, BuiltCommand.path] + usual),
            environment: .custom([
                "HOME": home.folder.path, "PATH": "/usr/local/bin:/usr/bin:/bin",
                "XDG_CACHE_HOME": home.folder.file("cache"), "VIVA_HOME": home.folder.file("home"),
                "VIVA_DATA": SourceTree.path, "LOG": log,
            ]),
            input: .none, output: .discarded, error: .discarded
        ) { execution in
            let process = pid_t(execution.processIdentifier.value)
            let port = try await port(of: process, in: log)
            try await test(ServerProcess(server: LiveServer(port: port), process: process))
            _ = Glibc.kill(process, SIGKILL)
        }
    }

    /// Waits until the log says at which port it listens.
    private static func port(of process: pid_t, in log: String) async throws -> Int {
        while true {
            let text = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
            if let said = text.firstMatch(of: #/Serving at http://[^:]+:([0-9]+)\. /#), let port = Int(said.1)
            {
                return port
            }
            guard let state = state(of: process), state != "Z" else { throw NotStarted(log: text) }
            try await Task.sleep(for: .milliseconds(50))
        }
    }

    /// Sends it a signal.
    func send(_ signal: Int32) { _ = Glibc.kill(process, signal) }

    /// Waits until it has ended.
    func hasEnded() async throws {
        while let state = Self.state(of: process), state != "Z" {
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    /// The numbers of the processes that it has started.
    func children() -> [pid_t] {
        let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return all.compactMap { pid_t($0) }.filter { Self.fields(of: $0)?[1] == "\(process)" }
    }

    /// The sockets that a process has, as the system names them.
    static func sockets(of process: pid_t) -> Set<String> {
        let folder = "/proc/\(process)/fd"
        let numbers = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let targets = numbers.compactMap {
            try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\($0)")
        }
        return Set(targets.filter { $0.hasPrefix("socket:") })
    }

    private static func state(of process: pid_t) -> String? { fields(of: process)?[0] }

    /// What the system says of a process behind its name: its state, the number of its parent, ...
    private static func fields(of process: pid_t) -> [String]? {
        guard let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
            let end = text.lastIndex(of: ")")
        else { return nil }
        let fields = text[end...].dropFirst().split(separator: " ").map(String.init)
        return fields.count > 1 ? fields : nil
    }
}
