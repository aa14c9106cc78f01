/// What stands for the subject in the texts of a template.
package enum SubjectPlaceholder: String, CaseIterable, Sendable {
    /// The name with its article, `a` or `an`.
    case nameWithArticle = "{a subject}"
    /// The name.
    case name = "{subject}"

    /// A text of a template with the name of a subject in its blanks.
    static func filled(_ text: String, with name: String) -> String {
        let article = name.first.map { "AEIOUaeiou".contains($0) } ?? false ? "an" : "a"
        return text.replacing(nameWithArticle.rawValue, with: "\(article) \(name)")
            .replacing(Self.name.rawValue, with: name)
    }
}
