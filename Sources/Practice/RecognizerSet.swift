public import Speech

/// Recognisers that are alike, made when they are first needed: one takes a good part of a second and a hundred
/// megabytes, which typed answers do not need.
public actor RecognizerSet {
    private let make: @Sendable () async throws -> any Recognizer
    private let limit: Int
    private var made: [any Recognizer] = []
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

    /// A caller that is cancelled while it waits does not stop the making, which others may be waiting for.
    private func grow(to count: Int) async throws -> [any Recognizer] {
        while made.count < count {
            let making = making ?? Task { try await fill(to: count) }
            self.making = making
            try await making.value
        }
        return made
    }

    private func fill(to count: Int) async throws {
        defer { making = nil }
        made += try await withThrowingTaskGroup(of: (any Recognizer).self) {
            [make, missing = count - made.count] group in
            for _ in 0..<missing { group.addTask { try await make() } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }
}
