import Speech

/// A transcript as a table like Whisper's: a heading, then start and end in milliseconds and the text of each
/// utterance.
struct TabSeparated {
    let text: String

    init(_ transcript: WrittenTranscript) {
        let rows = transcript.utterances.map { utterance in
            "\(Milliseconds.of(utterance.time.startSeconds))\t\(Milliseconds.of(utterance.time.endSeconds))\t"
                + utterance.text.onOneLine
        }
        text = (["start\tend\ttext"] + rows).map { $0 + "\n" }.joined()
    }
}
