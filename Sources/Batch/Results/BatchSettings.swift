public import Audio
import FoundationEssentials
public import Speech

/// What a transcript depends on beside the audio: with other settings a result is another result.
public struct BatchSettings: Sendable, Hashable, Codable {
    /// The model, so that another one makes a difference.
    public var model: String
    /// Which channels are heard.
    public var channels: ChannelSelection
    /// What is known of the answer.
    public var context: HearingContext?

    /// Settings for one recording.
    public init(model: String, channels: ChannelSelection, context: HearingContext?) {
        self.model = model
        self.channels = channels
        self.context = context
    }

    /// A short text that is the same for the same settings, on every machine: FNV-1a of 64 bits (Fowler, Noll and Vo,
    /// RFC 9923) over their JSON.
    public var digest: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let bytes = (try? encoder.encode(self)) ?? Data()
        let hash = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
