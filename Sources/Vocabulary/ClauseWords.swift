/// What words tell about where a clause begins and where it cannot end.
enum ClauseWords {
    /// How a word stands to what was said before it.
    enum Role {
        /// It opens a new thought: "so", "then", "first".
        case opener
        /// It is probably the subject of a new clause: "we", "it".
        case subject
        /// It joins a clause to the one before: "and", "because".
        case joiner
        /// It goes on within the clause: "of", "is".
        case binder
        /// It tells nothing.
        case other
    }

    /// The role of a word, which "and" shares with the word behind it: "and then" opens a thought.
    static func role(of word: String, before next: String?) -> Role {
        if word == "and", let next, ["then", "so", "finally", "after", "eventually"].contains(next) {
            return .opener
        }
        return roles[word] ?? .other
    }

    /// Whether no sentence ends with a word.
    static func goesOn(_ word: String) -> Bool { unfinished.contains(word) }

    /// Whether a sentence seldom ends with a word, because another verb follows it.
    static func isAuxiliary(_ word: String) -> Bool { auxiliaries.contains(word) }

    private static let roles: [String: Role] = {
        let lists: [(Role, String)] = [
            (
                .opener,
                "so then now next first firstly second secondly third thirdly finally lastly also actually basically okay ok "
                    + "well yeah yes however afterwards later eventually overall additionally meanwhile afterward"
            ),
            (
                .subject,
                "i we they he she it you there this these my our i'm i've i'd i'll we're we've we'd we'll they're it's "
                    + "it'll that's there's let's he's she's you're what how"
            ),
            (
                .joiner,
                "and but or because which where while when if though although since until unless whereas"
            ),
            (
                .binder,
                "of to in for with at by from on as than into about is was are were be been has have had that who whom "
                    + "percent not only per without within between through"
            ),
        ]
        var roles: [String: Role] = [:]
        for (role, words) in lists { for word in words.split(separator: " ") { roles[String(word)] = role } }
        return roles
    }()

    private static let unfinished = Set.words(
        "the a an of to in on at by for from with as and or but because so if when while that which who whose my your our "
            + "their his her its i we they he she i'm we're they're you're it's that's there's very than into between "
            + "about without per each every i've we've i'd we'd i'll we'll let's where until unless since although though "
            + "gonna wanna such quite")
    private static let auxiliaries = Set.words(
        "is are was were am be been have has had will would can could should must may might do does did not don't "
            + "didn't can't")
}
