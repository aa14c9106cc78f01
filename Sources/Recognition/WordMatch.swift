/// Finds the words of a known text among the words that a recogniser heard, many of which may be wrong.
///
/// Two words match as far as they share letters. Among all ways to match words in order, the one with the most
/// in common is taken (global alignment after Needleman and Wunsch 1970); long texts are first cut at rows of words
/// that both sides have exactly once, so that time and memory grow with the length and not with its square.
struct WordMatch {
    /// A word of the text and the word heard for it, by their places.
    struct Pair: Hashable {
        var text: Int
        var heard: Int
    }

    private let text: [[UInt8]]
    private let heard: [[UInt8]]

    /// The most cells of one alignment table: 4 million take 4 MB and about a tenth of a second.
    private static let limitCells = 4_000_000
    /// Words that share less of their letters than this do not match.
    private static let leastSimilarity = 0.6
    /// What a word without a partner costs; a matching letter earns 1.
    private static let gap = -0.4
    /// What two words that do not match cost when they stand for each other: less than two gaps.
    private static let mismatch = -0.6
    /// A pair is believed when another one is as near as this, in words on both sides, or it is a long word.
    private static let companyWords = 3
    private static let longWordLetters = 7

    init(text: [String], heard: [String]) {
        self.text = text.map { Array($0.utf8) }
        self.heard = heard.map { Array($0.utf8) }
    }

    /// The pairs that can be believed, in order.
    func pairs() -> [Pair] {
        var pairs: [Pair] = []
        match(text.indices, heard.indices, rowLength: 3, into: &pairs)
        return believed(pairs)
    }

    /// Lone pairs of short words are chance.
    private func believed(_ pairs: [Pair]) -> [Pair] {
        pairs.enumerated().filter { place, pair in
            if text[pair.text].count >= Self.longWordLetters, text[pair.text] == heard[pair.heard] {
                return true
            }
            return [place - 1, place + 1].contains { other in
                pairs.indices.contains(other)
                    && abs(pairs[other].text - pair.text) <= Self.companyWords
                    && abs(pairs[other].heard - pair.heard) <= Self.companyWords
            }
        }.map(\.element)
    }

    private func match(_ rows: Range<Int>, _ columns: Range<Int>, rowLength: Int, into pairs: inout [Pair]) {
        guard !rows.isEmpty, !columns.isEmpty else { return }
        if rows.count <= Self.limitCells / columns.count { return pairs += table(rows, columns) }
        // Without a unique row of words in thousands, this part of the text was not said here.
        guard rowLength > 0 else { return }
        var (row, column) = (rows.lowerBound, columns.lowerBound)
        for anchor in anchors(rows, columns, rowLength: rowLength) {
            match(row..<anchor.text, column..<anchor.heard, rowLength: rowLength - 1, into: &pairs)
            pairs.append(anchor)
            (row, column) = (anchor.text + 1, anchor.heard + 1)
        }
        match(row..<rows.upperBound, column..<columns.upperBound, rowLength: rowLength - 1, into: &pairs)
    }

    /// Where a row of words begins that each side has once, in an order that both agree on.
    private func anchors(_ rows: Range<Int>, _ columns: Range<Int>, rowLength: Int) -> [Pair] {
        let inText = Self.unique(text, in: rows, rowLength: rowLength)
        let inHeard = Self.unique(heard, in: columns, rowLength: rowLength)
        let shared = inText.compactMap { row, place in
            inHeard[row].map { Pair(text: place, heard: $0) }
        }
        return Self.longestRise(shared.sorted { $0.text < $1.text })
    }

    private static func unique(_ words: [[UInt8]], in range: Range<Int>, rowLength: Int) -> [[[UInt8]]: Int] {
        guard range.count >= rowLength else { return [:] }
        var places: [[[UInt8]]: Int?] = [:]
        for start in range.lowerBound...range.upperBound - rowLength {
            let row = Array(words[start..<start + rowLength])
            places[row] = .some(places.keys.contains(row) ? nil : start)
        }
        return places.compactMapValues(\.self)
    }

