import Foundation
import Programs
public import Speech

#if canImport(Glibc)
    import Glibc
#endif

/// What a worker process runs: it makes one recogniser and hears what comes on standard input, until that ends. What is asked while
/// something is being heard is begun at once; the recogniser says what waits for what.
///
/// The answers go to where standard output led when it began; what anything else prints from then on goes to standard
/// error. Ctrl-C is the parent's business.
public enum RecognitionWorker {
    /// Who waits for what a worker hears.
    public enum Urgency: Sendable, Hashable {
        /// Somebody who is there.
        case soon
        /// Nobody: it may take the time that others leave.
        case whenIdle
    }

    /// How far a worker that nobody waits for stands back behind others, as `nice` counts it.
    private static let niceness: Int32 = 10

    /// Serves until the input ends.
    ///
    /// - Returns: Whether the input ended between two requests and the recogniser could be made.
    public static func serve(
        _ urgency: Urgency = .soon, _ make: @Sendable () async throws(RecognitionError) -> any Recognizer
    ) async -> Bool {
        if urgency == .whenIdle { standBack() }
        signal(SIGINT, SIG_IGN)
        signal(SIGPIPE, SIG_IGN)
        let output = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
        let input = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3)
        guard output >= 0, input >= 0, dup2(STDERR_FILENO, STDOUT_FILENO) >= 0 else { return false }
        endWithParent(input)
        let requests = WorkerInput(input)
        let calls = WorkerCalls(output)
        let recognizer: any Recognizer
        do throws(RecognitionError) { recognizer = try await make() } catch {
            await calls.say(.failed(.init(error)))
            return false
        }
        await calls.say(.ready(.init(recognizer)))
        do {
            while let (call, samples) = try await requests.next() {
                await calls.begin(call, samples, recognizer)
            }
            return true
        } catch {
            // The parent is gone, or does not speak this language: there is nobody to tell.
            return false
        }
    }

    /// Lets others have the processors first. On Linux each thread has a rank of its own, and hands it on to those that it makes. Where the
    /// process may take ranks back (root with all capabilities), libdispatch gives its threads the usual ones again.
    private static func standBack() {
        let threads = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/task")) ?? []
        for thread in threads.compactMap({ id_t($0) }) {
            // Where the system refuses it, all is heard, only sooner.
            _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), thread, niceness)
        }
    }

    /// Ends the process, and the programs that hear for it, when it is asked to or when its parent has gone.
    private static func endWithParent(_ line: Int32) {
        signal(SIGTERM, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: SIGTERM, queue: .global())
        source.setEventHandler {
            // The handler keeps its source alive by naming it.
            source.cancel()
            RunningPrograms.endAll()
            _exit(128 + SIGTERM)
        }
        source.resume()
        Thread.detachNewThread {
            // A line that was closed at its other end is reported without being asked for.
            var watched = pollfd(fd: line, events: 0, revents: 0)
            while poll(&watched, 1, -1) < 0, errno == EINTR {}
            RunningPrograms.endAll()
            // Nobody waits for what is being heard.
            _exit(0)
        }
    }
}
