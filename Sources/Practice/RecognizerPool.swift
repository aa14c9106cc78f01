public import Speech

/// Recognisers that several recordings share, an utterance at a time, so that none is idle while there is
/// anything to hear.
///
/// They are made when they are first needed. A recogniser prefers utterances of the answer that it is prepared for,
/// because to prepare it for another one takes time.
public actor RecognizerPool {
    /// A recogniser that is lent.
    struct Loan: Sendable {
        var number: Int
        var recognizer: any Recognizer
        /// What it is prepared for.
        var context: HearingContext?
    }

    private struct Waiting {
        var context: HearingContext?
        var turn: CheckedContinuation<Loan?, Never>
    }

    private let make: @Sendable () async throws -> any Recognizer
    private let limit: Int
    private var made = 0
    private var free: [Loan] = []
    private var waiting: [Waiting] = []
    private var first: (any Recognizer)?

    /// A pool of up to `limit` recognisers (at least 1) that come from `make`.
    public init(limit: Int, make: @escaping @Sendable () async throws -> any Recognizer) {
        self.limit = max(1, limit)
        self.make = make
    }

    /// The first recogniser, made when it is not there yet: what it is called and expects is true of all of them. To
    /// hear with, one is borrowed.
    ///
    /// - Throws: What `make` throws.
    public func example() async throws -> any Recognizer {
        if let first { return first }
        let loan = try await borrow(for: nil)
        first = loan.recognizer
        giveBack(loan)
        return loan.recognizer
    }

    /// A free recogniser, if possible one that is prepared for `context`; waits for one when all are lent.
    func borrow(for context: HearingContext?) async throws -> Loan {
        while true {
            if let index = free.firstIndex(where: { $0.context == context }) ?? free.indices.last {
                return free.remove(at: index)
            }
            if made < limit {
                made += 1
                do { return Loan(number: made - 1, recognizer: try await make(), context: nil) } catch {
                    made -= 1
                    // Whoever waits must not wait for one that will never be.
                    if !waiting.isEmpty { waiting.removeFirst().turn.resume(returning: nil) }
                    throw error
                }
            }
            let loan = await withCheckedContinuation { waiting.append(Waiting(context: context, turn: $0)) }
            if let loan { return loan }
        }
    }

    /// Takes a recogniser back, prepared for the loan's context.
    func giveBack(_ loan: Loan) {
        guard !waiting.isEmpty else { return free.append(loan) }
        let index = waiting.firstIndex { $0.context == loan.context } ?? waiting.startIndex
        waiting.remove(at: index).turn.resume(returning: loan)
    }
}
