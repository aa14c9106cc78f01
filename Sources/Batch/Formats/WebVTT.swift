/// A transcript as WebVTT subtitles (W3C, "WebVTT: The Web Video Text Tracks Format").
struct WebVTT {
    let text: String

    init(_ transcript: WrittenTranscript) {
        let cues = CueCutter().cues(of: transcript.pieces).map { cue in
            let times = [cue.startMilliseconds, cue.endMilliseconds].map {
                Milliseconds.clock($0, separator: ".")
            }
            return "\n\(times[0]) --> \(times[1])\n"
                + cue.lines.map { Self.escaped($0) + "\n" }.joined()
        }
        text = "WEBVTT\n" + cues.joined()
    }

    /// What would be a tag, an entity or an arrow is text.
    private static func escaped(_ line: String) -> String {
        line.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}
