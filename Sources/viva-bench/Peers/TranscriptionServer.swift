import FoundationEssentials
import SystemPackage

#if canImport(Glibc)
    import Glibc
#endif

/// The server of `bench/peers/transcription_server.py`, which runs as long as this value is kept.
final class TranscriptionServer {
    /// Its base address, as `EndpointConfiguration` takes it.
    let address: String

    private let child: pid_t
    /// The server ends when this one is closed.
    private let input: FileDescriptor

    /// Starts the server and waits until its model is loaded.
    init(_ peers: PeerSetup) throws {
        let (itsInput, input) = try FileDescriptor.pipe()
        let (output, itsOutput) = try FileDescriptor.pipe()
        // Programs that are measured meanwhile must not keep the server's input open.
        for end in [itsInput, input, output, itsOutput] { _ = fcntl(end.rawValue, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, itsInput.rawValue, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, itsOutput.rawValue, STDOUT_FILENO)
        var words: [UnsafeMutablePointer<CChar>?] =
            ([peers.python.path] + peers.arguments("transcription_server.py", [])).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var child: pid_t = 0
        let code = posix_spawnp(&child, peers.python.path, &actions, nil, &words, environ)
        try itsInput.close()
        try itsOutput.close()
        let line = code == 0 ? try output.closeAfter { try Self.firstLine(of: output) } : ""
        guard line.hasPrefix("http://127.0.0.1:") else {
            if code != 0 { try output.close() }
            try input.close()
            if code == 0 { _ = waitpid(child, nil, 0) }
            throw PeerFailure(
                description:
                    "\(peers.python.path) could not serve \(PeerPython.scripts)/transcription_server.py.")
        }
        (self.child, self.input, address) = (child, input, line)
    }

    deinit {
        try? input.close()
        _ = waitpid(child, nil, 0)
    }

    /// The processor seconds it has used, user and system together.
    var processorSeconds: Double {
        let status = (try? String(contentsOf: URL(filePath: "/proc/\(child)/stat"), encoding: .utf8)) ?? ""
        return Self.ticks(status) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }

    /// The most memory it has had in use, in megabytes (10^6 bytes).
    var peakMegabytes: Double {
        let status = (try? String(contentsOf: URL(filePath: "/proc/\(child)/status"), encoding: .utf8)) ?? ""
        return Self.peakKibibytes(status) * 1024 / 1_000_000
    }

    /// The ticks of user and system time in a line of `/proc/PID/stat`: the 14th and 15th field, counted behind the name,
    /// which may hold blanks and brackets (proc(5)).
    static func ticks(_ status: String) -> Double {
        let fields = (status.split(separator: ")").last ?? "").split(separator: " ")
        return fields.dropFirst(11).prefix(2).compactMap { Double($0) }.reduce(0, +)
    }

    /// The peak in the text of `/proc/PID/status`.
    static func peakKibibytes(_ status: String) -> Double {
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
        return line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Double($0) } ?? 0
    }

    private static func firstLine(of output: FileDescriptor) throws -> String {
        var bytes: [UInt8] = []
        var byte: [UInt8] = [0]
        while try byte.withUnsafeMutableBytes({ try output.read(into: $0) }) == 1,
            byte[0] != UInt8(ascii: "\n")
        {
            bytes += byte
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
