import Audio
import Foundation
import Speech
import Synchronization
import TestSupport
import Testing
import Vocabulary

@testable import Batch
@testable import Practice

@Suite struct BatchRunTests {
    private let folder: TestFolder

    init() throws { folder = try TestFolder() }

    /// Tone bursts with silence between: each is an utterance.
    private static func samples(bursts: Int) -> [Float] {
        let silence = [Float](repeating: 0, count: 16_000)
        let burst = (0..<8_000).map { Float(0.3 * sin(Double($0) * 0.12) * (1 + sin(Double($0) * 0.002))) }
        return (0..<bursts).flatMap { _ in silence + burst } + silence
    }

    private func jobs(recordings: Int) async throws -> [BatchJob] {
        var jobs: [BatchJob] = []
        for index in 0..<recordings {
            let path = folder.file("\(index).wav")
            let writer = try WAVWriter(path: path, sampleRateHz: AudioBuffer.sampleRateHz)
            try await writer.append(Self.samples(bursts: index % 2 + 1))
            try await writer.finish()
            var job = BatchJob(
                number: index, recording: Recording(path: path, in: "/"), input: .file(path: path),
                stem: "\(index)",
                context: HearingContext(question: "q\(index % 3)"), settings: "")
            await job.findDuration()
            jobs.append(job)
        }
        return jobs
    }

    private static func run(_ jobs: Int, pool: RecognizerPool? = nil) -> BatchRun {
        BatchRun(
            pool: pool ?? RecognizerPool(limit: jobs) { ScriptedRecognizer() }, recordingsAtOnce: jobs,
            channels: .mix,
            wording: .asHeard,
            explain: { error in
                error is AudioError || error is RecognitionError
                    ? BatchFailure(reason: "\(error)", exitCode: 65) : nil
            })
    }

    @Test func howManyAreHeardAtOnceAndInWhichOrderChangesNothing() async throws {
        let jobs = try await jobs(recordings: 5)
        func transcripts(_ ordered: [BatchJob], workers: Int) async throws -> [Int: [WrittenTranscript]] {
            let heard = Mutex<[Int: [WrittenTranscript]]>([:])
            try await Self.run(workers).run(ordered) { job, outcome, _ in
                guard case .heard(let transcripts) = outcome else { return }
                heard.withLock { $0[job.number] = transcripts }
            }
            return heard.withLock { $0 }
        }
        let one = try await transcripts(jobs, workers: 1)
        #expect(one.count == 5)
        for (number, transcripts) in one {
            #expect(transcripts.count == 1)
            #expect(transcripts[0].words.count == number % 2 + 1)
            #expect(transcripts[0].words.allSatisfy { $0.text.hasPrefix("q\(number % 3)@") })
            #expect(transcripts[0].expectedWordErrorRate == 0.25)
        }
        #expect(try await transcripts(BatchJob.longestFirst(jobs), workers: 2) == one)
        #expect(try await transcripts(jobs.reversed(), workers: 3) == one)
    }

    @Test func aRecordingThatFailsKeepsNoOtherFromBeingHeard() async throws {
        let jobs = try await jobs(recordings: 6)
        try folder.write("no sound", to: "0.wav")
        let pool = RecognizerPool(limit: 2) { ScriptedRecognizer { $0?.question == "q1" } }
        let outcomes = Mutex<[Int: Bool]>([:])
        try await Self.run(2, pool: pool).run(jobs) { job, outcome, _ in
            var isHeard = false
            if case .heard = outcome { isHeard = true }
            outcomes.withLock { $0[job.number] = isHeard }
        }
        #expect(outcomes.withLock { $0 } == [0: false, 1: false, 2: true, 3: true, 4: false, 5: true])
    }

    @Test func aResultThatCannotBeKeptEndsTheRun() async throws {
        let jobs = try await jobs(recordings: 6)
        let delivered = Mutex(0)
        await #expect(throws: BatchError.self) {
            try await Self.run(1).run(jobs) { _, _, _ in
                delivered.withLock { $0 += 1 }
                throw BatchError.outputFailed(path: "x", reason: "full")
            }
        }
        #expect(delivered.withLock { $0 } == 1)
    }

    @Test func aStoppedRunDeliversNothingMore() async throws {
        let jobs = try await jobs(recordings: 6)
        let delivered = Mutex(0)
        let task = Task {
            try await Self.run(2).run(jobs) { _, _, _ in
                delivered.withLock { $0 += 1 }
                withUnsafeCurrentTask { $0?.cancel() }
            }
        }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(delivered.withLock { $0 } == 0)
    }

    @Test func aRecogniserThatCannotBeMadeFailsAllWhoWait() async throws {
        let pool = RecognizerPool(limit: 2) { throw RecognitionError.engineFailed(engine: "x", reason: "y") }
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask { (try? await pool.borrow(for: nil)) == nil }
            }
            for await isRefused in group { #expect(isRefused) }
        }
    }

    @Test func aRecogniserGoesToWhoWaitsForTheSameAnswer() async throws {
        let pool = RecognizerPool(limit: 2) { ScriptedRecognizer() }
        var loan = try await pool.borrow(for: nil)
        let other = try await pool.borrow(for: nil)
        loan.context = HearingContext(question: "mine")
        await pool.giveBack(other)
        await pool.giveBack(loan)
        #expect(try await pool.borrow(for: HearingContext(question: "mine")).number == loan.number)
        #expect(try await pool.borrow(for: HearingContext(question: "mine")).number == other.number)
    }

    @Test func longestFirstAndUnknownLengthsByTheirSize() async throws {
        var jobs = try await jobs(recordings: 4)
        #expect(jobs.map(\.durationSeconds) == [2.5, 4, 2.5, 4])
        #expect(BatchJob.longestFirst(jobs).map(\.number) == [1, 3, 0, 2])
        jobs[3].durationSeconds = nil
        // Its size with the header says a little more than 4 s.
        #expect(BatchJob.longestFirst(jobs).map(\.number) == [3, 1, 0, 2])
        jobs[0].durationSeconds = 100
        #expect(BatchJob.longestFirst(jobs).map(\.number) == [0, 3, 1, 2])
    }

    @Test func progressTellsSpeedAndWhatIsLeft() async throws {
        var jobs = try await jobs(recordings: 4)
        jobs[0].durationSeconds = nil
        // Three known lengths of 7 s on average stand for the fourth: 28 s in all.
        for (index, seconds) in [1: 5.0, 2: 7, 3: 9] { jobs[index].durationSeconds = seconds }
        var progress = BatchProgress(jobs)
        #expect(progress.speed(afterSeconds: 1) == nil && progress.remainingSeconds(afterSeconds: 1) == nil)
        progress.heard(jobs[1], seconds: 4)
        #expect(progress.speed(afterSeconds: 2) == 2)
        #expect(progress.remainingSeconds(afterSeconds: 2) == 12)
        progress.finished(jobs[1], durationSeconds: 5)
        progress.finished(jobs[0], durationSeconds: nil)
        #expect(progress.finishedFiles == 2 && progress.failedFiles == 1)
        #expect(progress.remainingSeconds(afterSeconds: 5) == 16)
        for job in jobs[2...] { progress.finished(job, durationSeconds: 8) }
        #expect(progress.remainingSeconds(afterSeconds: 9) == 0)
    }
}
