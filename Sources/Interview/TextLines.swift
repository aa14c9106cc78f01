/// How much each line of a job description counts: what stands under "Requirements" counts more than what is welcome.
struct TextLines: Sendable {
    /// A line that names what is required, or stands under such a heading.
    static let required = 3.0
    /// A line about what is only welcome.
    static let welcome = 0.5

    private var weights: [Double] = []

    init(_ text: SkillText) {
        var section = 1.0
        var start = 0
        while start < text.words.count {
            let number = text.words[start].line
            var end = start
            while end < text.words.count, text.words[end].line == number { end += 1 }
            let words = text.words[start..<end]
            let line = " " + words.prefix(Self.longestLine).map(\.key).joined(separator: " ") + " "
            let own = Self.weight(of: line)
            if Self.mayBeHeading(words) {
                if let own, words.count <= 2 || Self.weight(ofStart: line) != nil {
                    section = own
                } else if Self.headings.contains(where: { line.hasPrefix(" \($0) ") }) {
                    section = 1
                }
            }
            while weights.count < number { weights.append(section) }
            weights.append(own ?? section)
            start = end
        }
    }

    /// How much a mention in a line counts.
    func weight(ofLine line: Int) -> Double { line < weights.count ? weights[line] : 1 }

    private static let longestHeading = 6
    private static let longestLine = 400

    /// A heading is short and no item of a list; a longer line about what is required says it of itself alone.
    private static func mayBeHeading(_ words: ArraySlice<SkillText.Word>) -> Bool {
        words.count <= longestHeading
            && !(words.first?.signsBefore.contains { "-*•·–—▪◦‣+>".contains($0) } ?? false)
    }

    private static func weight(of line: String) -> Double? {
        if welcomes.contains(where: { line.contains(" \($0) ") }) { return welcome }
        return requirements.contains { line.contains(" \($0) ") } ? required : nil
    }

    private static func weight(ofStart line: String) -> Double? {
        if welcomes.contains(where: { line.hasPrefix(" \($0) ") }) { return welcome }
        return requirements.contains { line.hasPrefix(" \($0) ") } ? required : nil
    }

    private static let requirements = [
        "requirements", "required", "requires", "require", "must have", "must haves", "must",
        "qualifications",
        "what you bring", "what you need", "what we expect", "what we are looking for",
        "what we re looking for",
        "who you are", "your profile", "you have", "you bring", "essential", "mandatory", "skills",
        "key skills",
        "minimum", "proficient", "proficiency", "expertise",
    ]
    private static let welcomes = [
        "nice to have", "nice to haves", "preferred", "bonus", "a plus", "plus", "desirable", "welcome",
        "optional",
        "ideally", "advantage", "good to have",
    ]
    private static let headings = [
        "about", "benefits", "what we offer", "we offer", "our offer", "responsibilities", "your role",
        "your tasks",
        "what you will do", "what you ll do", "the role", "the team", "company", "how to apply", "contact",
        "perks",
        "education", "experience", "work experience", "employment", "projects", "hobbies", "interests",
        "languages",
        "compensation", "salary", "location", "equal opportunity",
    ]
}
