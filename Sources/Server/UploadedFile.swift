/// A file that came with a request. It is removed when the request is answered: whoever wants it moves it, or copies it, before.
public struct UploadedFile: Sendable, Hashable {
    /// Where it is.
    public let path: String
    /// The name of the file as the client calls it, without folders; empty when it says none. It is never a path of this machine.
    public let name: String
    /// The media type that the client says; nobody has looked at the content.
    public let mediaType: String
    /// How many bytes it has.
    public let sizeBytes: Int
}
