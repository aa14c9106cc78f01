import Foundation
import Language
import Models
import TestSupport
import Testing

@testable import Meaning

@Suite(.enabled(if: InstalledMiniLM.isThere)) struct InstalledMiniLMTests {
    /// What the reference, Hugging Face's transformers, makes of texts.
    private struct Reference: Decodable {
        struct Text: Decodable {
            var text: String
            var ids: [Int]
            /// The sentence's vector in hundred-thousandths.
            var sentence: [Int]
            /// A token of the text, and its vector in hundred-thousandths.
            var token: Int?
            var vector: [Int]?
        }
        var texts: [Text]
    }

    private func texts() throws -> [Reference.Text] {
        let path = SourceTree.file("Tests/Models/all-minilm-l6-v2.json")
        return try JSONDecoder().decode(Reference.self, from: Data(contentsOf: URL(filePath: path))).texts
    }

    /// Without the optimizer the long text, of two parts that overlap, takes ten seconds.
    private static var mostTokens: Int {
        #if DEBUG
            40
        #else
            .max
        #endif
    }

    private func cosine(_ found: some Sequence<Float>, _ expected: [Int]) -> Double {
        let expected = expected.map { Double($0) / 100_000 }
        let size = expected.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return zip(found, expected).reduce(0) { $0 + Double($1.0) * $1.1 } / size
    }

    @Test func tokensAreThoseOfTheReference() throws {
        let model = try InstalledMiniLM.model()
        let tokenizer = try WordPieceTokenizer(vocabulary: model.vocabularyPath, size: 30_522)
        for text in try texts() { #expect(tokenizer.ids(of: text.text) == text.ids, "\(text.text)") }
    }

    @Test func vectorsAreThoseOfTheReference() throws {
        let encoder = try InstalledMiniLM.encoder()
        #expect(encoder.dimensions == 384)
        for text in try texts() where text.ids.count <= Self.mostTokens {
            let encoded = encoder.encode(text.text)
            #expect(cosine(encoded.sentence, text.sentence) >= 0.9999, "\(text.text)")
            if let token = text.token, let vector = text.vector {
                #expect(cosine(encoded.vector(of: token), vector) >= 0.9999, "\(encoded.tokens[token])")
            }
        }
    }

    @Test func wordsOfOneMeaningAreNear() throws {
        let words = try InstalledMiniLM.encoder().wordVectors
        func cosine(_ one: String, _ other: String) throws -> Float {
            let (one, other) = (try #require(words.vector(of: one)), try #require(words.vector(of: other)))
            return zip(one, other).reduce(0) { $0 + $1.0 * $1.1 }
        }
        #expect(try cosine("database", "databases") > 0.6)
        #expect(try cosine("fast", "quick") > 0.4)
        #expect(try cosine("banana", "latency") < 0.2)
    }
}
