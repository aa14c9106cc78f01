import Speech

/// A worker that has loaded its model, and the line to it.
final class Worker {
    /// A worker that is there no more.
    struct Death: Error {
        var reason: String
    }

    let process: WorkerProcess
    let nature: WorkerMessage.Nature
    private var pipe: WorkerPipe

    private init(process: WorkerProcess, pipe: consuming WorkerPipe, nature: WorkerMessage.Nature) {
        self.process = process
        self.pipe = pipe
        self.nature = nature
    }

    /// Starts a program and waits until its recogniser is there.
    static func start(_ program: String, _ arguments: [String]) throws(RecognitionError) -> sending Worker {
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
        var pipe = WorkerPipe(input: line, output: line)
        let reply: WorkerMessage.Reply?
        do throws(WorkerPipe.Failure) { reply = try pipe.receive(WorkerMessage.Reply.self) } catch {
            throw failure(Self.reason(error, process))
        }
        switch reply {
        case .ready(let nature): return Worker(process: process, pipe: pipe, nature: nature)
        case .failed(let reason): throw reason.error
        case nil: throw failure(process.end())
        default: throw failure("it answered before it was asked")
        }
    }

    /// Asks for something and waits for the answer.
    func answer(
        to request: WorkerMessage.Request, _ payload: [UInt8]
    ) -> Result<WorkerMessage.Reply, Death> {
        do throws(WorkerPipe.Failure) {
            try pipe.send(request, payload)
            if let reply = try pipe.receive(WorkerMessage.Reply.self) { return .success(reply) }
            return .failure(Death(reason: process.end()))
        } catch {
            return .failure(Death(reason: Self.reason(error, process)))
        }
    }

    private static func reason(_ failure: WorkerPipe.Failure, _ process: WorkerProcess) -> String {
        guard case .broken(let reason) = failure else { return process.end() }
        process.kill()
        _ = process.end()
        return reason
    }
}
