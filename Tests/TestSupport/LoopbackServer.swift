package import Foundation
import Subprocess

/// The web server of `Tests/Servers/loopback.py`, which answers well or badly, as a path asks.
package struct LoopbackServer: Sendable {
    /// One request as the server got it.
    package struct Received: Decodable {
        /// The method as it was sent.
        package var method: String
        /// The path with its query.
        package var path: String
        /// Names, in small letters, and values of the header's fields, in order.
        package var fields: [[String]]
        /// Bytes as Latin-1.
        package var body: String

        /// The value of the first field of a name in small letters.
        package func field(_ name: String) -> String? { fields.first { $0[0] == name }?[1] }
    }

    /// The server began with something else than the number of its port.
    package struct NotStarted: Error {
        /// The line in place of the number.
        package var said: String
    }

    /// The port of this machine on which it listens.
    package let port: Int
    /// `http` or `https`.
    package let scheme: String

    /// Whether Python is there to run it.
    package static let isAvailable = ["/usr/bin/python3", "/usr/local/bin/python3"].contains {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    /// Runs a test with a server of its own, which ends with it.
    ///
    /// - Parameter certificate: The paths of a certificate and its key, for a server that speaks TLS.
    package static func run(
        certificate: [String] = [], _ test: (LoopbackServer) async throws -> Void
    ) async throws {
        let script = SourceTree.file("Tests/Servers/loopback.py")
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

    /// The address of a path on it.
    package func url(_ path: String, host: String = "127.0.0.1") -> URL {
        URL(string: "\(scheme)://\(host):\(port)/\(path)") ?? URL(fileURLWithPath: "/")
    }
}
