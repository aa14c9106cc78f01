/// Why a value is not what was asked for.
public struct SchemaFault: Sendable, Hashable, CustomStringConvertible {
    /// How many are told of one document.
    public static let limit = 20
    /// How many characters of a name are told.
    static let limitName = 100

    /// Where in the document: names and places, such as `questions.2.text`; empty for the whole.
    public let place: String
    /// What is wrong, as a sentence without its subject, such as `must be at most 20`.
    public let reason: String

    /// A fault.
    public init(_ place: String, _ reason: String) {
        self.place = place
        self.reason = reason
    }

    /// A sentence.
    public var description: String { (place.isEmpty ? "The document" : place) + " " + reason + "." }

    /// The same a level further out.
    func inside(_ name: String) -> SchemaFault {
        let name = String(name.prefix(Self.limitName))
        return SchemaFault(place.isEmpty ? name : name + "." + place, reason)
    }
}