    /// The longest part of `pairs` in which the places heard rise (patience sorting; Fredman 1975).
    private static func longestRise(_ pairs: [Pair]) -> [Pair] {
        var tops: [Int] = []
        var previous = [Int?](repeating: nil, count: pairs.count)
        for (index, pair) in pairs.enumerated() {
            let place = tops.partitioningPlace { pairs[$0].heard >= pair.heard }
            previous[index] = place > 0 ? tops[place - 1] : nil
            if place == tops.count { tops.append(index) } else { tops[place] = index }
        }
        var rise: [Pair] = []
        var next = tops.last
        while let index = next {
            rise.append(pairs[index])
            next = previous[index]
        }
        return rise.reversed()
    }

    private enum Step: UInt8 {
        case pair, mismatch, skipText, skipHeard
    }

    private func table(_ rows: Range<Int>, _ columns: Range<Int>) -> [Pair] {
        var steps = [Step](repeating: .skipHeard, count: rows.count * columns.count)
        var above = (0...columns.count).map { Double($0) * Self.gap }
        var gains: [[UInt8]: [Double?]] = [:]
        for (row, place) in rows.enumerated() {
            let word = text[place]
            let gain = gains[word] ?? columns.map { Self.gain(word, heard[$0]) }
            gains[word] = gain
            var current = [above[0] + Self.gap]
            current.reserveCapacity(above.count)
            for column in 0..<columns.count {
                var best = above[column] + (gain[column] ?? Self.mismatch)
                var step = gain[column] == nil ? Step.mismatch : .pair
                if above[column + 1] + Self.gap > best {
                    (best, step) = (above[column + 1] + Self.gap, .skipText)
                }
                if current[column] + Self.gap > best {
                    (best, step) = (current[column] + Self.gap, .skipHeard)
                }
                steps[row * columns.count + column] = step
                current.append(best)
            }
            above = current
        }
        return trace(steps, rows, columns)
    }

    private func trace(_ steps: [Step], _ rows: Range<Int>, _ columns: Range<Int>) -> [Pair] {
        var pairs: [Pair] = []
        var (row, column) = (rows.count - 1, columns.count - 1)
        while row >= 0, column >= 0 {
            let step = steps[row * columns.count + column]
            if step == .pair {
                pairs.append(Pair(text: rows.lowerBound + row, heard: columns.lowerBound + column))
            }
            if step != .skipHeard { row -= 1 }
            if step != .skipText { column -= 1 }
        }
        return pairs.reversed()
    }

    /// What two words have in common, in letters; `nil` when it is too little.
    private static func gain(_ first: [UInt8], _ second: [UInt8]) -> Double? {
        let longest = max(first.count, second.count)
        if first == second { return Double(longest) }
        // Too different in length for the similarity that is asked.
        guard Double(min(first.count, second.count)) >= leastSimilarity * Double(longest) else { return nil }
        let similarity = 1 - Double(distance(first, second)) / Double(longest)
        return similarity >= leastSimilarity ? similarity * similarity * Double(longest) : nil
    }

    /// The fewest letters to insert, delete or replace (Levenshtein 1966).
    private static func distance(_ first: [UInt8], _ second: [UInt8]) -> Int {
        var above = Array(0...second.count)
        for (row, letter) in first.enumerated() {
            var current = [row + 1]
            for (column, other) in second.enumerated() {
                let replaced = above[column] + (letter == other ? 0 : 1)
                current.append(min(replaced, above[column + 1] + 1, current[column] + 1))
            }
            above = current
        }
        return above[second.count]
    }
}

extension Array {
    /// The first place whose element fulfils a condition that holds for all after it; the count when none does.
    fileprivate func partitioningPlace(where condition: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if condition(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
