import Foundation
import Subprocess
import SystemPackage

/// The web server of `Tests/Servers/loopback.py`, which answers well or badly, as a path asks.
struct LoopbackServer: Sendable {
    /// One request as the server got it.
    struct Received: Decodable {
        var method: String
        var path: String
        var fields: [[String]]
        /// Bytes as Latin-1.
        var body: String

        func field(_ name: String) -> String? { fields.first { $0[0] == name }?[1] }
    }

    let port: Int
    let scheme: String

    static let isAvailable = ["/usr/bin/python3", "/usr/local/bin/python3"].contains {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    /// Runs a test with a server of its own, which ends with it.
    ///
    /// - Parameter certificate: The paths of a certificate and its key, for a server that speaks TLS.
    static func run(
        certificate: [String] = [], _ test: (LoopbackServer) async throws -> Void
    ) async throws {
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Servers/loopback.py").path
        _ = try await Subprocess.run(
            .name("python3"), arguments: Arguments([script] + certificate), input: .inputWriter,
            output: .sequence, error: .discarded
        ) { execution in
            var line = ""
            for try await text in execution.standardOutput.strings() {
                line = text
                break
            }
            guard let port = Int(line.trimmingCharacters(in: .whitespacesAndNewlines)) else {
                throw NotStarted(said: line)
            }
            try await test(LoopbackServer(port: port, scheme: certificate.isEmpty ? "http" : "https"))
        }
    }

    struct NotStarted: Error { var said: String }

    func url(_ path: String, host: String = "127.0.0.1") -> URL {
        URL(string: "\(scheme)://\(host):\(port)/\(path)") ?? URL(fileURLWithPath: "/")
    }
}
