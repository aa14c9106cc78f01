import Delivery
import Signal
import Speech
import Vocabulary

/// What every command that hears recordings says of one channel of a recording.
struct HeardItem: Encodable {
    var file: String
    /// `nil` when all channels were mixed.
    var channel: String?
    var durationSeconds: Double
    /// As people write it.
    var text: String
    /// As heard.
    var raw: String
    var transcript: Transcript
    /// What was wrong with the file and the sound, and how far the words can be relied upon.
    var warnings: [String]

    init(_ result: RecordingJob.Result, writing: WrittenText) {
        file = result.file
        channel = result.channel
        durationSeconds = result.analysis.quality.durationSeconds
        text = writing.text(of: result.analysis.transcript.segments)
        raw = result.analysis.transcript.text
        transcript = result.analysis.transcript
        warnings = result.warnings
    }
}
