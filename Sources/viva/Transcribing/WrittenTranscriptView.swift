import Batch
import Speech

/// A transcript as people read it: the recording's name, then each utterance with the time it begins at.
struct WrittenTranscriptView {
    let palette: Palette
    let showsTimes: Bool

    func text(_ transcript: WrittenTranscript) -> String {
        let file = transcript.file.onOneLine
        let name = transcript.channel.map { "\(file), \($0)" } ?? file
        let lines = transcript.utterances.flatMap {
            line($0.text.onOneLine, startSeconds: $0.time.startSeconds)
        }
        return ([palette.bold(name)] + lines + [""]).map { $0 + "\n" }.joined()
    }

    /// The lines of an utterance.
    func line(_ text: String, startSeconds: Double) -> [String] {
        guard showsTimes else { return [text] }
        let output = Terminal.output
        let time = TextLayout.left(TextLayout.clock(startSeconds), 6)
        guard output.isInteractive else { return [time + text] }
        let indent = String(repeating: " ", count: 6)
        let lines = TextLayout.wrap(text, columns: output.columns, first: indent, rest: indent)
        return lines.enumerated().map { index, line in
            index == 0 ? palette.dim(time) + line.dropFirst(6) : line
        }
    }
}
