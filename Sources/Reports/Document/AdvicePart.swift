import Interview

/// What to do next: for the whole interview.
struct AdvicePart {
    let advice: ReportAdvice

    var blocks: [ReportBlock] {
        guard !advice.isEmpty else { return [] }
        var blocks: [ReportBlock] = [.heading(2, "Advice", name: "advice")]
        blocks += ReportBlock.list(
            3, FeedbackHeading.strengths, name: "strengths", .strength, lines(advice.strengths))
        blocks += ReportBlock.list(3, FeedbackHeading.areas, name: "areas", .weakness, lines(advice.areas))
        blocks += ReportBlock.list(3, FeedbackHeading.tips, name: "tips", .next, lines(advice.tips))
        if advice.areas.isEmpty {
            blocks += ReportBlock.list(
                3, FeedbackHeading.missed, name: "missed", .next, Array(advice.missedPoints.prefix(5)))
        }
        blocks += plan
        blocks += resources
        return blocks
    }

    private func lines(_ statements: [FeedbackStatement]) -> [String] {
        statements.map { $0.line(advice.names) }
    }

    private var plan: [ReportBlock] {
        guard !advice.plan.steps.isEmpty else { return [] }
        let items = advice.plan.steps.flatMap { step in
            [ReportBlock.Item(mark: .day(step.day), text: ReportText(step.line))]
                + step.points.map { ReportBlock.Item(mark: .detail, text: ReportText($0)) }
        }
        return [.heading(3, FeedbackHeading.plan(advice.plan), name: "plan"), .items(items)]
    }

    private var resources: [ReportBlock] {
        guard !advice.resources.isEmpty else { return [] }
        let items = advice.resources.map { resource in
            let link = resource.url.map { ReportText(" ") + ReportText($0, link: Self.link($0)) }
            return ReportBlock.Item(
                mark: .next,
                text: ReportText(resource.citation, .strong) + ReportText(": \(resource.note)")
                    + (link ?? ""))
        }
        return [.heading(3, FeedbackHeading.resources, name: "resources"), .items(items)]
    }

    /// An address that may be followed; `nil` for one of another scheme than the web's.
    private static func link(_ url: String) -> String? {
        url.hasPrefix("https://") || url.hasPrefix("http://") ? url : nil
    }
}
