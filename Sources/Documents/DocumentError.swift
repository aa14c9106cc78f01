/// Why a document gives no text. The path, or another name, of the document comes first in each.
public enum DocumentError: Error, Sendable, Hashable {
    /// There is no such file.
    case notFound(path: String)
    /// It is a folder, a device or a pipe.
    case notAFile(path: String, what: String)
    /// The file cannot be opened or read.
    case cannotRead(path: String, reason: String)
    /// The file has no bytes.
    case empty(path: String)
    /// The file has more bytes than the limit.
    case tooLarge(path: String, limitBytes: Int)
    /// The text has more characters than the limit.
    case tooMuchText(path: String, limitCharacters: Int)
    /// It is none of the accepted formats, with what it is and what to do.
    case refused(path: String, what: String, advice: String)
    /// It looks like text and is not UTF-8.
    case notUTF8(path: String)
    /// A password is needed to open it.
    case encrypted(path: String)
    /// It says that it has no pages.
    case noPages(path: String)
    /// It is cut off or damaged so far that nothing can be read.
    case damaged(path: String, format: DocumentFormat, reason: String)
    /// It was read, and there are no words in it.
    case noText(path: String, format: DocumentFormat)
    /// A program that reads it is not installed.
    case programMissing(path: String, program: String, package: String, purpose: String)
    /// A program took more than it may.
    case outOfLimits(path: String, program: String, limit: String)
    /// A program failed otherwise.
    case programFailed(path: String, program: String, reason: String)
    /// There is no place for the files that the programs read.
    case noPlace(reason: String)
    /// The task was cancelled.
    case cancelled
}

extension DocumentError: CustomStringConvertible {
    /// What happened, to which document, and what to do.
    public var description: String {
        switch self {
        case .notFound(let path): "\(path) cannot be read: there is no such file."
        case .notAFile(let path, let what): "\(path) cannot be read: it is \(what), not a file."
        case .cannotRead(let path, let reason): "\(path) cannot be read: \(reason)."
        case .empty(let path): "\(path) is empty: it has no bytes."
        case .tooLarge(let path, let limit):
            "\(path) has more than \(limit) bytes: give one document, with its images made smaller."
        case .tooMuchText(let path, let limit):
            "\(path) holds more than \(limit) characters: give the text of one document."
        case .refused(let path, let what, let advice):
            "\(path) is \(what): \(advice). Accepted are \(DocumentFormat.accepted)."
        case .notUTF8(let path): "\(path) is not UTF-8 text: save it as UTF-8."
        case .encrypted(let path):
            "\(path) is a PDF document with a password: save a copy without one, or print it into a new PDF."
        case .noPages(let path): "\(path) is a PDF document without pages: save it again."
        case .damaged(let path, let format, let reason):
            "\(path) is \(format.name) that is cut off or damaged (\(reason)): save it again."
        case .noText(let path, .plainText): "\(path) holds no words: name the file with the text."
        case .noText(let path, let format):
            "\(path) is \(format.name) in which no words were found: scan it straighter and larger, or paste its text "
                + "into a text file."
        case .programMissing(let path, let program, let package, let purpose):
            "\(path) cannot be read: \(program), which \(purpose), is not installed; apt-get install \(package), "
                + "or save the document as a text file (UTF-8)."
        case .outOfLimits(let path, let program, let limit):
            "\(path) was given up: \(program) was stopped \(limit). Save it again, simpler."
        case .programFailed(let path, let program, let reason):
            "\(path) cannot be read: \(program) \(reason)."
        case .noPlace(let reason): "The document cannot be read: \(reason)"
        case .cancelled: "Reading the document was stopped."
        }
    }
}
