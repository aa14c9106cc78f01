public import Audio
import Programs
public import Speech

/// A recording to be heard.
public struct BatchJob: Sendable {
    /// Its place in the order of the user, from 0.
    public var number: Int
    /// The recording.
    public var recording: Recording
    /// Where its audio comes from.
    public var input: AudioInput
    /// What its results are called, without the format's extension.
    public var stem: String
    /// What is known of the answer.
    public var context: HearingContext?
    /// `BatchSettings.digest` of what its transcript depends on.
    public var settings: String
    /// What the file was before it was heard; `nil` for what is no regular file.
    public var identity: InputIdentity?
    /// How long it says it is, in seconds, where that was cheap to know.
    public var durationSeconds: Double?

    /// A job for a recording.
    public init(
        number: Int, recording: Recording, input: AudioInput, stem: String, context: HearingContext?,
        settings: String
    ) {
        self.number = number
        self.recording = recording
        self.input = input
        self.stem = stem
        self.context = context
        self.settings = settings
        identity = InputIdentity(path: recording.absolutePath)
    }

    /// Looks up how long the recording says it is. Only headers are read: what would have to be decoded to know, and
    /// what is no regular file, stays unknown.
    public mutating func findDuration() async {
        guard identity != nil else { return }
        let file = try? await AudioFile.open(input, programs: SearchPath(directories: []))
        durationSeconds = file?.info.durationSeconds
    }

    /// What a result is called below the output folder.
    public static func resultName(_ stem: String, channel: String?, format: OutputFormat) -> String {
        let channel = channel.map { "." + $0.replacing(" ", with: "-") } ?? ""
        return stem + channel + "." + format.fileExtension
    }

    /// Longest first, so that no worker is left with a long recording at the end. A length that is not known counts as
    /// one guessed from the size, which for compressed files is too short rather than too long.
    public static func longestFirst(_ jobs: [BatchJob]) -> [BatchJob] {
        let weights = jobs.map { job in
            job.durationSeconds ?? Double(job.identity?.bytes ?? 0) / Double(2 * AudioBuffer.sampleRateHz)
        }
        return jobs.indices.sorted {
            weights[$0] == weights[$1] ? $0 < $1 : weights[$0] > weights[$1]
        }.map { jobs[$0] }
    }
}
