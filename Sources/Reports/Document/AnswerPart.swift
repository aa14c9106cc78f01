import Drawing
import Interview
import Speech

/// The words and the code of an answer: as its speaker corrected them, and as they were heard or typed.
struct AnswerPart {
    let take: ReportTake
    /// The heading over it.
    let heading: String
    /// The beginning of the names of its headings.
    let name: String
    let utcOffsetSeconds: Int

    var blocks: [ReportBlock] {
        let given = given
        var blocks: [ReportBlock] = []
        if let correction = take.correction {
            blocks += corrected(correction)
            if !given.isEmpty {
                let way = take.form == .spoken ? "heard" : "typed"
                blocks.append(.heading(3, "As it was \(way) at first", name: "\(name)-first"))
            }
        }
        blocks += given
        if let code = take.code {
            blocks += [
                .heading(3, "The code", name: "\(name)-code"), .code(code, language: take.codeLanguage),
            ]
        }
        // A heading with nothing under it says nothing.
        if !blocks.isEmpty {
            blocks.insert(.heading(3, heading, name: "\(name)-answer"), at: 0)
        }
        return blocks + take.hearingRemarks.map { .notice($0) }
    }

    /// The words that count.
    private func corrected(_ correction: ReportVersion) -> [ReportBlock] {
        let count = correction.number - 1
        let date = ReportDate(date: correction.date, utcOffsetSeconds: utcOffsetSeconds).full
        let last = count > 1 ? ", the last of \(count) corrections" : ""
        var remark = "Corrected by its speaker on \(date)\(last). These words count."
        if let before = take.versions.first?.overall.map(ReportNumber.score) {
            remark += " Before the correction the judge's score was \(before)."
        }
        let text = correction.text ?? ""
        let words =
            take.form == .code
            ? [.code(text, language: take.codeLanguage)] : ReportBlock.paragraphs(text)
        return words + [.paragraph(ReportText(remark, .dim))]
    }

    /// The words as they came.
    private var given: [ReportBlock] {
        switch take.form {
        case .code: [.code(take.typedText ?? "", language: take.codeLanguage)]
        case .typed: typed
        case .spoken: spoken
        }
    }

    private var typed: [ReportBlock] {
        let paragraphs = ReportBlock.paragraphs(take.typedText ?? "")
        guard paragraphs.isEmpty else { return paragraphs }
        return take.code == nil ? [.paragraph(ReportText("Nothing was typed.", .dim))] : []
    }

    private var spoken: [ReportBlock] {
        guard let timeline = take.timeline else { return [] }
        let picture = timeline.speech.isEmpty ? [] : [picture(timeline)]
        guard !take.passages.isEmpty else {
            return picture + [.paragraph(ReportText("No words were understood.", .dim))]
        }
        let passages = take.passages.map {
            ReportBlock.Passage(time: "\(ClockTime($0.startSeconds))", text: ReportText($0))
        }
        let ear = take.recognizer.map { ReportBlock.paragraph(ReportText("Heard by \($0).", .dim)) }
        return picture + [.transcript(passages)] + [ear].compactMap(\.self)
    }

    private func picture(_ timeline: AnswerTimeline) -> ReportBlock {
        let legend = timeline.legend
        return .picture(
            TimelinePicture(timeline, detail: .overview).picture, title: "How the answer was spoken",
            description: timeline.summary, caption: legend.isEmpty ? "" : "\(legend).")
    }
}
