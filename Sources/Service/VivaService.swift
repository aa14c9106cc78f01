public import Archive

/// What can be done with interviews: the one set of actions that every interface and the command call.
public struct VivaService: Sendable {
    /// Where interviews are kept.
    public let archive: Archive

    /// A service on an archive.
    public init(archive: Archive) {
        self.archive = archive
    }
}
