import FoundationEssentials
import SystemPackage

#if canImport(Glibc)
    import Glibc
#endif

extension StorageError {
    /// Why the system refused something, in its own words, without the wrapping that Foundation gives them.
    package static func systemReason(_ error: any Error) -> String { reason(error) }

    static func reason(_ error: any Error) -> String {
        switch error {
        case let error as Errno: error.description
        case let error as POSIXError: Errno(rawValue: error.code.rawValue).description
        case let error as DecodingError: reason(error)
        case let error as CocoaError: reason(error)
        case is EncodingError: "a value in it cannot be written as JSON"
        default: "\(error)"
        }
    }

    private static func reason(_ error: CocoaError) -> String {
        if let underlying = error.underlying, !(underlying is CocoaError) { return reason(underlying) }
        return switch error.code {
        case .fileNoSuchFile, .fileReadNoSuchFile: "there is no such file"
        case .fileReadNoPermission, .fileWriteNoPermission: "permission was denied"
        case .fileWriteOutOfSpace: "the disk is full"
        case .fileWriteVolumeReadOnly: "the disk may only be read"
        case .fileWriteFileExists: "a file of that name is in the way"
        case .fileReadTooLarge: "the file is too large"
        case .fileReadCorruptFile: "the file is damaged"
        default: "the system gave error \(error.code.rawValue)"
        }
    }

    /// What is wrong with a JSON document, and where in it.
    private static func reason(_ error: DecodingError) -> String {
        switch error {
        case .keyNotFound(let key, let context):
            return "\(place(context.codingPath + [key])) is missing"
        case .valueNotFound(_, let context): return "\(place(context.codingPath)) has no value"
        case .typeMismatch(_, let context):
            return "\(place(context.codingPath)) is not of the kind that belongs there"
        case .dataCorrupted(let context):
            guard !context.codingPath.isEmpty else { return "it is not JSON, or breaks off in the middle" }
            return "\(place(context.codingPath)) has a value that is not known"
        @unknown default: return "it is not what a session looks like"
        }
    }

    /// A place in a document as people write it, for example `turns[0].question.kind`.
    private static func place(_ path: [any CodingKey]) -> String {
        guard !path.isEmpty else { return "the document" }
        return path.reduce(into: "") { text, key in
            if let index = key.intValue {
                text += "[\(index)]"
            } else {
                text += text.isEmpty ? key.stringValue : ".\(key.stringValue)"
            }
        }
    }
}
