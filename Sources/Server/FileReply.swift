public import FoundationEssentials
import HTTPTypes
public import Hummingbird
import NIOCore
public import Web

/// A file as an answer: the whole of it or the part that was asked for, read piece by piece while it is sent, so that its length does not
/// matter.
///
/// ```swift
/// let reader = try vault.open(id)
/// return FileReply(sizeBytes: reader.sizeBytes, mediaType: "audio/wav", tag: EntityTag("\(id)")) { try reader.read($0) }
///     .response(to: call.request)
/// ```
public struct FileReply: Sendable {
    /// How it is shown.
    public enum Disposition: Sendable, Hashable {
        /// In its place.
        case inline
        /// As a file of a name that is saved.
        case attachment(name: String)
    }

    /// How many bytes it has.
    public let sizeBytes: Int
    /// What it is.
    public let mediaType: String
    /// Which content it is.
    public let tag: EntityTag
    /// When it was last changed; `nil` when that is not known.
    public let modified: Date?
    /// How it is shown.
    public let disposition: Disposition
    /// Gives the bytes in a range of places.
    let read: @Sendable (Range<Int>) async throws -> [UInt8]

    /// How much is read and sent at once.
    static let pieceBytes = 256 << 10

    /// A file.
    ///
    /// - Parameter read: gives the bytes in a range of places within the file.
    public init(
        sizeBytes: Int, mediaType: String, tag: EntityTag, modified: Date? = nil,
        disposition: Disposition = .inline,
        read: @escaping @Sendable (Range<Int>) async throws -> [UInt8]
    ) {
        self.sizeBytes = sizeBytes
        self.mediaType = mediaType
        self.tag = tag
        self.modified = modified
        self.disposition = disposition
        self.read = read
    }

    /// The answer to a request for it, which may ask for a part, or whether it is still the same.
    ///
    /// - Throws: `APIError` with status 416 when it asks for what lies past the end; what `read` throws for the first piece.
    public func response(to request: Request) async throws -> Response {
        var headers: HTTPFields = [
            .contentType: mediaType, .acceptRanges: "bytes", .eTag: tag.text,
            .cacheControl: "private, no-cache",
        ]
        if let modified { headers[.lastModified] = HTTPMoment.text(of: modified) }
        if tag.matches(noneOf: request.headers[.ifNoneMatch]) {
            headers[.contentType] = nil
            return Response(status: .notModified, headers: headers)
        }
        headers[.contentDisposition] = disposition.header
        switch range(of: request) {
        case .unsatisfiable:
            throw APIError(
                .rangeNotSatisfiable,
                "The file has \(sizeBytes) bytes, and none of those that were asked for.",
                headers: [.contentRange: ByteRange.unsatisfiedRange(ofBytes: sizeBytes)])
        case .whole: return try await response(.ok, headers, 0..<sizeBytes, request)
        case .part(let range):
            headers[.contentRange] = ByteRange.contentRange(range, ofBytes: sizeBytes)
            return try await response(.partialContent, headers, range, request)
        }
    }

    /// Only GET has ranges (14.2).
    private func range(of request: Request) -> ByteRange.Answer {
        guard request.method == .get, tag.allowsRange(request.headers[.ifRange], modified: modified) else {
            return .whole
        }
        return ByteRange.answer(to: request.headers[.range], ofBytes: sizeBytes)
    }

    private func response(
        _ status: HTTPResponse.Status, _ headers: HTTPFields, _ range: Range<Int>, _ request: Request
    ) async throws -> Response {
        guard request.method != .head, !range.isEmpty else {
            var headers = headers
            headers[.contentLength] = "\(range.count)"
            return Response(status: status, headers: headers)
        }
        // What cannot be read at all is found out while there still can be a refusal.
        let first = try await read(range.prefix(Self.pieceBytes))
        let read = read
        let body = ResponseBody(contentLength: range.count) { writer in
            try await writer.write(ByteBuffer(bytes: first))
            var place = range.lowerBound + first.count
            while place < range.upperBound {
                let piece = try await read((place..<range.upperBound).prefix(Self.pieceBytes))
                // A file that became shorter breaks off; the client sees that by the length it was told.
                guard !piece.isEmpty else { throw FileBecameShorter(sizeBytes: place) }
                try await writer.write(ByteBuffer(bytes: piece))
                place += piece.count
            }
            try await writer.finish(nil)
        }
        return Response(status: status, headers: headers, body: body)
    }
}

/// A file became shorter while it was sent.
struct FileBecameShorter: Error, CustomStringConvertible {
    let sizeBytes: Int

    var description: String { "The file became shorter while it was sent: it has \(sizeBytes) bytes." }
}

extension FileReply.Disposition {
    /// The header (RFC 6266); a name that is not plain is told twice, for old and new clients.
    fileprivate var header: String {
        guard case .attachment(let name) = self else { return "inline" }
        let plain = String(
            name.unicodeScalars.map { scalar in
                scalar.isASCII && scalar.value >= 0x20 && scalar != "\"" && scalar != "\\"
                    && scalar.value != 0x7F
                    ? Character(scalar) : "_"
            })
        guard plain != name else { return "attachment; filename=\"\(plain)\"" }
        let encoded = name.utf8.map { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"):
                String(UnicodeScalar(byte))
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(encoded.joined())"
    }
}
