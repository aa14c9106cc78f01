import Delivery
import Signal
import Speech

/// What every command that hears recordings says of one channel of a recording.
struct HeardItem: Encodable {
    var file: String
    /// `nil` when all channels were mixed.
    var channel: String?
    var durationSeconds: Double
    var text: String
    var transcript: Transcript
    var warnings: [String]

    init(_ result: RecordingJob.Result) {
        file = result.file
        channel = result.channel
        durationSeconds = result.analysis.quality.durationSeconds
        text = result.analysis.transcript.text
        transcript = result.analysis.transcript
        warnings = result.warnings
    }
}
