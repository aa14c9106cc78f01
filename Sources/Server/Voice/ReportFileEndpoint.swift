import HTTPTypes
import Hummingbird
import Service
import Web

/// The PDF of a report.
struct ReportFileEndpoint: Sendable {
    /// The service.
    let service: VivaService

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .get, "/api/v1/reports/{id}/file", of: "reports", "Get the PDF of a report",
                name: "reportFile", reply: .file(["application/pdf"], "The report."),
                refusals: [416: "The file has no such bytes."]
            ) { call in
                let name = try call.record()
                let reader = try await service.reader(ofReport: name, for: call.requester)
                return try await FileReply(
                    reader, as: "application/pdf",
                    disposition: .attachment(name: "report-\(name).pdf")
                ).response(to: call.request)
            }
        ]
    }
}
