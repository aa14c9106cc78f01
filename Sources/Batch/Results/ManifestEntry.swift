public import FoundationEssentials

/// A line of the manifest: what became of one recording.
public struct ManifestEntry: Sendable, Hashable, Codable {
    /// How it ended.
    public enum Status: String, Sendable, Hashable, Codable {
        /// All its results are written.
        case done
        /// It could not be heard.
        case failed
    }

    /// The recording, from the root of the file system.
    public var input: String
    /// What the file was; absent for a pipe or what is not there.
    public var inputIdentity: InputIdentity?
    /// The results, below the output folder.
    public var outputs: [String]
    /// How long the recording is, in seconds; absent when it failed.
    public var durationSeconds: Double?
    /// What the transcript depends on beside the audio (`BatchSettings.digest`).
    public var settings: String
    /// How it ended.
    public var status: Status
    /// Why it failed.
    public var reason: String?
    /// The exit code that belongs to the reason.
    public var exitCode: Int32?
    /// How long hearing and writing took, in seconds.
    public var secondsTaken: Double
    /// When it was finished.
    public var finishedAt: Date

    /// A line about a recording.
    public init(
        input: String, inputIdentity: InputIdentity?, outputs: [String], durationSeconds: Double?,
        settings: String, status: Status, reason: String? = nil, exitCode: Int32? = nil, secondsTaken: Double,
        finishedAt: Date = Date()
    ) {
        self.input = input
        self.inputIdentity = inputIdentity
        self.outputs = outputs
        self.durationSeconds = durationSeconds
        self.settings = settings
        self.status = status
        self.reason = reason
        self.exitCode = exitCode
        self.secondsTaken = secondsTaken
        self.finishedAt = finishedAt
    }
}
