/// Why a value is not what was asked for.
public struct SchemaFault: Sendable, Hashable, CustomStringConvertible {
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
        SchemaFault(place.isEmpty ? name : name + "." + place, reason)
    }
}
