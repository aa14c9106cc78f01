/// Names and texts as parts of the ids of questions and key points.
package enum QuestionSlug {
    /// A name as part of an id: lower case with hyphens, different for `C`, `C++` and `C#`.
    package static func of(_ name: String) -> String { parts(of: name).joined(separator: "-") }

    /// The beginning of a text as part of an id: whole words, as many as fit in `limit` characters, at least a part of one;
    /// empty when there is none.
    package static func beginning(of text: String, limit: Int = 40) -> String {
        var slug = ""
        // A dot within a word is a part of a name, one at its end is none.
        let words = text.prefix(limit * 4).split(whereSeparator: \.isWhitespace).map { word in
            word.reversed().drop { ".!?:,".contains($0) }.reversed()
        }
        for part in words.flatMap({ parts(of: String($0)) }) {
            guard slug.isEmpty || slug.count + 1 + part.count <= limit else { break }
            slug += slug.isEmpty ? String(part.prefix(limit)) : "-" + part
        }
        return slug
    }

    /// An id that is not taken: the id itself, else with the first number from 2 on that makes it so.
    package static func unused(_ id: String, besides taken: some Collection<String>) -> String {
        guard taken.contains(id) else { return id }
        let free = (2...taken.count + 2).lazy.map { "\(id)-\($0)" }.first { !taken.contains($0) }
        return free ?? id
    }

    private static func parts(of name: String) -> [String] {
        var parts: [String] = [""]
        for scalar in name.lowercased().unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9": parts[parts.count - 1].unicodeScalars.append(scalar)
            case "+": parts += ["plus", ""]
            case "#": parts += ["sharp", ""]
            case ".": parts += ["dot", ""]
            case "&": parts += ["and", ""]
            default:
                parts.append(scalar.properties.isAlphabetic ? "u" + String(scalar.value, radix: 16) : "")
                parts.append("")
            }
        }
        return parts.filter { !$0.isEmpty }
    }
}
