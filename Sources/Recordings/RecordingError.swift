/// Why a recording could not be kept, found, read, removed or exported.
public enum RecordingError: Error, Sendable, Equatable {
    /// The vault has no recording of this content.
    case notFound(RecordingID, folder: String)
    /// A file is not what it was when it was written: cut short, changed, exchanged for another.
    case damaged(path: String, reason: String)
    /// A file was written by a later version of Viva, in a format with this number.
    case newerFormat(path: String, format: Int)
    /// The vault is encrypted, and no key was given.
    case noKey(folder: String)
    /// A file is encrypted with another key than those given.
    case wrongKey(path: String, needed: KeyID, known: [KeyID])
    /// What was given as a key is none. The key itself is never in the reason.
    case keyRefused(source: String, reason: String)
    /// Another program is changing the keys of the vault.
    case busy(folder: String)
    /// What is to be put into an export has a name or a content that cannot be there.
    case exportRefused(path: String, entry: String, reason: String)
    /// A file or folder could not be read.
    case readFailed(path: String, reason: String)
    /// A file or folder could not be written or removed; what was there before is untouched.
    case writeFailed(path: String, reason: String)
    /// The disk has no room, or the user's share of it is used up; what was there before is untouched.
    case diskFull(path: String)
    /// The task was cancelled; what was not finished has left nothing.
    case cancelled
}
