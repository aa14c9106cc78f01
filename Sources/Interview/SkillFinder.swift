/// Finds the skills that a job description or a resume names.
public struct SkillFinder: Sendable {
    private let catalogue: SkillCatalogue

    /// Finds the skills of a catalogue.
    public init(catalogue: SkillCatalogue) { self.catalogue = catalogue }

    /// The skills that a text names, those of which it makes most first; those that it says not to want are left out. Any text will
    /// do; the time grows with its length.
    public func skills(in text: String) -> [FoundSkill] { skills(in: SkillText(text)) }

    func skills(in text: SkillText) -> [FoundSkill] { located(in: text).map(\.skill) }

    /// The skills with the lines that name them, in rising order and from 0, each once.
    func located(in text: SkillText) -> [(skill: FoundSkill, lines: [Int])] {
        let lines = TextLines(text)
        var counts: [Int: (count: Int, isRequired: Bool, score: Double, first: Int, lines: Set<Int>)] = [:]
        for mention in mentions(in: text) where !text.isDenied(at: mention.place) {
            let weight = lines.weight(ofLine: text.words[mention.place].line)
            var count = counts[mention.skill] ?? (0, false, 0, mention.place, [])
            count.count += 1
            count.lines.insert(text.words[mention.place].line)
            count.isRequired = count.isRequired || weight > 1
            count.score = min(Self.highestScore, count.score + weight)
            counts[mention.skill] = count
        }
        return counts.sorted {
            ($1.value.score, $0.value.first, $0.key) < ($0.value.score, $1.value.first, $1.key)
        }
        .map { place, found in
            let skill = FoundSkill(
                skill: catalogue.skills[place], count: found.count, isRequired: found.isRequired,
                score: found.score)
            return (skill, found.lines.sorted())
        }
    }

    private static let highestScore = 12.0

    private struct Mention {
        var place: Int
        var length: Int
        var skill: Int
    }

    /// Where skills are named, first those that are sure, then those that are sure only beside others.
    private func mentions(in text: SkillText) -> [Mention] {
        var mentions: [Mention] = []
        var taken = [Bool](repeating: false, count: text.words.count)
        var doubtful: [(place: Int, spelling: SkillCatalogue.Spelling)] = []
        var place = 0
        while place < text.words.count {
            let found = spellings(at: place, in: text)
            guard let spelling = found.first(where: { isSure($0, at: place, in: text) }) else {
                doubtful += found.map { (place, $0) }
                place += 1
                continue
            }
            mentions.append(Mention(place: place, length: spelling.keys.count, skill: spelling.skill))
            for taking in place..<place + spelling.keys.count { taken[taking] = true }
            place += spelling.keys.count
        }
        // Twice, so that of "Python, R, C" the last is found by the one before it.
        for _ in 0..<2 {
            for (place, spelling) in doubtful where !taken[place] {
                guard isAmongOthers(place, spelling, taken: taken, in: text) else { continue }
                taken[place] = true
                mentions.append(Mention(place: place, length: 1, skill: spelling.skill))
            }
        }
        return mentions
    }

    private func spellings(at place: Int, in text: SkillText) -> [SkillCatalogue.Spelling] {
        (catalogue.spellings[text.words[place].key] ?? []).filter { text.hasKeys($0.keys, at: place) }
    }

    // MARK: Names that are words

    private func isSure(_ spelling: SkillCatalogue.Spelling, at place: Int, in text: SkillText) -> Bool {
        let word = text.words[place]
        switch spelling.caution {
        case .free: return true
        case .exact: return word.written == spelling.text && !isPartOfCompound(place, in: text)
        case .name:
            if isSurrounded(place, in: text) { return true }
            return word.written == spelling.text && !text.beginsSentence(place)
                && !isPartOfCompound(place, in: text)
        case .context:
            return word.written == spelling.text && !isPartOfCompound(place, in: text)
                && (isSurrounded(place, in: text) || isBehindUse(place, in: text))
        }
    }

