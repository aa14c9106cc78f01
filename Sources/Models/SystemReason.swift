internal import FoundationEssentials
internal import SystemPackage

#if canImport(Glibc)
    import Glibc
#endif

/// Why the system or a decoder refused something, in words for a message.
enum SystemReason {
    static func of(_ error: any Error) -> String {
        switch error {
        case let error as Errno: error.description.lowercasedFirst
        case let error as DecodingError: of(error)
        case let error as POSIXError: of(Errno(rawValue: error.code.rawValue))
        case let error as CocoaError: of(error)
        default: "\(error)"
        }
    }

    /// What Foundation wraps mostly says more than the wrapping.
    private static func of(_ error: CocoaError) -> String {
        if let underlying = error.underlying { return of(underlying) }
        return switch error.code {
        case .fileNoSuchFile, .fileReadNoSuchFile: "there is no such file or folder"
        case .fileReadNoPermission, .fileWriteNoPermission: "permission was denied"
        case .fileWriteOutOfSpace: "the disk is full"
        case .fileWriteVolumeReadOnly: "the disk may only be read"
        case .fileWriteFileExists: "a file of that name is in the way"
        default: "the system gave error \(error.code.rawValue)"
        }
    }

    /// What is wrong with a JSON document, and where in it.
    private static func of(_ error: DecodingError) -> String {
        switch error {
        case .keyNotFound(let key, let context): "\(place(context.codingPath + [key])) is missing"
        case .valueNotFound(_, let context): "\(place(context.codingPath)) has no value"
        case .typeMismatch(_, let context):
            "\(place(context.codingPath)) is not of the kind that belongs there"
        case .dataCorrupted(let context):
            context.codingPath.isEmpty
                ? "it is not JSON, or breaks off in the middle"
                : "\(place(context.codingPath)) has a value that cannot stand there"
        @unknown default: "it is not what it should be"
        }
    }

    /// A place in a document as people write it, for example `models[0].name`.
    private static func place(_ path: [any CodingKey]) -> String {
        let text = path.reduce(into: "") { text, key in
            if let index = key.intValue {
                text += "[\(index)]"
            } else {
                text += text.isEmpty ? key.stringValue : ".\(key.stringValue)"
            }
        }
        // Keys come from the file, and a hostile one may have a key of any length.
        return text.isEmpty ? "the document" : String(text.prefix(200))
    }
}

extension String {
    /// The text with a small first letter, to stand after a colon.
    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
