import Speech

/// What a worker is asked, read on a thread of its own, so that what is being heard is not held up.
actor WorkerInput {
    /// The thread that waits.
    nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

    private let queue = SerialQueue(label: "viva.recognition.requests")
    private var pipe: WorkerPipe

    /// Takes over a descriptor.
    init(_ input: Int32) { pipe = WorkerPipe(input: input, output: input) }

    /// The next call with its samples; `nil` when none comes any more.
    func next() throws(WorkerPipe.Failure) -> (call: WorkerMessage.Call, samples: [Float])? {
        guard let call = try pipe.receive(WorkerMessage.Call.self) else { return nil }
        let count = call.request.sampleCount
        guard (0...WorkerMessage.limitSamples).contains(count) else { throw .broken("too many samples") }
        return (call, WorkerMessage.samples(try pipe.payload(count: count * MemoryLayout<Float>.size)))
    }
}
