package import Archive
package import HTTPTypes
package import Logging
package import Server
package import Service
import TestSupport

/// A server that runs for one test, and the way to talk to it.
package struct TestServer: Sendable {
    /// The server.
    package let server: VivaServer
    /// What runs.
    package let running: RunningServer
    /// What it answered with so far that its documentation does not say.
    let routes: DocumentedRoutes

    /// The port it listens at.
    package var port: Int { running.port }

    /// Sends a request on a connection of its own, and checks that the reply is as the document says.
    ///
    /// - Throws: `UndocumentedReply`, and what the network says.
    package func send(
        _ method: HTTPRequest.Method, _ path: String, headers: [String: String] = [:], body: String? = nil
    ) async throws -> TestReply {
        try await send(method, path, headers: headers, bytes: body.map { Array($0.utf8) })
    }

    /// The same with a body of any bytes.
    package func send(
        _ method: HTTPRequest.Method, _ path: String, headers: [String: String] = [:], bytes: [UInt8]?
    ) async throws -> TestReply {
        let reply = try await TestClient.send(method, path, port: port, headers: headers, body: bytes)
        try routes.check(reply, to: method, path)
        return reply
    }

    /// Sends a request for a page for people, which the document of the interface does not have.
    package func sendForPage(
        _ method: HTTPRequest.Method, _ path: String, headers: [String: String] = [:], body: String? = nil
    ) async throws -> TestReply {
        try await TestClient.send(
            method, path, port: port, headers: headers, body: body.map { Array($0.utf8) })
    }

    /// A connection on which bytes are sent as they stand.
    package func connect() async throws -> RawConnection { try await RawConnection(port: port) }

    /// Sends bytes as they stand and takes all that comes until the server closes the connection.
    package func exchange(_ text: String) async throws -> String {
        let connection = try await connect()
        try await connection.write(text)
        return try await connection.readToEnd()
    }
}

/// Runs a server on a free port with an archive of its own, which go when the test is over.
///
/// - Parameters:
///   - settings: changes how it is run.
///   - endpoints: what it offers beside its own.
///   - webSockets: the same for WebSockets.
///   - logger: where it says what it does.
///   - prepare: fills the archive.
///   - accounts: who may use it; `nil` where nobody signs in.
///   - tools: what interviews are held with.
///   - voice: hears those who speak; `nil` for nobody.
///   - test: what is tried.
package func withServer<Value>(
    _ settings: (inout ServerSettings) -> Void = { _ in }, endpoints: [Endpoint] = [],
    webSockets: [WebSocketEndpoint] = [],
    logger: Logger = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }),
    prepare: (Archive) async throws -> Void = { _ in },
    accounts: (Archive) async throws -> AccountService? = { _ in nil },
    tools: InterviewTools = InterviewTools(),
    voice: (VivaService) -> LiveVoice? = { _ in nil },
    _ test: @escaping (TestServer) async throws -> Value
) async throws -> Value {
    let folder = try TestFolder()
    let archive = try await Archive.open(folder.file("home"))
    try await prepare(archive)
    var chosen = ServerSettings()
    chosen.port = 0
    // Beside all other tests a client may take its time; who tries what is too slow says so.
    (chosen.headSeconds, chosen.idleSeconds, chosen.shutdownSeconds) = (600, 600, 600)
    settings(&chosen)
    let service = VivaService(archive: archive, tools: tools)
    let server = VivaServer(
        settings: chosen, service: service, version: "1.2.3", logger: logger,
        accounts: try await accounts(archive), voice: voice(service), more: endpoints,
        webSockets: webSockets)
    let (runnings, announce) = AsyncStream.makeStream(
        of: RunningServer.self, bufferingPolicy: .bufferingOldest(1))
    let run = Task {
        defer { announce.finish() }
        try await server.run(signals: []) { announce.yield($0) }
    }
    var found: RunningServer?
    for await running in runnings {
        found = running
        break
    }
    guard let running = found else {
        try await run.value
        throw NotStarted()
    }
    let result: Result<Value, any Error>
    do {
        result = .success(
            try await test(
                TestServer(server: server, running: running, routes: DocumentedRoutes(server.endpoints))))
    } catch { result = .failure(error) }
    running.stop()
    try await run.value
    await archive.close()
    return try result.get()
}

/// The server ended before it took requests.
struct NotStarted: Error {}
