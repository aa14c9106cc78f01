import Speech

/// What a stream had to repair or could not find while it read a recording; complete once the stream has
/// ended.
public struct AudioReport: Sendable, Hashable, Codable {
    /// How much audio was read, in seconds.
    public var readSeconds: Double = 0
    /// Samples that were not a number or infinite, replaced by 0.
    public var nonFiniteSamples: Int = 0
    /// Samples beyond -1...1, limited to it.
    public var limitedSamples: Int = 0
    /// How much of the promised audio is not there, in seconds: above 0, the recording was cut short.
    public var missingSeconds: Double = 0
    /// Whether the file became longer while it was read; what came after opening was not read.
    public var grewWhileRead = false
    /// Why reading ended early, in the library's words, when it was more than the end of the file.
    public var damage: String?

    /// A report of nothing read yet.
    public init() {}

    /// Whether the recording was whole and nothing had to be repaired.
    public var isClean: Bool {
        nonFiniteSamples == 0 && limitedSamples == 0 && missingSeconds == 0 && !grewWhileRead && damage == nil
    }

    /// What was found, a sentence each, for the user; empty when all was well.
    public var warnings: [String] {
        var warnings: [String] = []
        if missingSeconds > 0 {
            warnings.append("The recording is cut short: \(Self.text(missingSeconds)) s of it are missing.")
        }
        if let damage {
            warnings.append("Reading ended at \(Self.text(readSeconds)) s: \(damage).")
        }
        if grewWhileRead {
            warnings.append("The file grew while it was read: what came later was not heard.")
        }
        if nonFiniteSamples > 0 {
            warnings.append("\(nonFiniteSamples) samples were not numbers and were replaced by silence.")
        }
        if limitedSamples > 0 {
            warnings.append("\(limitedSamples) samples were beyond full scale and were limited to it.")
        }
        return warnings
    }

    private static func text(_ seconds: Double) -> FixedPoint { FixedPoint(seconds, places: 2) }
}
