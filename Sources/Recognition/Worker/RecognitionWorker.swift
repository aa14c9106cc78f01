import Foundation
import Programs
public import Speech

#if canImport(Glibc)
    import Glibc
#endif

/// What a worker process runs: it makes one recogniser and hears what comes on standard input, until that ends.
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
        var pipe = WorkerPipe(input: input, output: output)
        do {
            let recognizer: any Recognizer
            do throws(RecognitionError) { recognizer = try await make() } catch {
                try pipe.send(WorkerMessage.Reply.failed(.init(error)))
                return false
            }
            try pipe.send(WorkerMessage.Reply.ready(.init(recognizer)))
            while let request = try pipe.receive(WorkerMessage.Request.self) {
                let payload = try samples(after: request, from: &pipe)
                try await pipe.send(answer(to: request, payload, recognizer))
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

    private static func samples(
        after request: WorkerMessage.Request, from pipe: inout WorkerPipe
    ) throws(WorkerPipe.Failure) -> [Float] {
        let count = request.sampleCount
        guard (0...WorkerMessage.limitSamples).contains(count) else { throw .broken("too many samples") }
        return WorkerMessage.samples(try pipe.payload(count: count * MemoryLayout<Float>.size))
    }

    private static func answer(
        to request: WorkerMessage.Request, _ samples: [Float], _ recognizer: any Recognizer
    ) async -> WorkerMessage.Reply {
        do throws(RecognitionError) {
            switch request {
            case .expect(let context):
                try await recognizer.expect(context)
                return .prepared
            case .recognize(let clips):
                var rest = samples[...]
                let utterances = clips.map { clip in
                    defer { rest = rest.dropFirst(clip.samples) }
                    let audio = AudioBuffer(
                        samples: Array(rest.prefix(clip.samples)), startSample: clip.startSample)
                    return Utterance(audio: audio, speech: clip.speech)
                }
                let words = try await recognizer.recognize(utterances)
                return .words(words, remarks: await recognizer.takeRemarks())
            }
        } catch {
            return .failed(.init(error))
        }
    }
}
