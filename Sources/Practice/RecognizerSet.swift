public import Speech

/// Recognisers that are alike, made when they are first needed: one takes a good part of a second and a hundred
/// megabytes, which typed answers do not need.
public actor RecognizerSet {
    private let make: @Sendable () async throws -> any Recognizer
    private let limit: Int
    private var made: [any Recognizer] = []
    /// What all of them expect of the answer that comes next.
    private var expected: HearingContext?
    /// The making that is going on. Whoever needs a recogniser meanwhile waits for it instead of making more.
    private var making: Task<Void, any Error>?

    /// A set of up to `limit` recognisers (at least 1) that come from `make`.
    public init(limit: Int = 1, make: @escaping @Sendable () async throws -> any Recognizer) {
        self.limit = max(1, limit)
        self.make = make
    }

    /// One recogniser, for a live answer.
    ///
    /// - Throws: what `make` throws.
    public func one() async throws -> any Recognizer {
        if let first = made.first { return first }
        return try await grow(to: 1)[0]
    }

    /// All of them, for a file: as many utterances are decoded at once.
    ///
    /// - Throws: what `make` throws.
    public func all() async throws -> [any Recognizer] { try await grow(to: limit) }

    /// Prepares all of them, those that are made later as well, for an answer about which something is known. What
    /// they expect already costs nothing.
    ///
    /// - Throws: `RecognitionError` when one cannot be prepared. All of them then expect nothing.
    public func expect(_ context: HearingContext?) async throws(RecognitionError) {
        guard context != expected else { return }
        expected = context
        guard let failure = await Self.prepare(made, for: context) else { return }
        expected = nil
        _ = await Self.prepare(made, for: nil)
        throw failure
    }

    /// Prepares recognisers side by side and returns the first failure.
    private static func prepare(
        _ recognizers: [any Recognizer], for context: HearingContext?
    ) async -> RecognitionError? {
        await withTaskGroup(of: RecognitionError?.self) { group in
            for recognizer in recognizers {
                group.addTask {
                    do throws(RecognitionError) {
                        try await recognizer.expect(context)
                        return nil
                    } catch {
                        return error
                    }
                }
            }
            return await group.reduce(nil) { $0 ?? $1 }
        }
    }

    /// A caller that is cancelled waits no longer, and does not stop the making, which others may be waiting for.
    private func grow(to count: Int) async throws -> [any Recognizer] {
        while made.count < count {
            let making = making ?? Task { try await fill(to: count) }
            self.making = making
            try await Self.wait(for: making)
        }
        return made
    }

    /// Waits until recognisers are made, which takes seconds, or until nobody wants to wait any more.
    private static func wait(for making: Task<Void, any Error>) async throws {
        let (ends, end) = AsyncThrowingStream<Never, any Error>.makeStream()
        Task {
            do {
                try await making.value
                end.finish()
            } catch { end.finish(throwing: error) }
        }
        for try await _ in ends {}
        try Task.checkCancellation()
    }

    private func fill(to count: Int) async throws {
        defer { making = nil }
        let new = try await withThrowingTaskGroup(of: (any Recognizer).self) {
            [make, missing = count - made.count] group in
            for _ in 0..<missing { group.addTask { try await make() } }
            return try await group.reduce(into: [any Recognizer]()) { $0.append($1) }
        }
        // What is expected may change while the new ones are made and prepared. One that cannot be prepared still hears;
        // the next call of `expect` tries again and tells.
        var prepared: HearingContext?
        while prepared != expected {
            prepared = expected
            guard await Self.prepare(new, for: prepared) != nil else { continue }
            _ = await Self.prepare(made + new, for: nil)
            (expected, prepared) = (nil, nil)
        }
        made += new
    }
}
