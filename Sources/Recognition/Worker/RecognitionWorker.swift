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
    /// Serves until the input ends.
    ///
    /// - Returns: Whether the input ended between two requests and the recogniser could be made.
    public static func serve(_ make: @Sendable () async throws(RecognitionError) -> any Recognizer) async
        -> Bool
    {
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
