/// What a person made of an answer or an interview, beside what the judge made of it, and which score counts.
struct ReviewPart {
    let review: ReportReview
    /// The score that stands without the review, 0...100; `nil` for none.
    let judged: Double?
    /// What that score is, for example `The judge's score`.
    let judgedName: String
    /// The name of its heading.
    let name: String
    let utcOffsetSeconds: Int

    var blocks: [ReportBlock] {
        var blocks: [ReportBlock] = [.heading(3, "Reviewed by a person", name: name)]
        if let overall = review.overall {
            blocks.append(
                .bars([
                    .init(name: "Their score", value: overall, remark: "(counts)"),
                    .init(name: judgedName, value: judged),
                ]))
        }
        blocks += review.feedback.sorted { $0.key < $1.key }.map { subject, text in
            .paragraph(ReportText("\(subject): ", .strong) + ReportText(text))
        }
        blocks += ReportBlock.paragraphs(review.comment)
        let day = ReportDate(date: review.date, utcOffsetSeconds: utcOffsetSeconds).day
        return blocks + [.paragraph(ReportText("\(review.reviewer), \(day)", .dim))]
    }
}
