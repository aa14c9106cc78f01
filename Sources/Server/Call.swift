public import Accounts
public import Hummingbird
public import Records
import Service
public import Web

/// A request whose parameters and body were read and fit.
public struct Call: Sendable {
    /// The request.
    public let request: Request
    /// What belongs to it.
    public let context: ServerContext
    /// Who asks.
    public let requester: Requester
    /// What stands behind the question mark.
    public let query: RequestValues
    /// What was sent.
    public let body: RequestValues
    /// The files that were sent, by their fields; `nil` when no form was sent.
    private let files: [String: UploadedFile]?
    /// The place that is kept for the work which it orders; it is left once that has a job.
    let place: JobPlace?

    /// Whether a form was sent.
    public var isForm: Bool { files != nil }

    init(
        request: Request, context: ServerContext, requester: Requester, query: RequestValues,
        body: RequestValues,
        files: [String: UploadedFile]? = nil, place: JobPlace? = nil
    ) {
        self.request = request
        self.context = context
        self.requester = requester
        self.query = query
        self.body = body
        self.files = files
        self.place = place
    }

    /// The file of a field that must be there.
    ///
    /// - Throws: `APIError` with status 400 when it is not.
    public func file(_ field: UploadField) throws(APIError) -> UploadedFile {
        guard let file = optionalFile(field) else {
            throw APIError(
                .badRequest, "\(field.name) is required.", faults: [SchemaFault(field.name, "is required")])
        }
        return file
    }

    /// The file of a field that may be left out.
    public func optionalFile(_ field: UploadField) -> UploadedFile? { files?[field.name] }

    /// The record that a part of the path names, `{id}`: its number or its id.
    ///
    /// - Throws: `APIError` with status 404 for what can name none.
    public func record(_ part: String = "id") throws(APIError) -> RecordName {
        let text = context.parameters.get(part) ?? ""
        guard RecordName.isName(text) else {
            throw APIError(.notFound, "There is nothing with the name \(text).")
        }
        return RecordName(text)
    }

    /// The number that a part of the path says, of what has no other name.
    ///
    /// - Throws: `APIError` with status 404 for what is none.
    public func number(_ part: String = "id") throws(APIError) -> Int64 {
        let name = try record(part)
        guard case .number(let number) = name else {
            throw APIError(.notFound, "There is nothing with the name \(name).")
        }
        return number
    }
}

extension RecordName {
    /// What a part of a path that names a record looks like.
    static let pattern = "^([0-9]{1,18}|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})$"

    /// Whether a text can name a record.
    static func isName(_ text: String) -> Bool {
        let bytes = text.utf8
        if (1...18).contains(bytes.count), bytes.allSatisfy({ (0x30...0x39).contains($0) }) { return true }
        guard bytes.count == 36 else { return false }
        return zip(0..., bytes).allSatisfy { place, byte in
            switch place {
            case 8, 13, 18, 23: byte == UInt8(ascii: "-")
            default:
                (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
            }
        }
    }
}
