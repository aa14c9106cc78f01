/// The tokens of a model in the order of their numbers, written in GPT-2's letters: each byte is one printable letter
/// (`bytes_to_unicode` of github.com/openai/gpt-2).
struct Vocabulary: Sendable, Hashable {
    /// How many marks of time Whisper has: 0.00 to 30.00 s in steps of 0.02 s.
    static let timestampCount = 1501

    var tokens: [String]

    /// The tokens a folder names, from the first of `vocabulary.txt`, `vocabulary.json`, `vocab.json` (with
    /// `added_tokens.json`) and `tokenizer.json` that is there.
    ///
    /// - Parameter size: How many tokens the weights have. Marks of time that a file leaves out, as older tokenizers do,
    ///   are put in their place at the end.
    /// - Throws: `ModelError.noWeights` without such a file, `damaged`, `readFailed`.
    init(_ folder: SourceFolder, size: Int) throws(ModelError) {
        let name: String
        if folder.has("vocabulary.txt") {
            name = "vocabulary.txt"
            tokens = try Self.lines(folder, name)
        } else if folder.has("vocabulary.json") {
            name = "vocabulary.json"
            tokens = try folder.decode([String].self, from: name)
        } else if folder.has("vocab.json") {
            name = "vocab.json"
            var numbers = try folder.decode([String: Int].self, from: name)
            if folder.has("added_tokens.json") {
                numbers.merge(try folder.decode([String: Int].self, from: "added_tokens.json")) { $1 }
            }
            tokens = try Self.ordered(numbers, size: size, path: folder.path(of: name))
        } else if folder.has("tokenizer.json") {
            name = "tokenizer.json"
            let tokenizer = try folder.decode(Tokenizer.self, from: name)
            var numbers = tokenizer.model.vocab
            for token in tokenizer.addedTokens ?? [] { numbers[token.content] = token.id }
            tokens = try Self.ordered(numbers, size: size, path: folder.path(of: name))
        } else {
            throw .noWeights(
                path: folder.path, reason: "it has weights, and no file with the tokens they stand for")
        }
        addTimestamps(upTo: size)
        try check(size: size, path: folder.path(of: name))
    }

    /// The number of a token; `nil` when there is none.
    func id(of token: String) -> Int? { tokens.firstIndex(of: token) }

    /// The tokens as a file: a line for each.
    var text: String { tokens.joined(separator: "\n") + "\n" }

    /// The tokens that name languages, by the language's code: those between the start and the task "translate".
    ///
    /// - Returns: For example `["en": 50259, "de": 50261]`.
    var languages: [String: Int] {
        guard let start = id(of: "<|startoftranscript|>"), let end = id(of: "<|translate|>"), start < end
        else { return [:] }
        var languages: [String: Int] = [:]
        for id in (start + 1)..<end {
            guard let code = Self.languageCode(tokens[id]) else { continue }
            languages[code] = id
        }
        return languages
    }

    /// The code in a token such as `<|en|>`; `nil` for another token.
    static func languageCode(_ token: String) -> String? {
        guard token.hasPrefix("<|"), token.hasSuffix("|>"), token.utf8.count > 4 else { return nil }
        let code = token.dropFirst(2).dropLast(2)
        let isCode = (2...3).contains(code.utf8.count) && code.utf8.allSatisfy { (0x61...0x7A).contains($0) }
        return isCode ? String(code) : nil
    }

    private mutating func addTimestamps(upTo size: Int) {
        guard tokens.last == "<|notimestamps|>", size - tokens.count == Self.timestampCount else { return }
        tokens += (0..<Self.timestampCount).map { step in
            let hundredths = 2 * step
            let (seconds, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
            return "<|\(seconds).\(rest < 10 ? "0" : "")\(rest)|>"
        }
    }

    private func check(size: Int, path: String) throws(ModelError) {
        guard tokens.count == size else {
            throw .damaged(
                path: path, reason: "it has \(tokens.count) tokens, and the weights are for \(size)")
        }
        for token in ["<|endoftext|>", "<|startoftranscript|>", "<|notimestamps|>", "<|0.00|>"]
        where !tokens.contains(token) {
            throw .damaged(path: path, reason: "it lacks the token \(token), which every Whisper model has")
        }
        for (id, token) in tokens.enumerated() where token.utf8.contains(where: { $0 < 0x20 }) {
            throw .damaged(path: path, reason: "its token \(id) holds a control character")
        }
    }

    /// The lines of a text file; a token may be empty, as one of the multilingual models is.
    static func lines(_ folder: SourceFolder, _ name: String) throws(ModelError) -> [String] {
        var bytes = try folder.bytes(of: name)[...]
        if bytes.last == 0x0A { bytes.removeLast() }
        var lines: [String] = []
        // Cut as bytes: in Swift a line end can be one character with what stands beside it.
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            guard let line = String(validating: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
            else {
                throw .damaged(
                    path: folder.path(of: name), reason: "its line \(lines.count + 1) is not UTF-8")
            }
            lines.append(line)
        }
        return lines
    }

    /// Tokens in the order of their numbers, which must be 0, 1, 2 and so on.
    private static func ordered(
        _ numbers: [String: Int], size: Int, path: String
    ) throws(ModelError) -> [String] {
        guard numbers.count <= size else {
            throw .damaged(
                path: path, reason: "it has \(numbers.count) tokens, and the weights are for \(size)")
        }
        let sorted = numbers.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
        for (index, entry) in sorted.enumerated() where entry.value != index {
            throw .damaged(
                path: path,
                reason:
                    "its tokens are not numbered one after the other: \(entry.value) stands where \(index) should"
            )
        }
        return sorted.map(\.key)
    }

    /// What is needed of a `tokenizer.json` of Hugging Face's tokenizers.
    private struct Tokenizer: Decodable {
        struct Model: Decodable {
            var vocab: [String: Int]
        }
        struct AddedToken: Decodable {
            var id: Int
            var content: String
        }
        var model: Model
        var addedTokens: [AddedToken]?

        enum CodingKeys: String, CodingKey {
            case model
            case addedTokens = "added_tokens"
        }
    }
}
