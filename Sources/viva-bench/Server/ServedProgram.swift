import Foundation
import HTTPClient
import Speech

#if canImport(Glibc)
    import Glibc
#endif

/// A server that runs beside this program.
struct ServedProgram {
    /// Where it is, such as `http://127.0.0.1:8000`.
    let address: String
    private let process: Process

    /// Starts a server and waits until it answers.
    ///
    /// - Parameters:
    ///   - arguments: what stands behind the program's name; `PORT` in it becomes the port.
    ///   - path: what is asked until it is answered with 200.
    ///   - log: the file that gets what it writes on standard error.
    /// - Throws: `MeasuredProcess.Failure` when it ends, or does not answer within a minute.
    static func start(
        _ program: String, _ arguments: [String], port: Int, path: String, log: String,
        over transport: HTTPTransport
    ) async throws -> ServedProgram {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments.map { $0 == "PORT" ? "\(port)" : $0 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        if !FileManager.default.fileExists(atPath: log) {
            guard FileManager.default.createFile(atPath: log, contents: nil) else {
                throw MeasuredProcess.Failure(description: "\(log) could not be made.")
            }
        }
        let errors = try FileHandle(forWritingTo: URL(filePath: log))
        try errors.seekToEnd()
        process.standardError = errors
        try process.run()
        let server = ServedProgram(address: "http://127.0.0.1:\(port)", process: process)
        for _ in 0..<600 {
            guard process.isRunning else { break }
            if let url = URL(string: server.address + path),
                let reply = try? await transport.send(HTTPRequest(.get, url)), reply.isSuccess
            {
                return server
            }
            try await Task.sleep(for: .milliseconds(100))
        }
        server.kill()
        let said = (try? String(contentsOf: URL(filePath: log), encoding: .utf8))?.suffix(600) ?? ""
        throw MeasuredProcess.Failure(
            description:
                "\(program) \(arguments.joined(separator: " ")) did not answer at \(server.address)\(path): \(said)"
        )
    }

    /// Whether it still runs.
    var isRunning: Bool { process.isRunning }

    /// Kills it (SIGKILL) and waits until it is gone.
    func kill() {
        Glibc.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// Asks it to end and waits until it has.
    func end() {
        process.terminate()
        process.waitUntilExit()
    }

    /// A port at which nobody listens just now.
    static func freePort() throws -> Int {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(socket) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let code = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, length) == 0 ? getsockname(socket, $0, &length) : -1
            }
        }
        guard code == 0 else { throw MeasuredProcess.Failure(description: "No port is free.") }
        return Int(UInt16(bigEndian: address.sin_port))
    }
}
