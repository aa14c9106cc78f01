import Language
import Speech
import Vocabulary

extension AnswerText {
    /// A longer sentence is not quoted whole: what is heard often has no full stops. In words.
    private static let mostWords = 30
    /// So many words before a sign are quoted from such a sentence.
    private static let wordsBefore = 6

    /// A sentence of more tokens than this has probably lost its full stops.
    static let longestSentence = 40

    /// The tokens of each sentence, in order: as it is written, or where it was spoken without marks by pauses and the words
    /// around them (`WrittenText`); one where neither tells.
    var tokenSentences: [Range<Int>] {
        let pauses = sentenceWords.count <= 1 ? pausedWords : []
        let ranges = pauses.isEmpty ? sentenceWords : pauses
        guard !ranges.isEmpty else { return tokens.isEmpty ? [] : [tokens.indices] }
        var sentences: [Range<Int>] = []
        var place = 0
        for range in ranges {
            let start = place
            while place < tokens.count, tokens[place].words.lowerBound < range.upperBound { place += 1 }
            if start < place { sentences.append(start..<place) }
        }
        return sentences
    }

    /// The words of each sentence of a recogniser's words; none where it is not known when each begins and ends.
    private var pausedWords: [Range<Int>] {
        var times: [TimeRange] = []
        for word in words {
            guard let start = word.timeSeconds, let end = word.endSeconds, start.isFinite, end.isFinite,
                start >= times.last?.startSeconds ?? 0, end >= start
            else { return [] }
            times.append(TimeRange(startSeconds: start, endSeconds: end))
        }
        let heard = zip(words, times).map { Word(text: $0.text, time: $1) }
        var ranges: [Range<Int>] = []
        for token in WrittenText(lexicon: Lexicon(), uncertain: .plain).tokens(of: heard)
        where token.endsSentence && token.words.upperBound > ranges.last?.upperBound ?? 0 {
            ranges.append((ranges.last?.upperBound ?? 0)..<token.words.upperBound)
        }
        return ranges
    }

    /// Whether it is written in capitals throughout, so that they are no sign of names.
    var isInCapitals: Bool {
        let letters = words.prefix(60).map(\.text).joined().filter(\.isLetter)
        return letters.count > 20 && letters.count(where: \.isUppercase) * 2 > letters.count
    }

    /// The sentence in which a stretch of tokens begins; of a long one the words around them.
    func sentence(around range: Range<Int>) -> Evidence? {
        quotation(around: range, before: Self.wordsBefore, most: Self.mostWords)
    }

    /// The words of a sentence around a stretch of tokens: enough to recognise the place.
    func phrase(around range: Range<Int>) -> Evidence? { quotation(around: range, before: 4, most: 9) }

    /// The sentence with the most of some places: of equals one that is not `taken` yet, else the earlier one.
    func sentence(richestIn places: [Range<Int>], taken: inout Set<Int>) -> Evidence? {
        var found: [Int: [Range<Int>]] = [:]
        for place in places.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            guard let word = tokens[place].first?.words.lowerBound else { continue }
            found[sentenceIndex(ofWord: word) ?? 0, default: []].append(place)
        }
        let rank = { [taken] (sentence: Int) in
            (found[sentence]?.count ?? 0, taken.contains(sentence) ? 0 : 1, -sentence)
        }
        guard let best = found.keys.max(by: { rank($0) < rank($1) }), let place = found[best]?.first else {
            return nil
        }
        taken.insert(best)
        return sentence(around: place)
    }

    /// The words of each of some sentences; none where they do not have `count` words together.
    static func words(of sentences: [Sentences.Sentence], among count: Int) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        for sentence in sentences {
            let start = ranges.last?.upperBound ?? 0
            ranges.append(start..<start + sentence.text.split(whereSeparator: \.isWhitespace).count)
        }
        return ranges.last?.upperBound == count ? ranges : []
    }

    /// The sentence in which a word stands, found by halving, so that asking for each word of a long answer takes no time; `nil`
    /// where sentences are not known.
    private func sentenceIndex(ofWord word: Int) -> Int? {
        var candidates = sentenceWords.indices
        while let first = candidates.first {
            let middle = first + candidates.count / 2
            if sentenceWords[middle].contains(word) { return middle }
            candidates =
                word < sentenceWords[middle].lowerBound
                ? first..<middle : middle + 1..<candidates.upperBound
        }
        return nil
    }

    /// At most so many words of the sentence in which a stretch of tokens begins, some of them before it.
    private func quotation(around range: Range<Int>, before: Int, most: Int) -> Evidence? {
        guard let first = tokens[range].first?.words.lowerBound, words.indices.contains(first) else {
            return nil
        }
        var quoted = sentenceIndex(ofWord: first).map { sentenceWords[$0] } ?? words.indices
        if quoted.count > most {
            let start = min(max(quoted.lowerBound, first - before), quoted.upperBound - most)
            quoted = start..<start + most
        }
        return quotation(of: quoted)
    }
}
