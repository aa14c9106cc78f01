/// What a form with files may say (multipart/form-data): fields as in any request, and files.
///
/// ```swift
/// let title = RequestField<String>("title", "What it is.")
/// let sound = UploadField("audio", "The answer.", mediaTypes: ["audio/wav"], limitBytes: 100 << 20)
/// let form = UploadForm("Answer", [title], files: [sound])
/// ```
public struct UploadForm: Sendable {
    /// The fields that are no files.
    public let fields: RequestForm
    /// The files.
    public let files: [UploadField]

    /// A form.
    ///
    /// - Parameter name: the name under which it stands in a document; unique in an interface.
    public init(_ name: String, _ fields: [any AnyRequestField] = [], files: [UploadField]) {
        self.fields = RequestForm(name, fields)
        self.files = files
    }

    /// What it may look like.
    public var schema: JSONSchema {
        .object(
            ObjectSchema(
                fields.name,
                fields.fields.map(\.field)
                    + files.map { ObjectSchema.Field($0.name, $0.about, .file, isRequired: $0.isRequired) }))
    }
}

/// A file of a form.
public struct UploadField: Sendable, Hashable {
    /// Its name.
    public let name: String
    /// What it says, for people.
    public let about: String
    /// The media types it may have; empty for any.
    public let mediaTypes: [String]
    /// How many bytes it may have.
    public let limitBytes: Int
    /// Whether it must be there.
    public let isRequired: Bool

    /// A file.
    public init(
        _ name: String, _ about: String, mediaTypes: [String] = [], limitBytes: Int, isRequired: Bool = true
    ) {
        self.name = name
        self.about = about
        self.mediaTypes = mediaTypes
        self.limitBytes = limitBytes
        self.isRequired = isRequired
    }
}
