/// Finds how much experience a text asks for.
struct LevelFinder: Sendable {
    /// A level and the words that showed it.
    struct Found: Sendable, Hashable {
        var level: QuestionLevel
        var because: String
        /// The place of the words.
        var place: Int
    }

    /// The level beside a title, else that of the most years of experience that a text names; `nil` when it says neither.
    func level(in text: SkillText, title: RoleFinder.Found?) -> Found? {
        title.flatMap { level(beside: $0, in: text) } ?? level(byYearsIn: text)
    }

    /// "Senior", "Lead" and the like within three words of a title, on its line, or alone in a line before it.
    private func level(beside title: RoleFinder.Found, in text: SkillText) -> Found? {
        let line = text.words[title.place].line
        let around = text.words[max(0, title.place - 4)..<min(text.words.count, title.place + 6)]
        for (place, word) in zip(around.indices, around) where word.line == line {
            if let level = Self.titles[word.key] {
                return Found(level: level, because: word.written, place: place)
            }
        }
        return nil
    }

    private func level(byYearsIn text: SkillText) -> Found? {
        var most: (years: Int, words: String, place: Int)?
        for (place, word) in text.words.enumerated() where word.key == "years" || word.key == "yrs" {
            guard place > 0, let years = years(before: place, in: text), (0...45).contains(years) else {
                continue
            }
            let after = text.words[(place + 1)...].prefix(6).map(\.key)
            let before = text.words[max(0, place - 7)..<place].map(\.key)
            guard after.contains("experience") || before.contains("experience"),
                !before.contains(where: { ["we", "our", "company"].contains($0) })
            else { continue }
            if years > most?.years ?? -1 {
                most = (years, "\(text.words[place - 1].written) \(word.written)", place)
            }
        }
        return most.map {
            Found(level: Self.level(years: $0.years), because: $0.words, place: $0.place)
        }
    }

    /// The number before "years"; of "3-5" and "3 to 5" the lower.
    private func years(before place: Int, in text: SkillText) -> Int? {
        guard let upper = Self.number(text.words[place - 1].key) else { return nil }
        let word = text.words[place - 1]
        var first = place - 2
        if first >= 0, text.words[first].key == "to" {
            first -= 1
        } else if !"-–—".contains(word.signsBefore) || word.signsBefore.isEmpty {
            return upper
        }
        guard first >= 0, let lower = Self.number(text.words[first].key), lower < upper else { return upper }
        return lower
    }

    private static func number(_ key: String) -> Int? {
        Int(key.filter { $0 != "+" }).flatMap { (0...99).contains($0) ? $0 : nil } ?? numbers[key]
    }

    private static let numbers = [
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
        "ten": 10,
        "twelve": 12, "fifteen": 15,
    ]

    /// The levels as `QuestionLevel` has them; an authority takes about twelve years.
    private static func level(years: Int) -> QuestionLevel {
        switch years {
        case ..<2: .junior
        case ..<5: .mid
        case ..<12: .senior
        default: .expert
        }
    }

    private static let titles: [String: QuestionLevel] = [
        "intern": .junior, "internship": .junior, "trainee": .junior, "junior": .junior, "jr": .junior,
        "graduate": .junior, "apprentice": .junior, "entry": .junior, "mid": .mid, "intermediate": .mid,
        "senior": .senior, "sr": .senior, "lead": .senior, "staff": .expert, "principal": .expert,
        "distinguished": .expert, "fellow": .expert,
    ]
}
