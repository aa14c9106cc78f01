/// Why a model could not be found, installed, converted, opened, checked or removed.
public enum ModelError: Error, Sendable, Equatable {
    /// No model of this name is known; `nearest` are known names that look like it.
    case unknownName(name: String, nearest: [String])
    /// A name that cannot be that of a folder.
    case invalidName(name: String)
    /// The model is known, and no package that holds its weights is.
    case noKnownSource(name: String)
    /// What the user gave as the source cannot be one.
    case invalidSource(source: String, reason: String)
    /// The model is not in the store.
    case notInstalled(name: String, installed: [String])
    /// Another installation works in the same store.
    case storeBusy(folder: String)
    /// The list of known models cannot be used.
    case catalogueInvalid(path: String, reason: String)

    /// There is nothing at a path that can be converted.
    case noWeights(path: String, reason: String)
    /// The file is sound, and of a kind that cannot be converted.
    case unsupported(path: String, what: String)
    /// A file is not what it should be: cut short, changed, contradicting itself.
    case damaged(path: String, reason: String)
    /// The weights belong to another model than the one that was asked for.
    case otherModel(name: String, path: String, difference: String)
    /// A file has another SHA-256 sum than it must have.
    case wrongChecksum(path: String, expected: Fingerprint, actual: Fingerprint)
    /// An archive holds something that no honest one does.
    case archiveRefused(path: String, entry: String, reason: String)

    /// A program is not installed.
    case programMissing(program: String, debianPackage: String, purpose: String)
    /// The package index has no such package or version.
    case packageNotFound(package: String, reason: String)
    /// The network, or a server on it, did not answer.
    case networkFailed(what: String, reason: String)
    /// Fetching failed for another reason.
    case downloadFailed(what: String, reason: String)

    /// A file or folder could not be read.
    case readFailed(path: String, reason: String)
    /// A file or folder could not be written or removed.
    case writeFailed(path: String, reason: String)
    /// The disk has no room; the sizes are in bytes and `nil` when they are not known.
    case diskFull(path: String, neededBytes: Int?, freeBytes: Int?)
    /// The task was cancelled; nothing was installed.
    case cancelled
}
