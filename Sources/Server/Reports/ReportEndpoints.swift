import Accounts
import FoundationEssentials
import HTTPTypes
import Hummingbird
import Interview
import Records
import Service
import Web

/// Reports on sessions: each a PDF, made when it is asked for and kept.
struct ReportEndpoints: Sendable {
    private static let root = "/api/reports/"
    private static let tag = "reports"
    private static let session = RequestField<RecordName>(
        "session_id", "The session: its UUID or its number.")
    private static let making = RequestForm("ReportRequest", [session])

    /// A report with what its reply says beside it.
    struct Shown: Sendable {
        let report: KeptReport
        let sessionID: String
        /// Where the server is asked: `http://127.0.0.1:8000`.
        let place: String
    }

    private static let form = ReplyForm<Shown>(
        "Report",
        [
            ReplyField("id", "Its number.") { $0.report.number },
            ReplyField("session", "The number of the session.") { $0.report.interview },
            ReplyField("session_id", "The UUID of the session.", schema: .text(format: .uuid)) {
                $0.sessionID
            },
            ReplyField("pdf_file", "The address of the PDF; `null` where none is kept.") { shown in
                shown.report.file.map { _ in "\(shown.place)\(root)\(shown.report.number)/pdf/" }
            },
            ReplyField("generated_at", "When it was made.") { $0.report.madeAt },
        ])

    /// The service.
    let service: VivaService

    var endpoints: [Endpoint] { reports + ReportFileEndpoint(service: service).endpoints }

    private var reports: [Endpoint] {
        [
            Endpoint(
                .get, Self.root, of: Self.tag, "List reports, the latest first", name: "listReports",
                query: [SessionFields.ofSession, ListFields.limit, ListFields.offset],
                reply: .part(Self.form), refusals: [404: "There is no such session."]
            ) { call in
                let page = try await service.reports(
                    of: call.query[SessionFields.ofSession], page: call.part, for: call.requester)
                var names: [Int64: String] = [:]
                for interview in Set(page.items.map(\.interview)) {
                    names[interview] = try await service.session(.number(interview), for: call.requester)
                        .interview.id
                }
                return ListPart(page.map { shown($0, names[$0.interview] ?? "", call) }, of: call)
            },
            Endpoint(
                .post, Self.root + "generate/", of: Self.tag, "Make the report of a session as PDF",
                name: "generateReport", body: Self.making, reply: .one(Self.form, status: .created),
                refusals: [404: "There is no such session, or none that may be seen."]
            ) { call in
                try await shown(service.makeReport(of: call.body[Self.session], for: call.requester), call)
            },
            Endpoint(
                .get, Self.root + "{id}/", of: Self.tag, "Show a report", name: "showReport",
                reply: .one(Self.form)
            ) { call in try await shown(service.report(call.record(), for: call.requester), call) },
        ]
    }

    private func shown(_ report: KeptReport, _ call: Call) async throws -> Shown {
        let session = try await service.session(.number(report.interview), for: call.requester)
        return shown(report, session.interview.id, call)
    }

    private func shown(_ report: KeptReport, _ sessionID: String, _ call: Call) -> Shown {
        Shown(report: report, sessionID: sessionID, place: call.request.place)
    }
}

extension Request {
    /// Where the server is asked: `http://127.0.0.1:8000`; empty where that is not known.
    var place: String {
        head.authority.map { "\(isSecure ? "https" : head.scheme ?? "http")://\($0)" } ?? ""
    }
}
