/// What can leave the machine, and when: the list that `viva doctor` shows. Each is asked for by the user in so many words.
struct NetworkUse: Encodable, Sendable {
    var what: String
    var when: String

    static let all = [
        NetworkUse(
            what: "speech, and what is known of the answer",
            when: "with --engine endpoint, to the address that you give"),
        NetworkUse(
            what: "the question, what is expected of the answer, and its words",
            when: "with --judge-url or the variable VIVA_JUDGE_URL, to that address"),
        NetworkUse(
            what: "the skills and the role that the questions lack, with questions about them",
            when:
                "in `viva practice`, `questions choose` and `questions generate`, where a judge is named, to its address"
        ),
        NetworkUse(
            what: "interviews with their words, people and questions; no recordings",
            when: "with the variable VIVA_DATABASE_URL, to that address"),
        NetworkUse(
            what: "the name of a model's package, or the address that you give",
            when: "with `viva models install`"),
    ]
}
