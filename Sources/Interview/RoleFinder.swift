import Language

/// Finds the role of a bank that a title or a text means: an "SRE" is a DevOps Engineer, a "web developer" a Full Stack
/// Developer.
public struct RoleFinder: Sendable {
    /// A role and the words that showed it.
    public struct Found: Sendable, Hashable {
        /// The role as the bank writes it.
        public var role: String
        /// The title as the text writes it.
        public var title: String
        /// The place of its first word.
        var place: Int
    }

    /// The roles of the bank, each once, in the order in which its questions name them.
    public let roles: [String]
    private let phrases: [String: [(keys: [String], role: String)]]

    /// Knows the roles that questions name.
    public init(questions: [Question]) {
        var seen: Set<String> = []
        self.init(roles: questions.flatMap(\.roles).filter { seen.insert($0.lowercased()).inserted })
    }

    /// Knows some roles.
    public init(roles: [String]) {
        self.roles = roles
        var phrases: [String: [(keys: [String], role: String)]] = [:]
        func add(_ keys: [String], _ role: String) {
            guard let first = keys.first, !(phrases[first] ?? []).contains(where: { $0.keys == keys }) else {
                return
            }
            phrases[first, default: []].append((keys, role))
        }
        for role in roles { add(SkillText.keys(of: role), role) }
        for (name, titles) in RoleTitles.titles {
            guard let role = roles.first(where: { SkillText.key($0) == SkillText.key(name) }) else {
                continue
            }
            for title in titles { add(SkillText.keys(of: title), role) }
        }
        self.phrases = phrases.mapValues { $0.sorted { $1.keys.count < $0.keys.count } }
    }

    /// The role of the bank that a title means: the same, one of its other names, or the same but for a slip; `nil` when
    /// it is none of them.
    public func role(titled title: String) -> String? {
        let key = SkillText.key(title)
        guard !key.isEmpty, key.count <= Self.longestTitle else { return nil }
        if let same = roles.first(where: { SkillText.key($0) == key }) { return same }
        if let found = titles(in: SkillText(title)).first { return found.role }
        let bare = key.filter { $0 != " " }
        return roles.first { role in
            let other = SkillText.key(role).filter { $0 != " " }
            let slips = EditDistance.between(bare, other)
            return slips <= (other.count >= 10 ? 2 : 1)
        }
    }

    /// The longest title that is looked at, in characters.
    public static let longestTitle = 80

    /// The role that a text is about: a title near its top or behind "Position:" counts most, then the one that comes
    /// most often, then the first. One that is not wanted, as in "not a Java developer", does not count.
    func role(in text: SkillText) -> Found? {
        var scores: [String: (score: Int, first: Found)] = [:]
        let firstLine = text.words.first?.line ?? 0
        for found in titles(in: text) where !text.isDenied(at: found.place) {
            let word = text.words[found.place]
            let label = text.words[max(0, found.place - 4)..<found.place].filter { $0.line == word.line }
            let isLabelled = label.contains { Self.labels.contains($0.key) }
            let score = isLabelled ? 8 : word.line <= firstLine + 8 ? 5 : 1
            scores[found.role, default: (0, found)].score += score
        }
        let best = scores.values.max { ($0.score, $1.first.place) < ($1.score, $0.first.place) }
        return best?.first
    }

    private static let labels: Set<String> = [
        "position", "role", "title", "hiring", "seeking", "opening", "vacancy",
    ]

    /// Every title in a text, in its order; the longest where several begin.
    private func titles(in text: SkillText) -> [Found] {
        var found: [Found] = []
        var place = 0
        while place < text.words.count {
            let match = (phrases[text.words[place].key] ?? []).first { phrase in
                place + phrase.keys.count <= text.words.count
                    && phrase.keys.indices.allSatisfy {
                        let word = text.words[place + $0]
                        return ($0 == 0 || !word.beginsLine)
                            && (word.key == phrase.keys[$0]
                                || $0 == phrase.keys.count - 1 && word.key == phrase.keys[$0] + "s")
                    }
            }
            guard let match else {
                place += 1
                continue
            }
            let words = text.words[place..<place + match.keys.count]
            found.append(
                Found(role: match.role, title: words.map(\.written).joined(separator: " "), place: place))
            place += match.keys.count
        }
        return found
    }
}
