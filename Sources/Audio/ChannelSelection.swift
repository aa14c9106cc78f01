/// Which channels of a recording the user wants heard.
public enum ChannelSelection: String, Sendable, Hashable, CaseIterable, Codable {
    /// All channels mixed to one.
    case mix
    /// The first channel of two or more.
    case left
    /// The second channel of two or more.
    case right
    /// Every channel by itself, as when interviewer and candidate have a microphone each.
    case split

    /// The passes that this selection takes over a recording.
    ///
    /// - Parameters:
    ///   - channels: How many channels the recording has.
    ///   - name: The recording, for the message.
    /// - Throws: `AudioError.notStereo` for `left` or `right` of a recording with one channel.
    public func passes(channels: Int, of name: String) throws(AudioError) -> [Channel] {
        switch self {
        case .mix:
            return [.mix]
        case .left, .right:
            guard channels > 1 else { throw .notStereo(path: name, asked: self) }
            return [.channel(self == .left ? 0 : 1)]
        case .split:
            return (0..<max(1, channels)).map(Channel.channel)
        }
    }
}
