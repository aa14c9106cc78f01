import Batch
import Speech

/// A transcript as people read it: the recording's name, then each utterance with the time it begins at.
struct WrittenTranscriptView {
    let palette: Palette
    let showsTimes: Bool

    func lines(_ transcript: WrittenTranscript) -> [TerminalText] {
        let name = transcript.channel.map { "\(transcript.file), \($0)" } ?? transcript.file
        return [palette.bold(name)]
            + transcript.utterances.flatMap { lines($0.text, startSeconds: $0.time.startSeconds) } + [""]
    }

    /// The lines of an utterance.
    func lines(_ text: String, startSeconds: Double) -> [TerminalText] {
        guard showsTimes else { return [TerminalText(text)] }
        let output = Terminal.output
        let time = TextLayout.left("\(ClockTime(startSeconds))", 6)
        guard output.isInteractive else { return ["\(time)\(text)"] }
        let indent = String(repeating: " ", count: 6)
        let lines = TextLayout.wrap(text, columns: output.columns, first: indent, rest: indent)
        return lines.enumerated().map { index, line in
            index == 0 ? "\(palette.dim(time))\(line.dropFirst(6))" : "\(line)"
        }
    }
}
