public import Audio
import FoundationEssentials
public import Speech

/// What a transcript depends on beside the audio: with other settings a result is another result.
public struct BatchSettings: Sendable, Hashable, Codable {
    /// The model, so that another one makes a difference.
    public var model: String
    /// What hears the words, when it is not PocketSphinx.
    public var engine: String?
    /// Which channels are heard.
    public var channels: ChannelSelection
    /// What is known of the answer.
    public var context: HearingContext?

    /// Settings for one recording.
    public init(
        model: String, engine: String? = nil, channels: ChannelSelection, context: HearingContext?
    ) {
        self.model = model
        self.engine = engine
        self.channels = channels
        self.context = context
    }

    /// A short text that is the same for the same settings, on every machine: the fingerprint of their JSON.
    public var digest: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return Fingerprint.of((try? encoder.encode(self)) ?? Data())
    }
}
