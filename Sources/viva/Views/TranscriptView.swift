import Speech
import Vocabulary

/// Shows what was heard.
struct TranscriptView {
    let page: Page
    let writing: WrittenText

    func show(_ transcript: Transcript) {
        page.heading("What was heard")
        let segments = transcript.segments.filter { !$0.words.isEmpty }
        guard !segments.isEmpty else {
            return page.paragraph("No words were understood.", style: page.palette.dim)
        }
        for segment in segments {
            let time = TextLayout.left("\(ClockTime(segment.time.startSeconds))", 4)
            page.item(writing.text(of: [segment]), mark: time, style: page.palette.dim)
        }
    }
}