    /// "C-level", "R&D", "go-to-market".
    private func isPartOfCompound(_ place: Int, in text: SkillText) -> Bool {
        let after = place + 1 < text.words.count ? text.words[place + 1] : nil
        let before = text.words[place]
        let joins = ["-", "&", "'", "’", "–"]
        if let after, !after.beginsLine, after.isJoined, joins.contains(after.signsBefore) { return true }
        return before.isJoined && joins.contains(before.signsBefore) && !before.beginsLine
    }

    /// Whether the words around say that a language or a tool is meant: "Go developer", "the R language".
    private func isSurrounded(_ place: Int, in text: SkillText) -> Bool {
        let next = place + 1 < text.words.count ? text.words[place + 1] : nil
        guard let next, !next.beginsLine, next.signsBefore.isEmpty else { return false }
        return Self.endings.contains(next.key)
    }

    private func isBehindUse(_ place: Int, in text: SkillText) -> Bool {
        guard place > 0, !text.words[place].beginsLine, text.words[place].signsBefore.isEmpty else {
            return false
        }
        // "Write in Go", but not "in Go to market".
        let next = place + 1 < text.words.count ? text.words[place + 1] : nil
        if let next, !next.beginsLine, next.signsBefore.isEmpty, Self.goesOn.contains(next.key) {
            return false
        }
        return Self.uses.contains(text.words[place - 1].key)
    }

    /// Whether the word stands in a row with skills that are sure, or alone in its line.
    private func isAmongOthers(
        _ place: Int, _ spelling: SkillCatalogue.Spelling, taken: [Bool], in text: SkillText
    ) -> Bool {
        guard spelling.keys.count == 1, !isPartOfCompound(place, in: text) else { return false }
        let word = text.words[place]
        let isExact = word.written == spelling.text
        let isLineEnd = place + 1 >= text.words.count || text.words[place + 1].beginsLine
        if isExact, word.beginsLine, isLineEnd { return true }
        if isExact, spelling.caution == .name, word.beginsLine, isListed(place + 1, in: text) { return true }
        let isBefore = !word.beginsLine && place > 0 && taken[place - 1] && isListed(place, in: text)
        let isAfter = !isLineEnd && taken[place + 1] && isListed(place + 1, in: text)
        if isBefore || isAfter {
            return isExact || spelling.caution != .context || isBefore && (isAfter || isLineEnd)
        }
        guard isExact else { return false }
        // "Python and Go", "Go or Rust".
        let isJoinedBefore =
            place > 1 && !word.beginsLine && Self.joiners.contains(text.words[place - 1].key)
            && taken[place - 2]
            && !text.words[place - 1].beginsLine
        let isJoinedAfter =
            !isLineEnd && place + 2 < text.words.count && Self.joiners.contains(text.words[place + 1].key)
            && taken[place + 2] && !text.words[place + 2].beginsLine
        return isJoinedBefore || isJoinedAfter
    }

    /// Whether the signs before a word are those of a list.
    private func isListed(_ place: Int, in text: SkillText) -> Bool {
        guard place < text.words.count, !text.words[place].beginsLine else { return false }
        let signs = text.words[place].signsBefore
        return !signs.isEmpty && signs.allSatisfy { ",/|;•·&+()".contains($0) }
    }

    private static let joiners: Set<String> = ["and", "or", "und", "plus"]
    private static let uses: Set<String> = [
        "in", "using", "with", "use", "uses", "used", "language", "languages", "know", "knows", "write",
        "wrote",
        "learn", "learned", "like", "of", "ideally", "preferably", "modern", "via",
    ]
    private static let goesOn: Set<String> = [
        "to", "on", "back", "up", "down", "ahead", "out", "over", "through",
    ]
    private static let endings: Set<String> = [
        "developer", "developers", "engineer", "engineers", "programmer", "programmers", "programming",
        "language",
        "code", "codebase", "development", "experience", "lang", "framework", "boot", "native", "apps",
        "services",
        "microservices", "components", "hooks", "backend", "frontend", "scripts", "macros", "spreadsheets",
    ]
}
