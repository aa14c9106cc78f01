/// A recording of a batch.
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
}
