/// Writes a recording as a 16-bit WAV file that survives a crash.
public actor WAVWriter {
    /// What to do when the file is there already.
    public enum ExistingFile: Sendable, Hashable {
        /// Throw `AudioError.alreadyExists`.
        case refuse
        /// Replace it when the recording is finished.
        case replace
    }

    /// Begins a recording.
    public init(
        path: String, sampleRateHz: Int, channels: Int = 1, ifExists: ExistingFile = .refuse
    ) throws(AudioError) {
        throw .notFound(path: path)
    }

    /// How much is written so far, in seconds.
    public var durationSeconds: Double { 0 }

    /// Writes interleaved samples.
    public func append(_ samples: [Float]) throws(AudioError) {}

    /// Makes the recording whole and gives it its name; returns its duration in seconds.
    @discardableResult
    public func finish() throws(AudioError) -> Double { 0 }

    /// Throws the recording away.
    public func discard() throws(AudioError) {}

    /// Makes a recording whole that a crash left over, and returns its duration in seconds.
    @discardableResult
    public static func recoverPartial(at path: String) throws(AudioError) -> Double { 0 }
}
