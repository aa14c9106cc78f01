import SystemPackage

#if canImport(Glibc)
    import Glibc
#endif

/// A program run to its end, with what the operating system says it used.
struct MeasuredProcess {
    /// Seconds from the start to the end.
    var wallSeconds: Double
    /// Processor seconds of the program, user and system together.
    var processorSeconds: Double
    /// The most memory it had in use, in megabytes (10^6 bytes).
    var peakMegabytes: Double
    /// What it wrote on standard output.
    var output: String
    /// Seconds from the start to the first byte on standard output; `nil` when nothing came.
    var firstOutputSeconds: Double?

    /// The program could not be started, or failed.
    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    /// Runs a program; what it writes on standard error is thrown away unless it is to be shown.
    static func run(
        _ program: String, _ arguments: [String], showingErrors: Bool = false
    ) throws -> MeasuredProcess {
        let (readEnd, writeEnd) = try FileDescriptor.pipe()
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, writeEnd.rawValue, STDOUT_FILENO)
        posix_spawn_file_actions_addclose(&actions, readEnd.rawValue)
        if !showingErrors {
            posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        }

        let start = ContinuousClock.now
        var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var child: pid_t = 0
        let code = posix_spawnp(&child, program, &actions, nil, &words, environ)
        try writeEnd.close()
        guard code == 0 else {
            try readEnd.close()
            throw Failure(description: "\(program) could not be started: \(Errno(rawValue: code)).")
        }
        let (output, first) = try readEnd.closeAfter { try readAll(readEnd, since: start) }

        var status: Int32 = 0
        var usage = rusage()
        guard wait4(child, &status, 0, &usage) == child else {
            throw Failure(description: "\(program) was lost: \(Errno(rawValue: errno)).")
        }
        guard status == 0 else {
            throw Failure(
                description: "\(program) \(arguments.joined(separator: " ")) failed (status \(status)).")
        }
        return MeasuredProcess(
            wallSeconds: start.duration(to: .now).inSeconds,
            processorSeconds: seconds(usage.ru_utime) + seconds(usage.ru_stime),
            peakMegabytes: Double(usage.ru_maxrss) * 1024 / 1_000_000, output: output,
            firstOutputSeconds: first)
    }

    private static func readAll(
        _ descriptor: FileDescriptor, since start: ContinuousClock.Instant
    ) throws -> (String, Double?) {
        var bytes: [UInt8] = []
        var first: Double?
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = try chunk.withUnsafeMutableBytes { try descriptor.read(into: $0) }
            if count == 0 { break }
            first = first ?? start.duration(to: .now).inSeconds
            bytes += chunk[..<count]
        }
        return (String(decoding: bytes, as: UTF8.self), first)
    }

    private static func seconds(_ time: timeval) -> Double {
        Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000
    }
}

extension Duration {
    /// The duration in seconds.
    var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
