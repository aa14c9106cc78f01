import Delivery
import Speech
import Vocabulary

/// Shows what was heard, who heard it and what is to be known about that.
struct TranscriptView {
    let page: Page
    let writing: WrittenText

    /// What is wrong with the sound is left to `DeliveryView`.
    func show(_ analysis: AnswerAnalysis) {
        page.heading("What was heard")
        let transcript = analysis.transcript
        show(transcript.segments.filter { !$0.words.isEmpty })
        if !transcript.segments.isEmpty {
            page.paragraph("Heard by \(transcript.recognizer).", style: page.palette.dim)
        }
        for remark in HearingRemarks(analysis).words {
            page.item(remark, mark: "!", style: page.palette.fair)
        }
    }

    private func show(_ segments: [Transcript.Segment]) {
        guard !segments.isEmpty else {
            return page.paragraph("No words were understood.", style: page.palette.dim)
        }
        for segment in segments {
            let time = TextLayout.left("\(ClockTime(segment.time.startSeconds))", 4)
            page.item(writing.text(of: [segment]), mark: time, style: page.palette.dim)
        }
    }
}
