import Archive
import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOCore
import NIOHTTP1
import Speech
import SystemPackage
import Web

/// Reads a form with files from a request: texts into memory, files onto the disk piece by piece.
struct UploadReader {
    private let form: UploadForm
    private let folder: String
    private let limitTextBytes: Int
    private var textBytes = 0
    private var texts: [String: [UInt8]] = [:]
    private var current: Target?
    private var open: (field: UploadField, file: HeldUpload, sizeBytes: Int, part: MultipartParser.Part)?
    /// The files that are there: they go with these.
    private var held: [HeldUpload] = []
    private(set) var files: [String: UploadedFile] = [:]

    private enum Target {
        case text(String)
        case file
    }

    /// A reader.
    ///
    /// - Parameters:
    ///   - folder: where files are put; it is made when it is not there.
    ///   - limitTextBytes: how many bytes all texts may have together.
    init(_ form: UploadForm, folder: String, limitTextBytes: Int) {
        self.form = form
        self.folder = folder
        self.limitTextBytes = limitTextBytes
    }

    /// Reads a whole request. When it throws, no file is left.
    ///
    /// - Throws: `APIError`; what the network says when the client goes away.
    mutating func read(_ request: Request, limitBytes: Int) async throws -> RequestValues {
        do {
            let length = request.headers[.contentLength].flatMap { Int($0) } ?? 0
            guard length <= limitBytes else { throw Self.tooLong(limitBytes) }
            var parser = try Self.understood { () throws(MultipartFault) in
                try MultipartParser(contentType: request.headers[.contentType] ?? "")
            }
            var count = 0
            for try await buffer in request.body {
                count += buffer.readableBytes
                guard count <= limitBytes else { throw Self.tooLong(limitBytes) }
                let events = try Self.understood { () throws(MultipartFault) in
                    try parser.take(buffer.readableBytesView)
                }
                for event in events { try take(event) }
            }
            try Self.understood { () throws(MultipartFault) in try parser.finish() }
            return try values()
        } catch {
            removeFiles()
            throw Self.told(error)
        }
    }

    /// What an error means to whoever sends.
    static func told(_ error: any Error) -> any Error {
        guard let code = error as? Errno, [.noSpace, .diskQuotaExceeded].contains(code) else { return error }
        return APIError(
            .insufficientStorage,
            "The disk of the server has no room for the file, and nothing was kept of it. Make room there, and send it again."
        )
    }

    /// Removes the files.
    mutating func removeFiles() {
        open = nil
        files = [:]
        held = []
    }

    private static func understood<Value>(_ work: () throws(MultipartFault) -> Value) throws(APIError)
        -> Value
    {
        do throws(MultipartFault) { return try work() } catch {
            if case .otherMediaType = error { throw APIError(.unsupportedMediaType, error.description) }
            throw APIError(.badRequest, error.description)
        }
    }

    private static func tooLong(_ limitBytes: Int) -> APIError {
        APIError(.contentTooLarge, "The body has more than \(limitBytes) bytes.")
    }

    // MARK: - Parts

    private mutating func take(_ event: MultipartParser.Event) throws {
        switch event {
        case .begin(let part): try begin(part)
        case .bytes(let bytes): try append(bytes)
        case .end: try end()
        }
    }

    private mutating func begin(_ part: MultipartParser.Part) throws {
        guard texts[part.name] == nil, files[part.name] == nil else {
            throw Self.fault(part.name, "must be there once")
        }
        guard let field = form.files.first(where: { $0.name == part.name }) else {
            texts[part.name] = []
            current = .text(part.name)
            return
        }
        // A field for a file that was left empty comes without a name and without bytes; that is found at its end.
        if let type = part.mediaType, part.fileName?.isEmpty == false, !field.mediaTypes.isEmpty,
            !field.mediaTypes.contains(type)
        {
            throw APIError(
                .unsupportedMediaType,
                "\(field.name) is \(type), and may be \(field.mediaTypes.joined(separator: ", ")).")
        }
        open = (field, try HeldUpload(in: folder), 0, part)
        current = .file
    }

    private mutating func append(_ bytes: [UInt8]) throws {
        switch current {
        case .text(let name):
            textBytes += bytes.count
            guard textBytes <= limitTextBytes else {
                throw APIError(
                    .contentTooLarge, "The fields that are no files have more than \(limitTextBytes) bytes.")
            }
            texts[name, default: []] += bytes
        case .file:
            guard let open else { return }
            let size = open.sizeBytes + bytes.count
            guard size <= open.field.limitBytes else {
                throw APIError(
                    .contentTooLarge, "\(open.field.name) has more than \(open.field.limitBytes) bytes.",
                    faults: [SchemaFault(open.field.name, "must have at most \(open.field.limitBytes) bytes")]
                )
            }
            try open.file.append(bytes)
            self.open?.sizeBytes = size
        case nil: break
        }
    }

    private mutating func end() throws {
        defer { current = nil }
        guard case .file = current, let open else { return }
        self.open = nil
        guard open.sizeBytes > 0 || open.part.fileName?.isEmpty == false else { return }
        held.append(open.file)
        files[open.field.name] = UploadedFile(
            path: open.file.path, name: open.part.fileName ?? "",
            mediaType: open.part.mediaType ?? "application/octet-stream", sizeBytes: open.sizeBytes)
    }

    /// The texts as values of the form.
    private func values() throws(APIError) -> RequestValues {
        var values: [String: JSONValue] = [:]
        for (name, bytes) in texts {
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw Self.fault(name, "must be UTF-8")
            }
            let field = form.fields.fields.first { $0.name == name }
            values[name] = field?.field.schema.value(ofQuery: text) ?? .text(text)
        }
        for field in form.files where field.isRequired && files[field.name] == nil {
            throw Self.fault(field.name, "is required")
        }
        return try EndpointRouter.read(.object(values), as: form.fields)
    }

    private static func fault(_ name: String, _ reason: String) -> APIError {
        APIError(.badRequest, "\(name) \(reason).", faults: [SchemaFault(name, reason)])
    }
}
