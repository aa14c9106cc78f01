/// A recording that was opened and found to be audio.
public struct AudioFile: Sendable {
    /// What the recording says of itself.
    public var info: AudioInfo
    /// The recording as messages and reports name it.
    public var name: String

    /// Opens a recording.
    public static func open(_ input: AudioInput, programs: SearchPath = .environment) async throws(AudioError) -> AudioFile {
        throw .notFound(path: input.name)
    }

    /// The passes that a selection takes over this recording.
    public func passes(_ selection: ChannelSelection) throws(AudioError) -> [Channel] {
        try selection.passes(channels: info.channels, of: name)
    }

    /// The audio of one pass.
    public func buffers(_ channel: Channel = .mix) throws(AudioError) -> AudioStream {
        throw .notFound(path: name)
    }
}
