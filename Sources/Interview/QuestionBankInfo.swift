/// What a bank of questions is called, whose it is and how it is asked from; its questions are kept beside it.
public struct QuestionBankInfo: Sendable, Hashable, Codable, Identifiable {
    /// A UUID as text.
    public let id: String
    /// A short name that programs know it by, for example `viva` for the questions that come with Viva; `nil` for most.
    public let key: String?
    /// What it is called.
    public var name: String
    /// What it is for.
    public var summary: String?
    /// Its subject, for example `databases`; `nil` for several.
    public var category: String?
    /// How much experience it asks for; `nil` for several levels.
    public var level: QuestionLevel?
    /// Free labels.
    public var tags: [String]
    /// Whether everybody may ask from it, and not only its owner and the organization.
    public var isPublic: Bool
    /// The number of the person whose it is.
    public var owner: Int64?
    /// The number of the organization whose it is.
    public var organization: Int64?
    /// How long an answer may take where its question says nothing, in seconds.
    public var defaultTimeLimitSeconds: Double?
    /// Whether its questions are asked in another order each time.
    public var isShuffled: Bool
    /// Whether some of its questions may be chosen by chance.
    public var allowsRandomSelection: Bool
    /// A hash of the list that its questions were last brought in line with; `nil` when they were changed since, or follow no list.
    public var listHash: String?

    /// A bank; left out, one of nobody in particular for everybody.
    public init(
        id: String, key: String? = nil, name: String, summary: String? = nil, category: String? = nil,
        level: QuestionLevel? = nil, tags: [String] = [], isPublic: Bool = true, owner: Int64? = nil,
        organization: Int64? = nil, defaultTimeLimitSeconds: Double? = nil, isShuffled: Bool = false,
        allowsRandomSelection: Bool = true
    ) {
        self.id = id
        self.key = key
        self.name = name
        self.summary = summary
        self.category = category
        self.level = level
        self.tags = tags
        self.isPublic = isPublic
        self.owner = owner
        self.organization = organization
        self.defaultTimeLimitSeconds = defaultTimeLimitSeconds
        self.isShuffled = isShuffled
        self.allowsRandomSelection = allowsRandomSelection
    }

    /// The same without white space around its texts.
    ///
    /// - Throws: `InvalidField` when it has no name, a text is too long or the time limit is none.
    public func checked() throws(InvalidField) -> QuestionBankInfo {
        var bank = self
        bank.name = try InvalidField.name(name, "name")
        bank.summary = try InvalidField.text(summary, "description")
        bank.tags = try InvalidField.labels(tags, "tags")
        if let category { bank.category = try InvalidField.name(category, "category") }
        if let seconds = defaultTimeLimitSeconds {
            guard seconds.isFinite, seconds > 0, seconds <= 86_400 else {
                throw InvalidField(
                    field: "default time limit", reason: "It is not within 0 and 86,400 seconds.")
            }
        }
        return bank
    }
}
