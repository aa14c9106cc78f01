/// What kind of questions somebody wants.
public struct QuestionPreferences: Sendable, Hashable, Codable {
    /// How technical and behavioural questions are mixed.
    public enum Mix: String, Sendable, Hashable, Codable, CaseIterable {
        /// Only technical ones.
        case technical
        /// Only behavioural ones.
        case behavioural
        /// Six technical ones to four behavioural ones.
        case mixed

        /// The share of technical questions, 0...1.
        public var technicalShare: Double {
            switch self {
            case .technical: 1
            case .behavioural: 0
            case .mixed: 0.6
            }
        }
    }

    /// How the families of questions are mixed.
    public var mix: Mix
    /// The role practised for; `nil` for any.
    public var role: String?
    /// The level to begin with.
    public var level: QuestionLevel

    /// Preferences; left out, a mixed interview at the middle level for any role.
    public init(mix: Mix = .mixed, role: String? = nil, level: QuestionLevel = .mid) {
        self.mix = mix
        self.role = role
        self.level = level
    }
}
