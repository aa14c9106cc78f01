/// What a JSON value may look like: the part of JSON Schema 2020-12 that an interface of Viva needs. It is written into the
/// OpenAPI document and checks what comes in, so the two cannot differ.
public indirect enum JSONSchema: Sendable, Hashable {
    /// Texts that a machine reads.
    public enum Format: String, Sendable, Hashable {
        /// A moment, RFC 3339.
        case dateTime = "date-time"
        /// A day, RFC 3339.
        case date
        /// A UUID, RFC 4122.
        case uuid
        /// An address for mail.
        case email
        /// An address of a resource, as it stands.
        case uri
        /// Something that nobody shows.
        case password
    }

    /// A text with limits of its length in characters (Unicode scalars, as JSON Schema counts).
    case text(length: ClosedRange<Int> = 0...JSONSchema.limitText, format: Format? = nil)
    /// A text of a regular expression, the whole of it.
    case pattern(String)
    /// A whole number.
    case integer(ClosedRange<Int> = JSONSchema.integers)
    /// A number.
    case number(ClosedRange<Double>? = nil)
    /// A truth value.
    case boolean
    /// One of these texts.
    case choice([String])
    /// Values one after the other, with limits of their count.
    case list(JSONSchema, count: ClosedRange<Int> = 0...JSONSchema.limitCount)
    /// An object of named fields and no others.
    case object(ObjectSchema)
    /// An object whose names are not known beforehand, with values of a kind.
    case dictionary(JSONSchema)
    /// A value or nothing.
    case nullable(JSONSchema)
    /// A value of one of several kinds, and what that is in words that follow "must be".
    case either([JSONSchema], asked: String)
    /// Any value.
    case any
    /// The bytes of a file.
    case file

    /// Characters of a text, unless a field says otherwise.
    public static let limitText = 20_000
    /// Elements of a list, unless a field says otherwise.
    public static let limitCount = 1_000
    /// Whole numbers that every reader of JSON keeps as they are (RFC 8259, 6).
    public static let integers = -9_007_199_254_740_991...9_007_199_254_740_991
}
