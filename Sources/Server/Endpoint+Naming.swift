import Hummingbird
import Service

extension Endpoint {
    /// The same, which tells what cannot be taken under the names that the interface has for it.
    ///
    /// - Parameter names: the fields of the interface by those of the service; one that is not among them keeps its name.
    func naming(_ names: [String: String]) -> Endpoint {
        var endpoint = self
        endpoint.run = { [run] call in
            do { return try await run(call) } catch let error as ServiceError {
                guard case .invalid(let field, let reason) = error else { throw error }
                throw ServiceError.invalid(field: names[field] ?? field, reason: reason)
            }
        }
        return endpoint
    }
}
