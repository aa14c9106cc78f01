import Foundation
package import Inference

/// The tokens of a text: pieces of its bytes, merged in the order in which they were learned (Radford and others 2019,
/// "Language Models are Unsupervised Multitask Learners", section 2.2).
package struct ByteLevelVocabulary: Sendable {
    private let tokens: [[UInt8]]
    private let numbers: [[UInt8]: Int]

    /// Reads a list of tokens, one a line in the order of their numbers, each byte written as a letter of its own.
    ///
    /// - Throws: `InferenceError` when it cannot be read or is too short.
    package init(path: String) throws(InferenceError) {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw .unreadable(path: path, reason: "it is not there, or may not be read")
        }
        let bytes = Self.bytesOfLetters()
        var tokens: [[UInt8]] = []
        for line in String(decoding: data, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        {
            let token = line.unicodeScalars.compactMap { bytes[$0] }
            // The tokens that steer are written as they are.
            tokens.append(token.count == line.unicodeScalars.count ? token : Array(line.utf8))
        }
        if tokens.last?.isEmpty == true { tokens.removeLast() }
        guard tokens.count > 50_256 else {
            throw .invalid(path: path, reason: "it has \(tokens.count) tokens in place of 50,257 or more")
        }
        self.tokens = tokens
        numbers = Dictionary(
            tokens.prefix(50_257).enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// How many tokens there are.
    package var count: Int { tokens.count }

    /// The text of tokens; bytes that are no whole letter are replaced.
    package func text(of tokens: some Sequence<Int>) -> String {
        String(decoding: tokens.flatMap { bytes(of: $0) }, as: UTF8.self)
    }

    /// The bytes of a token; none when there is no token of this number.
    func bytes(of token: Int) -> [UInt8] { tokens.indices.contains(token) ? tokens[token] : [] }

    /// The tokens of a text.
    package func tokens(of text: String) -> [Int] {
        ByteLevelWords.split(text).flatMap { merge(Array($0.utf8)) }
    }

    /// Joins the pair of neighbours that was learned first, until no pair was learned.
    private func merge(_ bytes: [UInt8]) -> [Int] {
        if let whole = numbers[bytes] { return [whole] }
        var parts = bytes.map { [$0] }
        // What each part makes together with the next one; words may be long, so that it is looked up once.
        var pairs = zip(parts, parts.dropFirst()).map { numbers[$0 + $1] ?? .max }
        while let place = pairs.indices.min(by: { pairs[$0] < pairs[$1] }), pairs[place] < .max {
            parts[place] += parts.remove(at: place + 1)
            pairs.remove(at: place)
            for changed in [place - 1, place] where pairs.indices.contains(changed) {
                pairs[changed] = numbers[parts[changed] + parts[changed + 1]] ?? .max
            }
        }
        return parts.compactMap { numbers[$0] }
    }

    /// Bytes that are printed letters stand for themselves, the others for letters from U+0100 on, in order.
    private static func bytesOfLetters() -> [Unicode.Scalar: UInt8] {
        let printed = Set(Array(33...126) + Array(161...172) + Array(174...255))
        var letters: [Unicode.Scalar: UInt8] = [:]
        var next: UInt32 = 256
        for byte in UInt8.min...UInt8.max {
            if printed.contains(Int(byte)) {
                letters[Unicode.Scalar(byte)] = byte
            } else if let letter = Unicode.Scalar(next) {
                letters[letter] = byte
                next += 1
            }
        }
        return letters
    }
}
