import Foundation
import HTTPClient
import Speech

/// A folder with sample data and an account, and the server on it.
struct ServerHome {
    /// The name of the account.
    static let login = "bench"
    private static let password = "correct mule battery"

    /// The folder.
    let folder: String
    /// What `viva serve` gets beside folder and port.
    var options: [String] = []

    /// Fills the folder with sample data and makes an account for one of its people.
    func fill(person: String) async throws {
        let viva = Sibling.viva
        _ = try MeasuredProcess.run(
            viva, ["database", "seed", "--home", folder, "--yes"], showingErrors: true)
        let process = Process()
        process.executableURL = URL(filePath: viva)
        process.arguments = ["users", "add", Self.login, "--person", person, "--home", folder]
        let input = Pipe()
        process.standardInput = input
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data((Self.password + "\n").utf8))
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw MeasuredProcess.Failure(description: "viva users add failed.")
        }
    }

    /// Starts the server.
    func serve(over transport: HTTPTransport) async throws -> ServedProgram {
        try await ServedProgram.start(
            Sibling.viva, ["serve", "--home", folder, "--port", "PORT"] + options,
            port: ServedProgram.freePort(), path: "/health", log: folder + "-server.log", over: transport)
    }

    /// Signs in.
    func client(of server: ServedProgram, over transport: HTTPTransport) async throws -> ServerClient {
        var client = ServerClient(transport: transport, address: server.address)
        let reply = try await client.done(
            .post, "/api/v1/auth/login/",
            ["username": .text(Self.login), "password": .text(Self.password)])
        client.token = reply.json["access"]?.string
        return client
    }
}
