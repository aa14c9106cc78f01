import NIOCore
import ServerTestSupport
import Testing

@testable import Server

#if canImport(Glibc)
    import Glibc
#endif

/// A server that cannot listen says why.
struct ListenFailureTests {
    @Test(.timeLimit(.minutes(30))) func aPortThatIsTakenIsTold() async throws {
        try await withServer { server in
            let port = server.port
            let failure = await Self.failure { $0.port = port }
            #expect(failure == ListenFailure(host: "127.0.0.1", port: port, reason: .taken))
            #expect(failure?.description.contains("127.0.0.1:\(port) failed: another program") == true)
        }
    }

    /// Addresses that are for documents alone are those of no machine (RFC 5737), and names that end so are none (RFC 6761).
    @Test(
        .timeLimit(.minutes(30)),
        arguments: [
            ("192.0.2.1", ListenFailure.Reason.notOfThisMachine), ("nobody.invalid", .unknownHost),
        ])
    func anAddressThatIsNotOfThisMachineIsTold(host: String, reason: ListenFailure.Reason) async throws {
        let failure = await Self.failure { $0.host = host }
        #expect(failure == ListenFailure(host: host, port: 0, reason: reason))
    }

    @Test(arguments: [
        (EACCES, ListenFailure.Reason.notAllowed), (EADDRINUSE, .taken), (EADDRNOTAVAIL, .notOfThisMachine),
        (EMFILE, .other("Too many open files")),
    ])
    func eachReasonHasASentence(code: Int32, reason: ListenFailure.Reason) throws {
        let error = IOError(errnoCode: code, reason: "bind")
        let failure = try #require(ListenFailure(error, host: "::1", port: 80))
        #expect(failure.reason == reason)
        #expect(failure.description.hasPrefix("Listening at [::1]:80 failed: "))
        #expect(failure.description.hasSuffix("."))
    }

    private static func failure(_ settings: (inout ServerSettings) -> Void) async -> ListenFailure? {
        do {
            try await withServer(settings) { _ -> Void in Issue.record("It listens.") }
            return nil
        } catch {
            guard let failure = error as? ListenFailure else {
                Issue.record("\(error)")
                return nil
            }
            return failure
        }
    }
}
