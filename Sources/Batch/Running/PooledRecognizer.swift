import Speech

/// A recogniser for one recording that hears each utterance with one of a pool, prepared for this recording.
struct PooledRecognizer: Recognizer {
    let name: String
    private let pool: RecognizerPool
    private let context: HearingContext?
    private let rate: @Sendable (Double) -> Double?

    /// - Throws: What making the pool's first recogniser throws.
    init(pool: RecognizerPool, context: HearingContext?) async throws {
        let recognizer = try await pool.example()
        self.pool = pool
        self.context = context
        name = recognizer.name
        rate = { recognizer.expectedWordErrorRate(meanConfidence: $0) }
    }

    func recognize(_ utterance: Utterance) async throws(RecognitionError) -> [Word] {
        var loan: RecognizerPool.Loan
        do { loan = try await pool.borrow(for: context) } catch let error as RecognitionError {
            throw error
        } catch {
            throw .engineFailed(engine: name, reason: "\(error)")
        }
        do throws(RecognitionError) {
            if Task.isCancelled { throw .decodingFailed(time: utterance.speech, reason: "it was stopped") }
            if loan.context != context {
                try await loan.recognizer.expect(context)
                loan.context = context
            }
            let words = try await loan.recognizer.recognize(utterance)
            await pool.giveBack(loan)
            return words
        } catch {
            await pool.giveBack(loan)
            throw error
        }
    }

    func preview(_ audio: AudioBuffer) async throws(RecognitionError) -> String { "" }

    func expectedWordErrorRate(meanConfidence: Double) -> Double? { rate(meanConfidence) }
}
