public import Evaluation

/// A further question to ask when an answer left out a point or claimed something vague.
public struct FollowUp: Sendable, Hashable {
    /// What a follow-up asks about.
    public enum Target: Sendable, Hashable {
        /// A key point of the question, by its id.
        case keyPoint(String)
        /// Something the answer claimed without carrying it.
        case claim(VagueClaim)
    }

    /// What it asks about.
    public var target: Target
    /// The question as asked.
    public var text: String

    /// A question about `target`.
    public init(target: Target, text: String) {
        self.target = target
        self.text = text
    }

    /// A question about one key point.
    public init(keyPointID: String, text: String) { self.init(target: .keyPoint(keyPointID), text: text) }

    /// The key point it asks about; `nil` when it asks about a vague claim.
    public var keyPointID: String? {
        if case .keyPoint(let id) = target { id } else { nil }
    }

    /// The vague claim it asks about; `nil` when it asks about a key point.
    public var claim: VagueClaim? {
        if case .claim(let claim) = target { claim } else { nil }
    }
}

/// In JSON it has `keyPointID` or `claim`, and `text`; older versions know the first alone.
extension FollowUp: Codable {
    private enum CodingKeys: String, CodingKey {
        case keyPointID, claim, text
    }

    /// Reads a follow-up; one without a claim must have a key point.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        text = try values.decode(String.self, forKey: .text)
        target =
            try values.decodeIfPresent(VagueClaim.self, forKey: .claim).map { .claim($0) }
            ?? .keyPoint(values.decode(String.self, forKey: .keyPointID))
    }

    /// Writes what it asks about and its text.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encodeIfPresent(keyPointID, forKey: .keyPointID)
        try values.encodeIfPresent(claim, forKey: .claim)
        try values.encode(text, forKey: .text)
    }
}
