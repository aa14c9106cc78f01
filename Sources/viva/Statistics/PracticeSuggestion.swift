import Interview

/// What to practise next because of a weak area, as a command that can be typed.
struct PracticeSuggestion: Encodable, Hashable {
    /// What an area is.
    enum Sort: String, Encodable {
        /// A subject of questions.
        case subject
        /// A skill of interviews.
        case skill
    }

    /// The subject or skill.
    var area: String
    /// Which of both it is.
    var sort: Sort
    /// Its mean score, 0...100.
    var mean: Double
    /// The command.
    var command: String

    /// At most so many areas of each sort are suggested: more is no plan.
    private static let most = 3

    /// Suggestions for the weakest areas, subjects first.
    ///
    /// - Parameters:
    ///   - role: the job that the areas are those of; `nil` for any.
    ///   - person: who has these areas, as it was given; `nil` where nobody was named.
    ///   - home: the folder that was named for the archive; `nil` for the usual one.
    static func all(
        for areas: WeakAreas, role: String?, person: PersonName?, home: String?
    ) throws -> [PracticeSuggestion] {
        guard (areas.categories + areas.skills).contains(where: \.isWeak) else { return [] }
        return all(for: areas, questions: try Questions.expected(), role: role, person: person, home: home)
    }

    /// The same with the questions that can be asked.
    static func all(
        for areas: WeakAreas, questions: [Question], role: String?, person: PersonName?, home: String?
    ) -> [PracticeSuggestion] {
        var seen: Set<String> = []
        let sorted: [(Sort, [WeakAreas.Area])] = [(.subject, areas.categories), (.skill, areas.skills)]
        return sorted.flatMap { sort, areas in
            areas.filter { $0.isWeak && isName($0.name) && seen.insert($0.name.lowercased()).inserted }
                .prefix(most)
                .map { area in
                    let words =
                        options(area.name, sort, questions, role) + ["--skills", area.name]
                        + (person.map { ["--person", $0.description] } ?? [])
                        + (home.map { ["--home", $0] } ?? [])
                    let command = (["viva", "practice", "--microphone"] + words).map(ShellText.quoted)
                    return PracticeSuggestion(
                        area: area.name, sort: sort, mean: area.mean, command: command.joined(separator: " "))
                }
        }
    }

    /// A name that `--skills` takes as one, and not for an option.
    private static func isName(_ name: String) -> Bool {
        QuestionPreferences.canName(name) && !name.contains(",") && !name.hasPrefix("-")
    }

    /// What keeps the interview to questions of that sort, as far as there are any.
    private static func options(_ name: String, _ sort: Sort, _ questions: [Question], _ role: String?)
        -> [String]
    {
        let kinds = sort == .subject ? Set(questions.filter { $0.category == name }.map(\.kind)) : []
        let mix = mix(of: kinds)
        let known = role.flatMap { RoleFinder(questions: questions).role(titled: $0) }
        let isRoleAsked =
            known.map { role in
                let preferences = QuestionPreferences(mix: mix ?? .mixed, role: role)
                return !preferences.admitted(of: questions).isEmpty
            } ?? false
        return (isRoleAsked ? ["--role", known ?? ""] : []) + (mix.map { ["--kind", $0.rawValue] } ?? [])
    }

    /// The narrowest mix that has questions of all these kinds; `nil` where they are of several families, or there are none.
    private static func mix(of kinds: Set<QuestionKind>) -> QuestionPreferences.Mix? {
        if kinds.count == 1,
            let mix = QuestionPreferences.Mix.allCases.first(where: { $0.kind == kinds.first })
        {
            return mix
        }
        let families = Set(kinds.map(\.family))
        guard families.count == 1, let family = families.first else { return nil }
        return family == .technical ? .technical : .behavioural
    }
}
