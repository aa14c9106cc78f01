import Foundation

/// Writes the lines of an ARPA language model; bytes, because a model has a hundred thousand of them.
struct ARPAText {
    private let words: [[UInt8]]
    private var bytes: [UInt8] = []
    /// Logarithms are written with so many digits after the point.
    private static let scale = 10_000.0
    /// What the format writes for the logarithm of 0, the probability of `<s>`.
    private static let zero = -99.0

    init(words: [String]) {
        self.words = words.map { Array($0.utf8) }
    }

    /// The numbers of n-grams of each length.
    mutating func begin(counts: [Int]) {
        append("\\data\\\n")
        for (index, count) in counts.enumerated() { append("ngram \(index + 1)=\(count)\n") }
    }

    mutating func section(_ length: Int) { append("\n\\\(length)-grams:\n") }

    /// One n-gram with its probability and the share that shorter histories have after it; `nil` in the last section.
    mutating func line(_ ngram: [Int], probability: Double, shorterShare: Double?) {
        append(logarithmOf: probability)
        for word in ngram {
            bytes.append(UInt8(ascii: "\t"))
            bytes += words[word]
        }
        if let shorterShare {
            bytes.append(UInt8(ascii: "\t"))
            append(logarithmOf: shorterShare)
        }
        bytes.append(UInt8(ascii: "\n"))
    }

    mutating func finished() -> [UInt8] {
        append("\n\\end\\\n")
        return bytes
    }

    private mutating func append(_ text: String) { bytes += text.utf8 }

    private mutating func append(logarithmOf value: Double) {
        let logarithm = value > 0 ? log10(value) : Self.zero
        var digits = Int((min(0, max(Self.zero, logarithm)) * -Self.scale).rounded())
        bytes.append(UInt8(ascii: "-"))
        var reversed: [UInt8] = []
        for place in 0..<7 where place < 5 || digits > 0 {
            if place == 4 { reversed.append(UInt8(ascii: ".")) }
            reversed.append(UInt8(ascii: "0") + UInt8(digits % 10))
            digits /= 10
        }
        bytes += reversed.reversed()
    }
}
