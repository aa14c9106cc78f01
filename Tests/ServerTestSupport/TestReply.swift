import FoundationEssentials
package import HTTPTypes
package import Speech

/// What a server answered.
package struct TestReply: Sendable {
    /// The status.
    package let status: Int
    /// The headers.
    package let headers: HTTPFields
    /// The body.
    package let body: [UInt8]

    /// The body as text.
    package var text: String { String(decoding: body, as: UTF8.self) }

    /// The body as JSON; `nil` when it is none.
    package var json: JSONValue? { try? JSONDecoder().decode(JSONValue.self, from: Data(body)) }

    /// The text of a refusal.
    package var detail: String? {
        guard case .text(let detail)? = json?["detail"] else { return nil }
        return detail
    }

    /// A header by its name.
    package func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }
}
