import CSpawn
import Dispatch
import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// A running worker: its process, which any thread may end, and what it says about itself.
final class WorkerProcess: Sendable {
    /// It could not be started.
    struct Failure: Error {
        var reason: String
    }

    /// How long a worker may be silent over one request, in seconds. Half a minute of speech takes it a few seconds to
    /// half a minute; more than this means that it hangs.
    static let limitSilenceSeconds = 600

    /// `nil` once its end was taken note of: the number may then belong to another process.
    private let identifier: Mutex<pid_t?>
    /// A nameless file with what it wrote to standard error.
    private let messages: Int32

    private init(identifier: pid_t, messages: Int32) {
        self.identifier = Mutex(identifier)
        self.messages = messages
    }

    deinit {
        _ = end()
        close(messages)
    }

    /// Starts `program`; `line` is a socket that is its standard input and output, for the caller to close.
    static func start(
        _ program: String, _ arguments: [String]
    ) throws(Failure) -> (process: WorkerProcess, line: Int32) {
        var ends: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw failure("no line to it could be made") }
        defer { close(ends[1]) }
        // A `timeval`: seconds and microseconds. The type itself belongs to whichever C module the compiler met first.
        var limit: (seconds: Int, microseconds: Int) = (limitSilenceSeconds, 0)
        setsockopt(ends[0], SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout.size(ofValue: limit)))
        let messages: Int32
        do throws(Failure) { messages = try nameless() } catch {
            close(ends[0])
            throw error
        }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, messages, STDERR_FILENO)
        // What else is open here, such as connections of a server, is nothing to a worker, and would stay open for as long as it lives.
        cspawn_close_from(&actions, STDERR_FILENO + 1)
        var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var child: pid_t = 0
        let code = posix_spawn(&child, program, &actions, nil, &words, environ)
        guard code == 0 else {
            close(ends[0])
            close(messages)
            throw Failure(reason: "\(program) could not be started: \(String(cString: strerror(code)))")
        }
        return (WorkerProcess(identifier: child, messages: messages), ends[0])
    }

    /// Ends the process, from any thread; whoever waits for its answer finds the line closed. It has a moment to end what
    /// it runs itself.
    func kill() {
        signal(SIGTERM)
        DispatchQueue.global().asyncAfter(deadline: .now() + 1) { [weak self] in self?.signal(SIGKILL) }
    }

    private func signal(_ number: Int32) {
        identifier.withLock { child in
            if let child { _ = Glibc.kill(child, number) }
        }
    }

    /// Makes sure that the process has ended; returns how, in words.
    func end() -> String {
        identifier.withLock { child in
            guard let process = child else { return "it had ended" }
            child = nil
            var status: Int32 = 0
            // A process that closed its line may still be on its way out: give its own end a moment, so that the reason
            // is its own and not ours.
            for _ in 0..<50 {
                let ended = waitpid(process, &status, WNOHANG)
                if ended == process { return describe(status) }
                if ended < 0, errno != EINTR { return "it was lost" }
                usleep(2000)
            }
            _ = Glibc.kill(process, SIGKILL)
            while waitpid(process, &status, 0) < 0, errno == EINTR {}
            return describe(status)
        }
    }

    private func describe(_ status: Int32) -> String {
        let signal = status & 0x7F
        let way = signal == 0 ? "it ended with code \(status >> 8 & 0xFF)" : "signal \(signal) ended it"
        let said = lastMessage()
        return said.isEmpty ? way : "\(way): \(said)"
    }

    /// The last line that it wrote to standard error.
    private func lastMessage() -> String {
        var bytes = [UInt8](repeating: 0, count: 2000)
        let size = lseek(messages, 0, SEEK_END)
        let count = bytes.withUnsafeMutableBytes {
            pread(messages, $0.baseAddress, $0.count, max(0, size - $0.count))
        }
        let text = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
        return text.split(whereSeparator: \.isNewline).last.map(String.init) ?? ""
    }

    private static func nameless() throws(Failure) -> Int32 {
        let file: TemporaryFile
        do throws(Decoder.Failure) { file = try TemporaryFile([]) } catch {
            throw Failure(reason: error.reason)
        }
        // The open file stays when its name goes with `file`.
        let descriptor = open(file.path, O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("the file \(file.path) could not be opened") }
        return descriptor
    }

    private static func failure(_ what: String) -> Failure {
        Failure(reason: "\(what): \(String(cString: strerror(errno)))")
    }
}
