import FoundationEssentials
import Interview
import Records
import Service
import Web

/// Reports on interviews, for admins.
enum AdminReports {
    private static let interview = AdminFields.number("interview_id", "Only of this interview.")
    private static let decided = RequestField<ReportDecision?>(
        optional: "decision", "Only those on which this was decided.")
    private static let decision = RequestField<ReportDecision?>(
        changing: "decision", "What was decided on it.")

    private static let form = ReplyForm<KeptReport>(
        "AdminReport",
        [
            ReplyField("id", "Its number.") { $0.number },
            ReplyField("uuid", "Its UUID.") { $0.id },
            ReplyField("interview_id", "The number of the interview.") { $0.interview },
            ReplyField("decision", "What was decided on it.", schema: ReportDecision.requestSchema) {
                $0.decision.rawValue
            },
            ReplyField("has_file", "Whether its file is kept.") { $0.file != nil },
            ReplyField("generated_at", "When it was made.") { $0.madeAt },
            ReplyField("updated_at", "When it was made or last decided on.") { $0.updatedAt },
        ])

    static func resource(_ admin: AdminService) -> AdminResource {
        AdminResource(
            "reports", title: "Reports", noun: "report",
            about:
                "Reports on interviews, as PDF. The search looks for the title and the candidate of the interview.",
            row: form, columns: ["id", "interview_id", "decision", "has_file", "generated_at"],
            filters: [interview, decided], label: { "Report \($0.number)" },
            list: {
                try await admin.reports(
                    interview: $0[interview], decision: $0[decided], text: $0.search, page: $0.page, for: $1)
            },
            detail: AdminDetail(
                form: form, number: { $0.number }, label: { "Report \($0.number)" },
                get: { try await admin.report($0, for: $1) },
                changing: .init(form: RequestForm("AdminReportEdit", [decision])) { number, values, caller in
                    try await admin.decide(report: number, values[decision], by: caller)
                },
                deleting: .init(
                    consequences: { report in
                        AdminRow.Consequences(
                            goes: report.file == nil ? [] : ["its file, unless something else names it"],
                            stays: ["the interview"])
                    }, work: { try await admin.deleteReport($0, by: $1) })))
    }
}
