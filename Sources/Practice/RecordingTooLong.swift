/// A recording of an answer is longer than is taken.
public struct RecordingTooLong: Error, Sendable, Hashable, CustomStringConvertible {
    /// How long it may be, in seconds.
    public let limitSeconds: Double

    /// A refusal.
    public init(limitSeconds: Double) { self.limitSeconds = limitSeconds }

    /// A sentence.
    public var description: String {
        "The recording is longer than \(Int(limitSeconds)) s, which is as long as an answer may be: give a shorter one."
    }
}
