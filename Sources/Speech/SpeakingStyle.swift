/// How a text is to be spoken.
public struct SpeakingStyle: Sendable, Hashable, Codable {
    /// The paces that can be asked for, in words a minute.
    public static let rates = 80...450
    /// The pitches that can be asked for; 50 is the voice's own.
    public static let pitches = 0...100

    /// The voice by name or language, for example `en-gb` or `en-us`.
    public var voice: String
    /// The pace in words a minute, 80...450.
    public var rateWordsPerMinute: Int
    /// The base pitch, 0...100; 50 is the voice's own.
    public var pitch: Int
    /// Whether the text is plain or SSML.
    public var markup: Markup

    /// What a text is written in.
    public enum Markup: String, Sendable, Hashable, Codable {
        /// Plain text, spoken as written.
        case plain
        /// Speech Synthesis Markup Language 1.0 (W3C).
        case ssml
    }

    /// A style; left out, an interviewer's: clear British English at 160 words a minute.
    public init(
        voice: String = "en-gb", rateWordsPerMinute: Int = 160, pitch: Int = 50, markup: Markup = .plain
    ) {
        self.voice = voice
        self.rateWordsPerMinute = rateWordsPerMinute
        self.pitch = pitch
        self.markup = markup
    }
}
