public import Speech

/// A word or phrase that fills time or softens a statement rather than adding to it.
public struct Filler: Sendable, Hashable, Codable {
    /// The three classes, which are never added up into one.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// A sound without meaning: um, uh, er.
        case filledPause
        /// A word or phrase set apart by pauses: like, you know, I mean.
        case lexical
        /// A softener: maybe, I think, I guess.
        case hedge
    }

    /// Which class it is of.
    public var kind: Kind
    /// The words as heard, for example `you know`.
    public var text: String
    /// Where it was said.
    public var time: TimeRange
    /// The words around it; `nil` in a report that was saved before they were kept.
    public var context: FillerContext?

    /// A filler said at `time`.
    public init(kind: Kind, text: String, time: TimeRange, context: FillerContext? = nil) {
        self.kind = kind
        self.text = text
        self.time = time
        self.context = context
    }
}
