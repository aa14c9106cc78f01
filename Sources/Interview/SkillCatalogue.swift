/// The skills that can be found in a text: those that many jobs ask for, the labels of a question bank, and the names of
/// a vocabulary.
public struct SkillCatalogue: Sendable {
    /// Names of one field of a vocabulary, for example of databases.
    public struct Field: Sendable {
        /// The field, for example `databases`.
        public var name: String
        /// The names as people write them.
        public var names: [String]

        /// Names of a field.
        public init(name: String, names: [String]) {
            self.name = name
            self.names = names
        }
    }

    /// One way to write a skill.
    struct Spelling: Sendable {
        var text: String
        var keys: [String]
        var caution: SkillCaution
        var skill: Int
    }

    /// The skills, each once.
    public let skills: [Skill]
    /// The spellings by their first word, the longest first.
    let spellings: [String: [Spelling]]
    private let placeByKey: [String: Int]

    /// A catalogue of the known skills, the categories and tags of questions and the names of fields, in this order: what
    /// stands in one already is not taken from the next.
    ///
    /// Of a bank's labels those of one everyday word ("users") are left out, of a field what is no name ("backfill").
    public init(questions: [Question] = [], fields: [Field] = []) {
        var skills: [Skill] = []
        var placeByKey: [String: Int] = [:]
        var firstOfVocabulary = 0
        func add(_ skill: Skill) {
            guard placeByKey[SkillText.key(skill.name)] == nil else { return }
            for spelling in [skill.name] + skill.spellings where !SkillText.key(spelling).isEmpty {
                let key = SkillText.key(spelling)
                if placeByKey[key] == nil { placeByKey[key] = skills.count }
            }
            skills.append(skill)
        }
        KnownSkills.all.forEach(add)
        for question in questions {
            for label in [question.category] + question.tags where Self.isTelling(label) {
                add(Skill(name: label, subjects: [label]))
            }
        }
        firstOfVocabulary = skills.count
        for field in fields where Self.fieldSubjects[field.name] != nil {
            for name in field.names where Self.isName(name) {
                add(Skill(name: name, subjects: Self.fieldSubjects[field.name] ?? []))
            }
        }
        self.skills = skills
        self.placeByKey = placeByKey
        var spellings: [String: [Spelling]] = [:]
        for (place, skill) in skills.enumerated() {
            for text in [skill.name] + skill.spellings {
                let keys = SkillText.keys(of: text)
                guard let first = keys.first, placeByKey[keys.joined(separator: " ")] == place else {
                    continue
                }
                spellings[first, default: []].append(
                    Spelling(
                        text: text, keys: keys,
                        caution: SkillCaution(text, isVocabulary: place >= firstOfVocabulary), skill: place))
            }
        }
        self.spellings = spellings.mapValues { spellings in
            spellings.enumerated().sorted {
                ($1.element.keys.count, $0.offset) < ($0.element.keys.count, $1.offset)
            }.map(\.element)
        }
    }

    /// The longest name of a skill that is taken.
    public static let longestName = 40

    /// The skill of a name, however it is written; one that is in no list is a skill all the same. `nil` when the name
    /// has no letter or digit or is longer than `longestName`.
    public func skill(named name: String) -> Skill? {
        let name = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let key = SkillText.key(name)
        guard !key.isEmpty, name.count <= Self.longestName,
            !name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
        else { return nil }
        return placeByKey[key].map { skills[$0] } ?? Skill(name: name)
    }

    /// Whether a label of a question is a skill rather than a word that every text has.
    private static func isTelling(_ label: String) -> Bool {
        let keys = SkillText.keys(of: label)
        return keys.count > 1 || fields.contains(label) || label.contains(where: \.isUppercase)
    }

    /// Labels of one word that jobs ask for.
    private static let fields: Set<String> = [
        "algorithms", "analytics", "android", "authentication", "caching", "compliance", "concurrency",
        "databases",
        "debugging", "estimation", "experiments", "forensics", "graphql", "http", "ios", "leadership",
        "logistics", "marketing", "mentoring", "monitoring", "negotiation", "observability", "personas",
        "refactoring", "replication", "scalability", "security", "statistics", "storytelling", "testing",
        "websockets", "wireframes",
    ]

    /// Whether a term of the vocabulary is the name of something that one can be good at.
    private static func isName(_ term: String) -> Bool {
        let isPlural =
            term.hasSuffix("s") && term.dropLast().contains(where: \.isUppercase)
            && term.dropLast().allSatisfy { $0.isUppercase || $0.isNumber }
        // "A/B" would be found in "parts A, B", and "3D" is no tool.
        let isLong = SkillText.keys(of: term).contains { $0.count > 1 }
        return isLong && !isPlural && term.first?.isLetter == true && term.contains(where: \.isUppercase)
            && term.first?.isLowercase != true && !noSkills.contains(term)
    }

    /// The fields of the vocabulary that hold names of tools, and what questions their skills belong to.
    private static let fieldSubjects: [String: [String]] = [
        "databases": ["databases"], "languages": ["programming"], "web": ["web"], "cloud": ["cloud"],
        "devops": ["operations", "automation"], "tools": ["tools"], "mobile": ["mobile"],
        "machine-learning": ["machine-learning"], "data": ["data-preparation"], "testing": ["testing"],
        "security": ["security"], "design": ["design"],
    ]

    /// Names in those fields that stand in job descriptions and are no skills.
    private static let noSkills: Set<String> = [
        "ACID", "ASCII", "UTF-8", "UTF-16", "Unicode", "Dropbox", "Evernote", "Facebook", "Gmail", "Google",
        "GoToMeeting", "GSuite", "Instagram", "LinkedIn", "OneDrive", "PDF", "Reddit", "Slack", "Teams",
        "TikTok",
        "Twitter", "TXT", "Webex", "WhatsApp", "Word", "YouTube", "Zoom", "Calendly", "DOCX", "XLSX", "PR",
        "GIF",
        "JPEG", "PNG", "SVG", "MP3", "MP4", "URL", "URI", "URN", "RSS", "CPU", "GPU", "TPU", "AZ", "SLA",
        "SLO",
        "SLI", "ARN", "AMI", "CD", "CI", "DB", "CA", "QR", "GPS", "SMS", "MMS", "VR", "XR", "IPA", "iPad",
        "iPhone",
        "AirPods", "AirDrop", "BYOD", "AGI", "OpenAI", "Anthropic", "Claude", "ChatGPT", "Copilot", "Gemini",
        "QA",
        "QC", "PHI", "PII", "DoS", "DDoS", "CISO", "MFA", "MAE", "WER", "RL", "F1", "L1", "L2", "MD5", "SUT",
        "Chrome", "Firefox", "Safari", "Mozilla", "StackOverflow", "Markdown", "DBA", "SDET", "SRE", "NAS",
        "BI",
        "Pythonic", "Rustacean", "SES", "CTE", "UDF", "WAL", "LSM", "BLEU", "Shopify", "IETF", "CMYK", "RGB",
        "HSL",
        "Squarespace", "Wix", "Trello", "Bayes", "Poisson", "Gaussian", "Bernoulli", "Markov",
        "Wasserstein", "Helvetica", "Behance", "Dribbble", "Maya", "STL", "GIL", "DSL", "DevOps", "Boto3",
        "CLR",
        "JVM", "CapEx", "OpEx", "DevTools", "Notepad", "Chromium", "PascalCase", "HotSpot",
    ]
}
