import Foundation
import Speech
import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// A worker that has loaded its model, and the line to it: any number of calls may wait for their answers at once.
final class Worker: Sendable {
    /// A worker that is there no more.
    struct Death: Error {
        var reason: String
    }

    private typealias Waiting = CheckedContinuation<Result<WorkerMessage.Reply, Death>, Never>

    private struct State {
        var lastNumber = 0
        var waiting: [Int: (since: ContinuousClock.Instant, turn: Waiting)] = [:]
        var death: Death?
    }

    let process: WorkerProcess
    let nature: WorkerMessage.Nature
    private let output: Mutex<WorkerPipe>
    private let line: Int32
    private let state: Mutex<State>

    private init(
        process: WorkerProcess, input: consuming WorkerPipe, line: Int32, nature: WorkerMessage.Nature
    ) {
        self.process = process
        self.line = line
        self.nature = nature
        output = Mutex(WorkerPipe(input: line, output: line))
        state = Mutex(State())
        let reader = WorkerAnswers(input)
        Thread.detachNewThread { [weak self, process] in
            while let answer = reader.next(isHanging: { self?.isHanging ?? false }) { self?.take(answer) }
            self?.end(reader.reason(process))
        }
    }

    deinit {
        // Whoever reads at either end sees that nothing more comes.
        shutdown(line, Int32(SHUT_RDWR))
    }

    /// Starts a program and waits until its recogniser is there, on a thread of its own: the model takes seconds, in which none of the few
    /// threads may be held that all tasks share. A cancelled task ends it at once.
    static func started(_ program: String, _ arguments: [String]) async throws(RecognitionError) -> Worker {
        let beginning = WorkerBeginning()
        let result: Result<Worker, RecognitionError> = await withTaskCancellationHandler {
            await withCheckedContinuation { turn in
                Thread.detachNewThread {
                    do throws(RecognitionError) {
                        turn.resume(returning: .success(try start(program, arguments, beginning)))
                    } catch { turn.resume(returning: .failure(error)) }
                }
            }
        } onCancel: {
            beginning.cancel()
        }
        return try result.get()
    }

    /// Starts a program and waits until its recogniser is there; it holds up the thread.
    ///
    /// - Parameter beginning: ends it when nobody waits for it any more.
    static func start(
        _ program: String, _ arguments: [String], _ beginning: WorkerBeginning
    ) throws(RecognitionError) -> Worker {
        func failure(_ reason: String) -> RecognitionError {
            .engineFailed(engine: "The decoder's process", reason: reason)
        }
        let process: WorkerProcess
        let line: Int32
        do throws(WorkerProcess.Failure) {
            (process, line) = try WorkerProcess.start(program, arguments)
        } catch {
            throw failure(error.reason)
        }
        beginning.began(process)
        let copy = fcntl(line, F_DUPFD_CLOEXEC, 3)
        guard copy >= 0 else {
            close(line)
            throw failure(String(cString: strerror(errno)))
        }
        var pipe = WorkerPipe(input: copy, output: copy)
        var nature: WorkerMessage.Nature?
        var problem: RecognitionError?
        do throws(WorkerPipe.Failure) {
            switch try pipe.receive(WorkerMessage.Reply.self) {
            case .ready(let made): nature = made
            case .failed(let reason): problem = reason.error
            case nil: problem = failure(process.end())
            default: problem = failure("it answered before it was asked")
            }
        } catch {
            problem = failure(Self.reason(error, process))
        }
        guard let nature else {
            close(line)
            throw problem ?? failure("it said nothing")
        }
        return Worker(process: process, input: pipe, line: line, nature: nature)
    }

    /// Asks for something and waits for the answer.
    ///
    /// - Parameter onCancel: what is done when nobody waits for the answer any more, which comes nevertheless or with the worker's end.
    func answer(
        to request: WorkerMessage.Request, _ payload: [UInt8], onCancel: Cancellation
    ) async -> Result<WorkerMessage.Reply, Death> {
        let number = state.withLock { state in
            state.lastNumber += 1
            return state.lastNumber
        }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { turn in
                let death = state.withLock { state in
                    if state.death == nil { state.waiting[number] = (.now, turn) }
                    return state.death
                }
                if let death { return turn.resume(returning: .failure(death)) }
                send(WorkerMessage.Call(number: number, request: request), payload)
            }
        } onCancel: {
            switch onCancel {
            case .endsTheWorker: process.kill()
            case .endsTheCall: send(WorkerMessage.Call(number: number, request: .cancel), [])
            }
        }
    }

    /// What becomes of a call that nobody waits for.
    enum Cancellation {
        /// The worker ends, since it cannot be stopped otherwise.
        case endsTheWorker
        /// The worker is asked to end the call.
        case endsTheCall
    }

    private func send(_ call: WorkerMessage.Call, _ payload: [UInt8]) {
        let isSent = output.withLock { output in
            do throws(WorkerPipe.Failure) {
                try output.send(call, payload)
                return true
            } catch { return false }
        }
        // Its end is noticed by whoever reads its answers, and told to all who wait.
        if !isSent { process.kill() }
    }

    private func take(_ answer: WorkerMessage.Answer) {
        let waiting = state.withLock { $0.waiting.removeValue(forKey: answer.number) }
        waiting?.turn.resume(returning: .success(answer.reply))
    }

    private func end(_ reason: String) {
        let death = Death(reason: reason)
        let waiting = state.withLock { state in
            defer { state.waiting = [:] }
            state.death = death
            return state.waiting.values
        }
        for call in waiting { call.turn.resume(returning: .failure(death)) }
    }

    /// Whether something has waited for longer than anything takes.
    private var isHanging: Bool {
        let limit = Duration.seconds(WorkerProcess.limitSilenceSeconds)
        return state.withLock { $0.waiting.values.contains { $0.since.duration(to: .now) >= limit } }
    }

    static func reason(_ failure: WorkerPipe.Failure, _ process: WorkerProcess) -> String {
        let reason: String
        switch failure {
        case .ended: return process.end()
        case .silent: reason = "it did not answer in time"
        case .broken(let problem): reason = problem
        }
        process.kill()
        _ = process.end()
        return reason
    }
}
