public import Speech

/// Recognisers that are alike, made when they are first needed: one takes a good part of a second and a hundred
/// megabytes, which typed answers do not need.
public actor RecognizerSet {
    private let make: @Sendable () async throws -> any Recognizer
    private let limit: Int
    private var made: [any Recognizer] = []

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

    private func grow(to count: Int) async throws -> [any Recognizer] {
        let missing = count - made.count
        guard missing > 0 else { return made }
        let new = try await withThrowingTaskGroup(of: (any Recognizer).self) { [make] group in
            for _ in 0..<missing { group.addTask { try await make() } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        made += new
        return made
    }
}
