/// What can be asked of an interface at a path, as its documentation tells it.
public struct Operation: Sendable {
    /// A parameter of the path or of the query.
    public struct Parameter: Sendable {
        /// Where it stands.
        public enum Place: String, Sendable {
            /// Between slashes: `{id}`.
            case path
            /// Behind the question mark.
            case query
        }

        /// Where it stands.
        public let place: Place
        /// Its name, what it says, and what it may be.
        public let field: ObjectSchema.Field

        /// A parameter.
        public init(_ place: Place, _ field: ObjectSchema.Field) {
            self.place = place
            self.field = field
        }
    }

    /// What a body may be.
    public struct Body: Sendable {
        /// The media type, such as `application/json`.
        public let mediaType: String
        /// What it looks like.
        public let schema: JSONSchema

        /// A body.
        public init(_ schema: JSONSchema, as mediaType: String = "application/json") {
            self.mediaType = mediaType
            self.schema = schema
        }
    }

    /// What may come back.
    public struct Reply: Sendable {
        /// The status of HTTP.
        public let status: Int
        /// When it comes, as a sentence.
        public let about: String
        /// What comes; empty when nothing does.
        public let bodies: [Body]

        /// A reply.
        public init(_ status: Int, _ about: String, _ bodies: [Body] = []) {
            self.status = status
            self.about = about
            self.bodies = bodies
        }
    }

    /// The method, in capital letters.
    public let method: String
    /// The path, with `{name}` for its parameters and a slash at the end only where the interface shows one.
    public let path: String
    /// The group it belongs to.
    public let tag: String
    /// What it does, in a few words.
    public let summary: String
    /// A name without spaces, unique in the interface.
    public let name: String
    /// Whether somebody must have signed in (where there are accounts).
    public let needsAccount: Bool
    /// The parameters.
    public let parameters: [Parameter]
    /// What may be sent; several where it may come in several media types.
    public let bodies: [Body]
    /// What may come back, by status.
    public let replies: [Reply]

    /// An operation.
    public init(
        method: String, path: String, tag: String, name: String, summary: String, needsAccount: Bool,
        parameters: [Parameter], bodies: [Body], replies: [Reply]
    ) {
        self.method = method
        self.path = path
        self.tag = tag
        self.name = name
        self.summary = summary
        self.needsAccount = needsAccount
        self.parameters = parameters
        self.bodies = bodies
        self.replies = replies
    }
}
