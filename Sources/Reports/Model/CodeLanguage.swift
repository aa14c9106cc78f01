import Interview

/// The programming language that code is written in.
public struct CodeLanguage: Sendable, Hashable, Encodable {
    /// The name by which Markdown knows it, for example `cpp`.
    public let id: String
    /// The name for people, for example `C++`.
    public let name: String

    /// Those that answers are likely to be written in.
    static let all = [
        ("bash", "Bash"), ("c", "C"), ("cpp", "C++"), ("csharp", "C#"), ("css", "CSS"), ("dart", "Dart"),
        ("elixir", "Elixir"), ("erlang", "Erlang"), ("go", "Go"), ("haskell", "Haskell"), ("html", "HTML"),
        ("java", "Java"), ("javascript", "JavaScript"), ("kotlin", "Kotlin"), ("lua", "Lua"),
        ("objectivec", "Objective-C"), ("perl", "Perl"), ("php", "PHP"), ("python", "Python"), ("r", "R"),
        ("ruby", "Ruby"), ("rust", "Rust"), ("scala", "Scala"), ("sql", "SQL"), ("swift", "Swift"),
        ("typescript", "TypeScript"),
    ].map { CodeLanguage(id: $0.0, name: $0.1) }

    private static let others = [
        "c++": "cpp", "c#": "csharp", "golang": "go", "js": "javascript", "objective-c": "objectivec",
        "py": "python", "python3": "python", "rs": "rust", "sh": "bash", "shell": "bash", "ts": "typescript",
    ]

    /// The language of an answer's code, where it is known: the fence around the code names it, or the question's labels name
    /// one and no other.
    static func of(_ code: String, answering question: Question) -> CodeLanguage? {
        let first = code.drop(while: \.isWhitespace).prefix { !$0.isNewline }
        if first.hasPrefix("```") || first.hasPrefix("~~~") {
            let word = first.dropFirst(3).drop { $0 == "`" || $0 == "~" || $0 == " " }.prefix { $0 != " " }
            if let fenced = named(String(word)) { return fenced }
        }
        let labels = Set(([question.category] + question.tags).compactMap(named))
        return labels.count == 1 ? labels.first : nil
    }

    private static func named(_ word: String) -> CodeLanguage? {
        let word = word.lowercased()
        let id = others[word] ?? word
        return all.first { $0.id == id }
    }
}
