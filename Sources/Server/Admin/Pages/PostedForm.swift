import Hummingbird
import NIOCore
import Speech
import Web

/// What a browser sends of a form.
struct PostedForm: Sendable {
    private let pairs: [(name: String, value: String)]

    /// Reads the body of a request.
    ///
    /// - Throws: `APIError` for one that is none, or is too long.
    init(_ request: inout Request, limitBytes: Int) async throws {
        guard let type = request.headers[.contentType].flatMap({ MediaType(from: $0) }),
            type.isType(.applicationUrlEncoded)
        else { throw APIError(.unsupportedMediaType, "The body is no form of a page.") }
        let buffer: ByteBuffer
        do { buffer = try await request.collectBody(upTo: limitBytes) } catch is NIOTooManyBytesError {
            throw APIError(.contentTooLarge, "The form has more than \(limitBytes) bytes.")
        }
        try self.init(String(buffer: buffer))
    }

    /// Reads a text of names and values.
    ///
    /// - Throws: `APIError` with status 400.
    init(_ text: String) throws(APIError) {
        guard let pairs = RequestTarget.query(text) else {
            throw APIError(.badRequest, "The form is not UTF-8, written with %.")
        }
        self.pairs = pairs
    }

    /// The value of a field; `nil` when it is not there.
    subscript(name: String) -> String? { pairs.first { $0.name == name }?.value }

    /// All values of a name.
    func all(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }

    /// The document that the fields of a form make, as the interface takes it.
    ///
    /// - Parameter row: what is kept now, of which only what is different is said; `nil` for something new, of which what is empty is left out
    ///   where it may be.
    func json(of form: RequestForm, changing row: AdminRow?) -> [String: JSONValue] {
        var values: [String: JSONValue] = [:]
        for field in form.fields.map(\.field) {
            guard let text = self[field.name] else { continue }
            if row == nil, text.isEmpty, !field.isRequired { continue }
            let value = field.schema.value(ofForm: text)
            if let row, let now = row[field.name] {
                // What nobody touched stays, also where it holds what a form cannot.
                if field.schema.formText(of: now).map({ field.schema.value(ofForm: $0) }) == value {
                    continue
                }
            } else if row != nil, text.isEmpty, !field.isRequired {
                continue
            }
            values[field.name] = value
        }
        return values
    }
}
