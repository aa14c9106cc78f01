import Testing

@testable import Meaning

@Suite struct MiniLMWordVectorsTests {
    @Test func aWordIsTheMeanOfItsPiecesLessTheMeanOfAll() throws {
        let words = try TinyMiniLM.encoder().wordVectors
        let table = TinyMiniLM.tensors()[0].numbers.map(Double.init)
        let count = TinyMiniLM.pieces.count
        func row(_ row: Int) -> [Double] { Array(table[row * 8..<(row + 1) * 8]) }
        let mean = (0..<8).map { column in (0..<count).reduce(0) { $0 + row($1)[column] } / Double(count) }
        let (queue, end) = (row(6), row(10))
        let expected = (0..<8).map { (queue[$0] + end[$0]) / 2 - mean[$0] }
        let length = expected.reduce(0) { $0 + $1 * $1 }.squareRoot()
        let found = try #require(words.vector(of: "Queues"))
        #expect(words.dimensions == 8)
        for (found, expected) in zip(found, expected) {
            #expect(abs(Double(found) - expected / length) < 1e-5)
        }
    }

    @Test(arguments: ["", " ", "unknown", "the unknown", String(repeating: "a", count: 101)])
    func noneForWhatTheTableLacks(word: String) throws {
        #expect(try TinyMiniLM.encoder().wordVectors.vector(of: word) == nil)
    }
}
