/// A transcript as SubRip subtitles: numbered cues, times with a comma before the milliseconds.
struct SubRip {
    let text: String

    init(_ transcript: WrittenTranscript) {
        text = CueCutter().cues(of: transcript.pieces).enumerated().map { index, cue in
            let times = [cue.startMilliseconds, cue.endMilliseconds].map {
                Milliseconds.clock($0, separator: ",")
            }
            return "\(index + 1)\n\(times[0]) --> \(times[1])\n" + cue.lines.joined(separator: "\n") + "\n"
        }.joined(separator: "\n")
    }
}
