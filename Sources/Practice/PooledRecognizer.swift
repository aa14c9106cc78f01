public import Speech
import Synchronization

/// A recogniser for one recording that hears each utterance with one of a pool, prepared for this recording.
public struct PooledRecognizer: Recognizer {
    /// As of those of the pool.
    public let name: String
    /// As of those of the pool.
    public let mistakesFilledPauses: Bool
    /// As of those of the pool.
    public let windowSeconds: Double
    private let pool: RecognizerPool
    private let context: HearingContext?
    private let rate: @Sendable (Double) -> Double?
    private let remarks = Remarks()

    /// A recogniser for one recording.
    ///
    /// - Parameter context: what is known of the recording.
    /// - Throws: What making the pool's first recogniser throws.
    public init(pool: RecognizerPool, context: HearingContext?) async throws {
        let recognizer = try await pool.example()
        self.pool = pool
        self.context = context
        name = recognizer.name
        mistakesFilledPauses = recognizer.mistakesFilledPauses
        windowSeconds = recognizer.windowSeconds
        rate = { recognizer.expectedWordErrorRate(meanConfidence: $0) }
    }

    /// The words of an utterance.
    ///
    /// - Throws: `RecognitionError`.
    public func recognize(_ utterance: Utterance) async throws(RecognitionError) -> [Word] {
        try await recognize([utterance])[0]
    }

    /// The words of utterances that are heard together.
    ///
    /// - Throws: `RecognitionError`.
    public func recognize(_ utterances: [Utterance]) async throws(RecognitionError) -> [[Word]] {
        guard let first = utterances.first else { return [] }
        var loan: RecognizerPool.Loan
        do { loan = try await pool.borrow(for: context) } catch let error as RecognitionError {
            throw error
        } catch {
            throw .engineFailed(engine: name, reason: "\(error)")
        }
        do throws(RecognitionError) {
            if Task.isCancelled { throw .stopped(in: first.speech) }
            if loan.context != context {
                try await loan.recognizer.expect(context)
                loan.context = context
            }
            let words = try await loan.recognizer.recognize(utterances)
            remarks.add(await loan.recognizer.takeRemarks())
            await pool.giveBack(loan)
            return words
        } catch {
            await pool.giveBack(loan)
            throw error
        }
    }

    /// Nothing: previews are for live answers.
    public func preview(_ audio: AudioBuffer) async throws(RecognitionError) -> String { "" }

    /// What the borrowed recognisers had to say, each thing once.
    public func takeRemarks() async -> [String] { remarks.take() }

    /// As of those of the pool.
    public func expectedWordErrorRate(meanConfidence: Double) -> Double? { rate(meanConfidence) }
}

/// What the borrowed recognisers had to say of this recording's utterances, each thing once.
private final class Remarks: Sendable {
    private let sentences = Mutex<[String]>([])

    func add(_ new: [String]) {
        sentences.withLock { kept in kept += new.filter { !kept.contains($0) } }
    }

    func take() -> [String] {
        sentences.withLock { kept in
            defer { kept = [] }
            return kept
        }
    }
}
