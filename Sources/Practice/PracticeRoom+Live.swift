import Archive
public import FoundationEssentials
import Interview

/// What somebody needs who answers from elsewhere.
extension PracticeRoom {
    /// The question at hand as it is spoken, a WAV file; `nil` when nothing speaks here.
    public func spokenQuestion() async -> Data? {
        guard let turn = interview.current else { return nil }
        // One that was only shown so far is spoken now.
        let recording = if let known = turn.recording { known } else { await speak(turn) }
        guard let recording, let file = try? await file(recording) else { return nil }
        return try? Data(contentsOf: URL(filePath: file))
    }

    /// Whether the answer that waits to be judged was heard while it was recorded.
    public var isHeard: Bool {
        guard let heardLive, case .spoken(let name) = interview.current?.finalTake?.source else {
            return false
        }
        return heardLive.recording == name
    }

    /// Passes over the question at hand; it counts as not answered.
    ///
    /// - Throws: `InterviewError` while an answer waits to be judged, `ArchiveError` when the step cannot be saved.
    public func passOver() async throws { try await advance(.passedOver) }
}
