/// A recording of a batch.
///
/// Two are the same when the bytes of their absolute paths are: "é" may be one scalar or two, which are equal as text, and
/// name different files.
public struct Recording: Sendable, Hashable {
    /// The path as the user gave it, or below the folder that the user gave.
    public var path: String
    /// The path from the root of the file system, without `.` and `..`; the same recording has one.
    public var absolutePath: String

    /// A recording at `path`, seen from the working directory `folder`.
    public init(path: String, in folder: String) {
        self.path = path
        absolutePath = PathName.absolute(path, in: folder)
    }

    /// Whether both are the same file, however it was named.
    public static func == (first: Recording, second: Recording) -> Bool {
        first.absolutePath.utf8.elementsEqual(second.absolutePath.utf8)
    }

    /// Feeds the bytes of the absolute path.
    public func hash(into hasher: inout Hasher) {
        for byte in absolutePath.utf8 { hasher.combine(byte) }
    }
}
