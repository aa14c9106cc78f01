/// The subject of a question, as this interface writes it: `system_design`.
struct PracticeCategory: Sendable, Hashable {
    /// How it is shown.
    let name: String

    /// The subject of a name, however it is written.
    init(_ category: String) {
        name = String(category.lowercased().map { $0 == " " || $0 == "-" ? "_" : $0 })
    }

    /// Whether one that somebody asks for means it: the same, be it as one or as many (`database`, `databases`).
    func isMeant(by asked: PracticeCategory) -> Bool {
        name == asked.name || name == asked.name + "s" || name + "s" == asked.name
    }

    /// Whether it is what one that somebody asks for says more closely: all its words are among those (`web`, `Web Development`).
    func isNear(_ asked: PracticeCategory) -> Bool { !words.isEmpty && words.isSubset(of: asked.words) }

    private var words: Set<Substring> {
        Set(name.split { !$0.isLetter && !$0.isNumber }.map { $0.hasSuffix("s") ? $0.dropLast() : $0 })
    }
}
