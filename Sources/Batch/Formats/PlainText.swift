/// A transcript as text: a line for each utterance, nothing else.
struct PlainText {
    let text: String

    init(_ transcript: WrittenTranscript) {
        text = transcript.utterances.map { $0.text.onOneLine + "\n" }.joined()
    }
}

extension String {
    /// The text with every line end, tab and other control character as a blank, so that it stays on its line.
    package var onOneLine: String {
        guard unicodeScalars.contains(where: \.breaksLines) else { return self }
        return String(String.UnicodeScalarView(unicodeScalars.map { $0.breaksLines ? " " : $0 }))
    }
}

extension Unicode.Scalar {
    fileprivate var breaksLines: Bool {
        properties.generalCategory == .control || value == 0x2028 || value == 0x2029
    }
}
