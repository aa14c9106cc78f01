import Foundation
import Subprocess
import SystemPackage
import TestSupport
import Testing

@testable import HTTPClient

@Suite(
    .enabled(
        if: LoopbackServer.isAvailable && FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl")))
struct EncryptionTests {
    private let folder: TestFolder

    init() throws { folder = try TestFolder() }

    /// A certificate for this machine that nobody has signed but itself.
    private func certificate() async throws -> [String] {
        let paths = [folder.file("certificate.pem"), folder.file("key.pem")]
        let made = try await Subprocess.run(
            .name("openssl"),
            arguments: [
                "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
                "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-out", paths[0], "-keyout", paths[1],
            ], output: .discarded, error: .discarded)
        try #require(made.terminationStatus.isSuccess)
        return paths
    }

    @Test func anUnknownCertificateIsRefusedAndATrustedOneTaken() async throws {
        let paths = try await certificate()
        try await LoopbackServer.run(certificate: paths) { server async throws in
            let request = HTTPRequest(.get, server.url("bytes/2"))
            let strict = try HTTPTransport()
            do throws(HTTPError) {
                _ = try await strict.send(request)
                Issue.record("an unknown certificate was taken")
            } catch {
                guard case .encryptionFailed(let reason) = error.reason else {
                    Issue.record("\(error)")
                    return
                }
                #expect(reason.contains("certificate"))
            }
            let trusting = try HTTPTransport(certificatesPath: paths[0])
            #expect(try await trusting.send(request).body == [0, 1])
        }
    }

    @Test func aServerThatDoesNotEncryptIsRefused() async throws {
        try await LoopbackServer.run { server async throws in
            let url = try #require(URL(string: "https://127.0.0.1:\(server.port)/bytes/1"))
            let limits = HTTPLimits(connect: .seconds(3), whole: .seconds(5))
            do throws(HTTPError) {
                _ = try await HTTPTransport().send(HTTPRequest(.get, url, limits: limits))
                Issue.record("it was asked without encryption")
            } catch {
                switch error.reason {
                case .encryptionFailed, .connectTimedOut, .brokenOff: break
                default: Issue.record("\(error)")
                }
            }
        }
    }
}
