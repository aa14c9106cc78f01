import HTTPTypes
import Interview
import Records
import Service
import Web

/// Work in the background: how far it is, and what came of it.
struct JobEndpoints: Sendable {
    private static let tag = "jobs"

    /// The service.
    let service: VivaService

    private static let ofState = RequestField<JobReply.State?>(optional: "state", "Only these.")
    private static let page = RequestField<Int>(
        "page", "Which page, 1 for the first.", schema: .integer(1...1_000_000), usual: 1)
    private static let pageSize = RequestField<Int>(
        "page_size", "How many on a page.", schema: .integer(1...100), usual: 20)

    /// A page of jobs.
    private struct Page: Sendable {
        let jobs: [JobStatus]
        let total: Int
    }

    private static let list = ReplyForm<Page>(
        "Jobs",
        [
            ReplyField("jobs", "The jobs, the latest first.", listOf: JobReply.form) { $0.jobs },
            ReplyField("total", "How many there are in all.") { $0.total },
        ])

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .get, JobReply.root, of: Self.tag, "List one's jobs", name: "listJobs",
                query: [Self.ofState, Self.page, Self.pageSize], reply: .one(Self.list)
            ) { call in
                let size = call.query[Self.pageSize]
                let found = try await service.jobs(
                    state: call.query[Self.ofState]?.state,
                    page: .skipping((call.query[Self.page] - 1) * size, count: size),
                    for: call.requester)
                return Page(jobs: found.jobs, total: found.total ?? found.jobs.count)
            },
            Endpoint(
                .get, JobReply.root + "/{id}", of: Self.tag, "Show how far a job is", name: "showJob",
                reply: .one(JobReply.form)
            ) { call in
                try await service.job(
                    call.record(), waitingSeconds: Double(Waiting.seconds(call, usual: 0)),
                    for: call.requester)
            },
        ]
    }
}
