import Archive
public import Audio
public import Interview
public import Speech
import Storage

/// Taking spoken answers: from a file, from a live source, and from what a crash left behind.
extension PracticeRoom {
    /// What becomes of an answer whose recording was cut short.
    public enum Leftovers: Sendable, Hashable {
        /// It is an answer as far as it goes.
        case takenIn
        /// It is gone on with.
        case kept
    }

    /// What becomes of a recording that lacks a part of what it promises.
    public enum Incomplete: Sendable, Hashable {
        /// It is an answer as far as it goes.
        case taken
        /// It is none.
        case refused
    }

    /// Takes a recorded answer: decodes it into the folder of the interview, where it is whole and on the disk before
    /// anything is made of it.
    ///
    /// - Parameters:
    ///   - code: code that was given beside it.
    ///   - seconds: how long the answer took, thinking included, in seconds; `nil` where that is not known.
    ///   - addresses: where others keep its sound or picture.
    ///   - limitSeconds: how long the recording may be; `nil` for any length.
    ///   - incomplete: what becomes of one that is cut short or damaged.
    /// - Throws: `AudioError` when the file cannot be decoded to its end, `RecordingTooLong`, `RecordingIncomplete`; the interview then still waits.
    ///   `CancellationError` when the task was cancelled.
    public func take(
        recording file: AudioFile, code: String? = nil, timeTakenSeconds seconds: Double? = nil,
        addresses: AnswerAddresses? = nil, limitSeconds: Double? = nil, incomplete: Incomplete = .taken
    ) async throws {
        let name = try nextRecording()
        let copy = WorkFolder.copyInProgress(of: name)
        try await desk.removeUnfinishedCopies()
        let writer = try WAVWriter(
            path: path + "/" + copy, sampleRateHz: AudioBuffer.sampleRateHz, channels: 1)
        do {
            let buffers = try file.buffers(.mix)
            for try await buffer in buffers {
                try Task.checkCancellation()
                if let limitSeconds, buffer.time.endSeconds > limitSeconds {
                    throw RecordingTooLong(limitSeconds: limitSeconds)
                }
                try await writer.append(buffer.samples)
            }
            if incomplete == .refused, let refusal = RecordingIncomplete(await buffers.report) {
                throw refusal
            }
        } catch {
            // The copy is incomplete; the user's own file is as it was, and the first failure is the one to tell.
            try? await writer.discard()
            throw error as? AudioError == .cancelled ? CancellationError() : error
        }
        try await writer.finish()
        try await desk.settle(copy, as: name)
        try await advance(
            .received(
                .spoken(recording: name), at: equipment.moment, code: code, timeTakenSeconds: seconds,
                addresses: addresses))
    }

    /// Loads what a live answer is heard with, so that nothing is waited for once the candidate has been told to
    /// speak.
    ///
    /// - Throws: what making a recogniser throws. An answer can be recorded all the same.
    public func prepareToListen() async throws {
        _ = try await equipment.recognizers.one()
        if let turn = interview.current { await expectAnswer(to: turn) }
    }

    /// Records an answer from a live source and hears it at the same time. It is an answer of the interview as soon as the
    /// recording is whole, while the last of it is still being heard. Without a recogniser it is recorded only, and heard
    /// when it is judged.
    ///
    /// - Throws: `AudioError` when nothing could be recorded or written, `CancellationError` when the task was
    ///   cancelled before the first sound, `AnswerRecorder.Unwanted`. A source that breaks off later ends the answer, and what was said until
    ///   then counts.
    public func record(
        _ source: some AsyncSequence<AudioBuffer, AudioError> & Sendable, until rule: StopRule,
        isStopAsked: @escaping @Sendable () -> Bool = { false },
        stopSource: (@Sendable () async -> Void)? = nil, options: RecordingOptions = RecordingOptions(),
        onEvent: @escaping @Sendable (RecordingEvent) -> Void = { _ in }
    ) async throws -> AnswerRecorder.Recording {
        let name = try nextRecording()
        let recorder = AnswerRecorder(
            recognizer: await liveRecognizer(), options: options, onEvent: onEvent)
        let recording = try await recorder.record(
            source, to: path + "/" + name, until: rule, isStopAsked: isStopAsked, stopSource: stopSource
        ) {
            try await advance(.received(.spoken(recording: name), at: equipment.moment))
            onEvent(.kept)
        }
        heardLive = recording.analysis.map { (name, $0) }
        if let interruption = recording.interruption, interruption != .cancelled {
            equipment.notice("The recording broke off: \(interruption) What was said until then is kept.")
        }
        return recording
    }

    /// How much of the answer that is awaited is in the folder already, in seconds: a recording that was cut short and can be gone on
    /// with (`RecordingOptions.isContinued`). 0 for nothing.
    ///
    /// - Throws: `AudioError` when the recording cannot be reached or written.
    public func keptSeconds() throws -> Double {
        guard let name = interview.awaitedRecording else { return 0 }
        return try LeftoverAnswer.keptSeconds(path + "/" + name)
    }

    /// The recogniser for a live answer; `nil` when none can be had, which must not cost the answer.
    private func liveRecognizer() async -> (any Recognizer)? {
        do {
            return try await equipment.recognizers.one()
        } catch {
            equipment.notice("The answer is recorded, and not heard meanwhile: \(error)")
            return nil
        }
    }

    /// The name for the next take's audio.
    private func nextRecording() throws(InterviewError) -> String {
        guard let name = interview.awaitedRecording else {
            throw .notNow(event: "an answer", phase: interview.phase.description)
        }
        return name
    }

    /// Takes in an answer whose recording was cut short by a crash, or finished without being noted.
    ///
    /// - Parameter leftovers: whether one that was cut short is left where it is, to be gone on with.
    func recoverAnswer(_ leftovers: Leftovers = .takenIn) async throws {
        guard let name = interview.awaitedRecording else { return }
        if leftovers == .kept, try LeftoverAnswer.keptSeconds(path + "/" + name) > 0 { return }
        switch try LeftoverAnswer.recover(path + "/" + name) {
        case .none: return
        case .finished: break
        case .recovered(let seconds):
            equipment.notice(
                "The answer that was being recorded is kept: \(Int(seconds.rounded())) s of it were on the disk."
            )
        case .damaged(let place, let reason):
            equipment.notice(
                "The answer that was being recorded cannot be read, please give it again. \(reason) What there is "
                    + "of it was moved to \(place)")
            return
        }
        try await advance(.received(.spoken(recording: name), at: equipment.moment))
    }
}
