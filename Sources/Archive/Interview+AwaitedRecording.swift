package import Interview
import Storage

extension Interview {
    /// The name in its folder of work of the recording of the answer that is awaited; `nil` while none is.
    package var awaitedRecording: String? {
        guard phase == .listening, let current else { return nil }
        return WorkFolder.answerRecording(question: current.number, take: current.takes.count + 1)
    }
}
