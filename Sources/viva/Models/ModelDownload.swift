import FoundationEssentials
import HTTPClient
import Models

/// Fetches what is at an address for the installer of models.
enum ModelDownload {
    /// How long one file may take: the largest have 6 GB.
    private static let limits = HTTPLimits(whole: .seconds(4 * 3600), fileBytes: 16 << 30)

    /// Takes the body of the answer into a file; redirects are followed, because model hubs keep large files elsewhere.
    static let overHTTP: ModelInstaller.Download = { address, path in
        guard let url = URL(string: address) else {
            throw ModelError.invalidSource(source: address, reason: "it is not an address")
        }
        let request = HTTPRequest(.get, url, limits: limits, redirects: .follow(atMost: 8))
        let response = try await HTTPTransport().download(request, to: path)
        guard response.status == 200 else {
            throw ModelError.downloadFailed(
                what: url.host() ?? "the file", reason: "the server answered with status \(response.status)")
        }
    }
}
