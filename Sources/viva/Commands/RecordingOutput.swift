/// The JSON document of a command that hears recordings: what each gave, and which could not be heard.
struct RecordingOutput<Item: Encodable>: Encodable {
    /// The question that the recordings answer; `nil` when none was given.
    var question: String?
    var results: [Item] = []
    var failures: [RecordingJob.Failure] = []
}
