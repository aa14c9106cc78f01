import Speech

/// The calls that a worker is busy with.
actor WorkerCalls {
    /// The thread that writes.
    nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

    private let queue = SerialQueue(label: "viva.recognition.answers")
    private let pipe: WorkerPipe
    private var running: [Int: Task<Void, Never>] = [:]

    /// Takes over a descriptor.
    init(_ output: Int32) { pipe = WorkerPipe(input: output, output: output) }

    /// Says something unasked.
    func say(_ reply: WorkerMessage.Reply) {
        // A parent that has gone is noticed by whoever reads its requests.
        try? pipe.send(reply)
    }

    /// Begins a call, which is answered when it is done, or gives up an earlier one.
    func begin(_ call: WorkerMessage.Call, _ samples: [Float], _ recognizer: any Recognizer) {
        if case .cancel = call.request {
            running[call.number]?.cancel()
            return
        }
        running[call.number] = Task {
            end(call.number, await Self.reply(to: call.request, samples, recognizer))
        }
    }

    private func end(_ number: Int, _ reply: WorkerMessage.Reply) {
        running[number] = nil
        try? pipe.send(WorkerMessage.Answer(number: number, reply: reply))
    }

    private static func reply(
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
                    return clip.utterance(Array(rest.prefix(clip.samples)))
                }
                let words = try await recognizer.recognize(utterances)
                return .words(words, remarks: await recognizer.takeRemarks())
            case .preview(let clip): return .text(try await recognizer.preview(clip.utterance(samples).audio))
            case .quickText(let clip):
                return .text(try await recognizer.quickText(of: clip.utterance(samples)))
            case .along(let clip, let endSample):
                let words = try await recognizer.recognize(along: clip.utterance(samples), until: endSample)
                return .words([words], remarks: await recognizer.takeRemarks())
            case .syllables(let words): return .syllables(await recognizer.syllableCounts(of: words))
            case .cancel: return .prepared
            }
        } catch {
            return .failed(.init(error))
        }
    }
}

extension WorkerMessage.Clip {
    /// The utterance whose samples these are.
    fileprivate func utterance(_ samples: [Float]) -> Utterance {
        Utterance(audio: AudioBuffer(samples: samples, startSample: startSample), speech: speech)
    }
}
