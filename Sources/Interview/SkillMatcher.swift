import Evaluation

/// Says how plainly questions are about some skills.
struct SkillMatcher: Sendable {
    /// A skill that a label or the text of the question names.
    static let named = 1.0
    /// A skill that a key point names: a good answer speaks of it.
    static let inKeyPoints = 0.6
    /// A skill whose subject is that of the question.
    static let sameSubject = 0.2

    private struct Spelling {
        var keys: [String]
        /// As it must be written, where it is also an ordinary word.
        var written: String?
        var skill: Int
    }

    private let count: Int
    /// The ways in which the skills are written, by their first word.
    private var spellings: [String: [Spelling]] = [:]
    /// The skills by the labels that name them, and by those that they belong to.
    private var named: [String: [Int]] = [:]
    private var subjects: [String: [Int]] = [:]

    init(_ skills: [Skill]) {
        count = skills.count
        for (place, skill) in skills.enumerated() {
            for text in [skill.name] + skill.spellings {
                let keys = SkillText.keys(of: text)
                guard let first = keys.first else { continue }
                spellings[first, default: []].append(
                    Spelling(
                        keys: keys, written: keys.count == 1 && SkillCaution.isOrdinary(text) ? text : nil,
                        skill: place))
                named[keys.joined(separator: " "), default: []].append(place)
            }
            for subject in skill.subjects { subjects[SkillText.key(subject), default: []].append(place) }
        }
    }

    /// How plainly a question is about each of the skills, 0...1.
    func shares(of question: Question) -> [Double] {
        var shares = [Double](repeating: 0, count: count)
        guard count > 0 else { return shares }
        func raise(_ skills: [Int]?, to share: Double) {
            for skill in skills ?? [] { shares[skill] = max(shares[skill], share) }
        }
        for label in [question.category] + question.tags {
            let key = SkillText.key(label)
            raise(named[key], to: Self.named)
            raise(subjects[key], to: Self.sameSubject)
        }
        let labels = ([question.text, question.category] + question.tags).joined(separator: "\n")
        raise(skills(namedIn: labels), to: Self.named)
        let points = question.keyPoints.flatMap { [$0.statement] + $0.variants }.joined(separator: "\n")
        raise(skills(namedIn: points), to: Self.inKeyPoints)
        return shares
    }

    /// The skills that a text names; a name that is an ordinary word as well only with its capitals and behind another word.
    private func skills(namedIn text: String) -> [Int] {
        let text = SkillText(text)
        var skills: [Int] = []
        for (place, word) in text.words.enumerated() {
            for spelling in spellings[word.key] ?? []
            where text.hasKeys(spelling.keys, at: place)
                && (spelling.written.map { $0 == word.written && !text.beginsSentence(place) } ?? true)
            {
                skills.append(spelling.skill)
            }
        }
        return skills
    }
}
