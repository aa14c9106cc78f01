import Speech

/// Shows what was heard.
struct TranscriptView {
    let page: Page

    func show(_ transcript: Transcript) {
        page.heading("What was heard")
        let segments = transcript.segments.filter { !$0.words.isEmpty }
        guard !segments.isEmpty else {
            return page.paragraph("No words were understood.", style: page.palette.dim)
        }
        for segment in segments {
            let time = TextLayout.left("\(ClockTime(segment.time.startSeconds))", 4)
            page.item(segment.text, mark: time, style: page.palette.dim)
        }
    }
}
