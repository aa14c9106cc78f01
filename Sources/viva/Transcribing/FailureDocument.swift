import Batch
import FoundationEssentials

/// A recording that could not be heard, as JSON.
struct FailureDocument: Encodable {
    var file: String
    var failure: BatchFailure

    /// The document on one line.
    var line: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}
