/// Which bytes of a file are asked for and given (RFC 9110, 14).
public struct ByteRange: Sendable, Hashable {
    /// What an answer gives.
    public enum Answer: Sendable, Hashable {
        /// All of it, status 200.
        case whole
        /// These bytes, status 206.
        case part(Range<Int>)
        /// None, status 416: there are no such bytes.
        case unsatisfiable
    }

    /// How many ranges a request may ask for before it gets all of it.
    static let limitRanges = 16

    /// What is given of a file for the header `Range`.
    ///
    /// A header that is not understood is as good as none (14.2). Of several ranges, those that touch or lie one over the other are given as
    /// one; where they lie apart, all of it is given, which every client must understand as well (15.3.7.2 leaves it to the server).
    ///
    /// ```swift
    /// ByteRange.answer(to: "bytes=-3", ofBytes: 10)   // .part(7..<10)
    /// ByteRange.answer(to: "bytes=10-", ofBytes: 10)  // .unsatisfiable
    /// ```
    ///
    /// - Parameters:
    ///   - header: the header; `nil` for none.
    ///   - size: how many bytes the file has.
    public static func answer(to header: String?, ofBytes size: Int) -> Answer {
        guard let header, let ranges = ranges(in: header, ofBytes: size) else { return .whole }
        let given = ranges.compactMap { $0 }.sorted { $0.lowerBound < $1.lowerBound }
        guard var whole = given.first else { return .unsatisfiable }
        for range in given.dropFirst() {
            guard range.lowerBound <= whole.upperBound else { return .whole }
            whole = whole.lowerBound..<max(whole.upperBound, range.upperBound)
        }
        return .part(whole)
    }

    /// The header `Content-Range` of an answer with some of the bytes.
    public static func contentRange(_ range: Range<Int>, ofBytes size: Int) -> String {
        "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(size)"
    }

    /// The header `Content-Range` of an answer that gives none because there are no such bytes.
    public static func unsatisfiedRange(ofBytes size: Int) -> String { "bytes */\(size)" }

    /// The ranges of a header, `nil` in place of those of which the file has nothing; `nil` for a header that is not understood.
    private static func ranges(in header: String, ofBytes size: Int) -> [Range<Int>?]? {
        let sides = header.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard sides.count == 2, sides[0].trimmedBlanks.lowercased() == "bytes" else { return nil }
        let texts = sides[1].split(separator: ",").map(\.trimmedBlanks).filter { !$0.isEmpty }
        guard (1...limitRanges).contains(texts.count) else { return nil }
        var ranges: [Range<Int>?] = []
        for text in texts {
            let ends = text.split(separator: "-", omittingEmptySubsequences: false).map(\.trimmedBlanks)
            guard ends.count == 2, let first = end(ends[0]), let last = end(ends[1]) else { return nil }
            switch (first, last) {
            case (nil, nil): return nil
            case (nil, let count?):
                // The last bytes; of a file that has fewer, all.
                ranges.append(count == 0 || size == 0 ? nil : max(0, size - count)..<size)
            case (let first?, let last):
                if let last, last < first { return nil }
                ranges.append(first < size ? first..<min(size, (last ?? size - 1) + 1) : nil)
            }
        }
        return ranges
    }

    /// One end of a range: a number, or nothing; `nil` for what is neither. What is larger than any file is as good as its end.
    private static func end(_ text: some StringProtocol) -> Int?? {
        if text.isEmpty { return .some(nil) }
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return .some(min(Int(text) ?? Int.max - 1, Int.max - 1))
    }
}
