import HTTPTypes
import Hummingbird
import Service
import Web

/// The PDF of a report, at the two addresses under which interfaces have it.
struct ReportFileEndpoint: Sendable {
    /// The service.
    let service: VivaService

    var endpoints: [Endpoint] {
        [
            endpoint("/api/reports/{id}/pdf/", name: "reportPDF"),
            endpoint("/api/v1/reports/{id}/file", name: "reportFile"),
        ]
    }

    private func endpoint(_ path: String, name: String) -> Endpoint {
        Endpoint(
            .get, path, of: "reports", "Get the PDF of a report", name: name,
            reply: .file(["application/pdf"], "The PDF."),
            refusals: [416: "The file has none of the bytes that were asked for."]
        ) { call in
            let name = try call.record()
            let reader = try await service.reader(ofReport: name, for: call.requester)
            return try await FileReply(
                reader, as: "application/pdf", disposition: .attachment(name: "report-\(name).pdf")
            ).response(to: call.request)
        }
    }
}
