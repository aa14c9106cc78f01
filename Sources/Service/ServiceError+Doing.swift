extension ServiceError {
    /// Does something; whatever a part below throws becomes what it means here.
    static func doing<Value>(_ work: () async throws -> Value) async throws(ServiceError) -> Value {
        do { return try await work() } catch { throw ServiceError(error) }
    }
}
