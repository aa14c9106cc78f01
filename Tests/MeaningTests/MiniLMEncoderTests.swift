import Inference
import Language
import Models
import TestSupport
import Testing

@testable import Meaning

@Suite struct MiniLMEncoderTests {
    private func length(_ vector: some Sequence<Float>) -> Float {
        vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
    }

    @Test(arguments: [
        "", "the", "The unaffable café, queues!", String(repeating: "the queue un b ", count: 30),
    ])
    func everyTokenHasAVectorOfLengthOne(text: String) throws {
        let encoder = try TinyMiniLM.encoder()
        let encoded = encoder.encode(text)
        #expect(encoder.dimensions == 8 && encoded.dimensions == 8 && encoded.sentence.count == 8)
        #expect(encoded.tokens.isEmpty == text.isEmpty && encoded.vectors.count == 8 * encoded.tokens.count)
        #expect(abs(length(encoded.sentence) - 1) < 1e-5)
        for token in encoded.tokens.indices { #expect(abs(length(encoded.vector(of: token)) - 1) < 1e-5) }
    }

    @Test func theSentenceIsTheMeanOfAllTokens() throws {
        let rows = PlainMiniLM(TinyMiniLM.tensors()).rows([2, 5, 6, 10, 3])
        let sum = (0..<8).map { column in rows.reduce(0) { $0 + $1[column] } }
        let size = sum.reduce(0) { $0 + $1 * $1 }.squareRoot()
        let encoded = try TinyMiniLM.encoder().encode("the queues")
        for (found, expected) in zip(encoded.sentence, sum) {
            #expect(abs(Double(found) - expected / size) < 1e-4)
        }
        #expect(encoded.tokens.map(\.text) == ["the", "queue", "s"])
        #expect(encoded.tokens.map(\.characters) == [0..<3, 4..<9, 9..<10])
        #expect(encoded.tokens.map(\.isContinuation) == [false, false, true])
        let second = rows[2]
        let secondSize = second.reduce(0) { $0 + $1 * $1 }.squareRoot()
        for (found, expected) in zip(encoded.vector(of: 1), second) {
            #expect(abs(Double(found) - expected / secondSize) < 1e-4)
        }
    }

    @Test func aLongTextIsEncodedInPartsThatOverlap() throws {
        let encoder = try TinyMiniLM.encoder()
        let words = (0..<40).map { ["the", "queue", "b", "fast", "a", "un"][$0 * $0 % 6] }
        let encoded = encoder.encode(words.joined(separator: " "))
        #expect(encoded.tokens.map(\.text) == words)
        // Fourteen words at once, of which half are shared with the next: 0, 6, 13, 19, 26 begin the parts.
        for (start, kept) in [(0, 0..<10), (6, 10..<16), (13, 17..<23), (26, 30..<40)] {
            let part = encoder.encode(words[start..<start + 14].joined(separator: " "))
            for place in kept {
                #expect(encoded.vector(of: place) == part.vector(of: place - start)[...], "\(place)")
            }
        }
    }

    @Test func theSameTextIsTheSameInManyTasksAtOnce() async throws {
        let encoder = try TinyMiniLM.encoder()
        let texts = ["the queue", "unaffable", String(repeating: "a b ", count: 40)]
        let expected = texts.map(encoder.encode)
        await withTaskGroup(of: Bool.self) { group in
            for index in 0..<30 {
                group.addTask { encoder.encode(texts[index % 3]) == expected[index % 3] }
            }
            for await isSame in group { #expect(isSame) }
        }
    }

    @Test func damagedFilesAreErrors() throws {
        let whole = TinyMiniLM.bytes(TinyMiniLM.tensors())
        for bytes in [[], Array(whole.prefix(4)), Array(whole.prefix(200)), Array(whole.dropLast(4))] {
            #expect(throws: InferenceError.self) { try TinyMiniLM.encoder(weights: bytes) }
        }
        #expect(throws: InferenceError.self) {
            try TinyMiniLM.encoder(vocabulary: Array(TinyMiniLM.vocabulary.dropLast(6)))
        }
        #expect(throws: InferenceError.self) {
            try MiniLMEncoder(weights: "/none/w", vocabulary: "/none/v", shape: TinyMiniLM.shape)
        }
    }
}
