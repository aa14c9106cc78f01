import FoundationEssentials
import Interview
import Records
import Service
import Web

/// Work that is done in the background, for admins.
enum AdminJobs {
    private static let state = RequestField<Job.State?>(optional: "state", "Only those that are so far.")
    private static let interview = AdminFields.number("interview_id", "Only of this interview.")

    private static let form = ReplyForm<KeptJob>(
        "AdminJob",
        [
            ReplyField("id", "Its number.") { $0.number },
            ReplyField("uuid", "Its UUID.") { $0.id },
            ReplyField("work", "What is to be done.", schema: .choice(["answer", "transcript"])) {
                switch $0.job.work {
                case .answer: "answer"
                case .transcript: "transcript"
                }
            },
            ReplyField("state", "How far it is.", schema: Job.State.requestSchema) { $0.state.rawValue },
            ReplyField("attempts", "How often it was begun.") { $0.attempts },
            ReplyField("reason", "Why it was given up.") { $0.reason },
            ReplyField("interview_id", "The number of the interview it belongs to.") { $0.job.interview },
            ReplyField("account_id", "The number of the account that ordered it.") { $0.job.account },
            ReplyField("held_until", "Until when a worker has it.") { $0.heldUntil },
            ReplyField("created_at", "When it was ordered.") { $0.createdAt },
            ReplyField("updated_at", "When it last changed.") { $0.updatedAt },
        ])

    static func resource(_ admin: AdminService) -> AdminResource {
        AdminResource(
            "jobs", title: "Jobs", noun: "job",
            about: "Work that is done in the background. The search looks for why a job was given up.",
            row: form, columns: ["id", "work", "state", "attempts", "interview_id", "reason", "updated_at"],
            filters: [state, interview], label: { "Job \($0.number)" },
            list: { values, caller in
                try await admin.jobs(
                    JobFilter(interview: values[interview], state: values[state], text: values.search),
                    page: values.page, for: caller)
            },
            detail: AdminDetail(
                form: form, number: { $0.number }, label: { "Job \($0.number)" },
                get: { try await admin.job($0, for: $1) },
                actions: [
                    AdminAction(
                        "retry", "Do it again", "Lets a job that was given up be done again.", reply: form,
                        isOffered: { $0.state == .failed }
                    ) { number, _, caller in try await admin.retryJob(number, by: caller) },
                    AdminAction(
                        "cancel", "Cancel",
                        "Gives up a job that is not over. What a worker does of it just now is not kept.",
                        reply: form, isOffered: { !$0.state.isOver }
                    ) { number, _, caller in try await admin.cancelJob(number, by: caller) },
                ]))
    }
}
