/// What another ear writes.
public enum HeardFormat: String, Sendable, Hashable, CaseIterable {
    /// JSON when it begins with a brace, and text otherwise.
    case auto
    /// Plain text, or lines with times such as `[00:00:00.000 --> 00:00:02.000]  text`.
    case text
    /// JSON of a shape that is in use: OpenAI's and Whisper's, whisper.cpp's, Vosk's, or `{"text"}`.
    case json

    /// Reads what was written.
    ///
    /// - Throws: `HeardTextError` when it cannot be understood. No text at all is nothing heard; no JSON at all is an error.
    public func read(_ bytes: [UInt8]) throws(HeardTextError) -> HeardText {
        let first = bytes.first { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }
        switch self {
        case .json: return try HeardJSON(bytes).heard
        case .auto where first == UInt8(ascii: "{"): return try HeardJSON(bytes).heard
        case .auto, .text:
            guard let text = String(validating: bytes, as: UTF8.self), !text.contains("\0") else {
                throw .notText
            }
            return HeardLines(text).heard
        }
    }
}
