import Foundation
import Testing

/// Reads ARPA text by its definition: the longest listed n-gram, else the history's back-off weight and one word less.
struct ARPAReader {
    private var probabilities: [[String]: Double] = [:]
    private var shares: [[String]: Double] = [:]

    init(_ text: String) throws {
        var length = 0
        var announced: [Int] = []
        var found = [0, 0, 0, 0]
        for line in text.split(separator: "\n") {
            if line.hasPrefix("ngram "), let count = Int(line.split(separator: "=")[1]) {
                announced.append(count)
            } else if line.hasSuffix("-grams:") {
                length += 1
            } else if length > 0, !line.hasPrefix("\\") {
                let fields = line.split(separator: "\t").map(String.init)
                let ngram = Array(fields[1...length])
                probabilities[ngram] = pow(10, try #require(Double(fields[0])))
                if fields.count > length + 1 {
                    shares[ngram] = pow(10, try #require(Double(fields[length + 1])))
                }
                found[length] += 1
            }
        }
        #expect(announced == Array(found.dropFirst()))
    }

    func probability(_ ngram: [String]) -> Double {
        if let listed = probabilities[ngram] { return listed }
        guard ngram.count > 1 else { return 0 }
        return (shares[Array(ngram.dropLast())] ?? 1) * probability(Array(ngram.dropFirst()))
    }
}
