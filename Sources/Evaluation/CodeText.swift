/// The lines of a typed answer that are code or pseudocode, told from prose by their signs.
///
/// Code is read as words and never run. A row of keywords is no code: a line needs the signs of code or a keyword of a language where
/// one stands.
struct CodeText: Sendable {
    /// How many lines are code.
    let lineCount: Int
    /// The lines that are not, as one text.
    let prose: String
    /// Whether some of the code stands between lines that mark it as code.
    let isMarked: Bool

    /// Looks at a typed answer. A single line is prose unless it is full of the signs of code.
    init(_ text: String) {
        var lineCount = 0
        var prose: [Substring] = []
        var isFenced = false
        var isMarked = false
        for line in text.split(whereSeparator: \.isNewline) {
            if line.drop(while: \.isWhitespace).hasPrefix(JudgedAnswer.codeFence) {
                isFenced.toggle()
            } else if isFenced || Self.isCode(line) {
                lineCount += 1
                isMarked = isMarked || isFenced
            } else {
                prose.append(line)
            }
        }
        self.lineCount = lineCount
        self.prose = prose.joined(separator: "\n")
        self.isMarked = isMarked
    }

    /// Whether there is code: two lines, since one may be a formula in a sentence, or one that is marked as code.
    var hasCode: Bool { lineCount >= 2 || isMarked }

    private static func isCode(_ line: Substring) -> Bool {
        let text = line.trimmingSpaces
        guard !text.isEmpty, text.utf8.count <= 400 else { return false }
        let signs = text.count { Self.signs.contains($0) }
        let share = Double(signs) / Double(text.count)
        let first = text.prefix { $0.isLetter }.lowercased()
        let endsAsProse = text.last.map { ".?!".contains($0) } ?? false
        if endsAsProse, share < 0.15 { return false }
        let endsAsCode = text.last.map { "{};:".contains($0) } ?? false
        let isIndented = line.first?.isWhitespace ?? false
        if openers.contains(first) {
            if endsAsCode, signs >= 1 || isIndented { return true }
            if signs >= 1, share >= 0.05 { return true }
            return statements.contains(first) && !endsAsProse && text.split(separator: " ").count <= 8
        }
        return (endsAsCode && signs >= 3) || (share >= 0.12 && signs >= 3) || isAssignment(text)
            || text.allSatisfy { "{}();".contains($0) }
    }

    /// "total = total + 1", "x <- head", "seen := {}".
    private static func isAssignment(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        guard words.count >= 3, words.count <= 10 else { return false }
        return ["=", "+=", "-=", ":=", "<-", "=="].contains(words[1])
    }

    private static let signs: Set<Character> = [
        "(", ")", "{", "}", "[", "]", "=", ";", "<", ">", "+", "*", "|", "&",
    ]
    /// Words that begin lines of code, and sentences too.
    private static let openers: Set<String> = [
        "def", "func", "function", "fn", "class", "struct", "return", "for", "while", "if", "elif", "else",
        "switch",
        "case", "import", "from", "let", "var", "const", "int", "public", "private", "static", "void", "try",
        "catch",
        "except", "select", "insert", "update", "create", "print", "foreach", "repeat", "until", "end", "set",
    ]
    /// Those that stand as a line of pseudocode without any sign.
    private static let statements: Set<String> = [
        "return", "else", "elif", "end", "while", "foreach", "repeat", "until", "def", "func", "function",
    ]
}

extension Substring {
    fileprivate var trimmingSpaces: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
