import Evaluation
import FoundationEssentials
import HTTPClient
import Speech

/// Reads a model's verdict and checks everything in it: a number out of its range, an unknown key point or a
/// quotation that the answer does not have, or that is patched together, makes it void.
struct VerdictReader: Sendable {
    /// The longest sentence, and the longest summary, that is taken, in characters; more is cut.
    private static let limitSentence = 300
    private static let limitNarrative = 800
    /// How many key points the same words can prove.
    private static let limitPointsOfQuote = 2

    let rubric: Rubric
    let sent: SentAnswer

    /// The verdict, or all that is wrong with it.
    func read(_ text: String) -> Result<Verdict, VerdictFaults> {
        guard let document = try? JSONDecoder().decode(JSONValue.self, from: Data(text.utf8)) else {
            return .failure(
                VerdictFaults(texts: [
                    "it is not JSON; it begins with \"\(ServiceText.excerpt(text, limit: 60))\""
                ]))
        }
        guard case .object = document else {
            return .failure(VerdictFaults(texts: ["it is \(document.kind) and must be an object"]))
        }
        var faults: [String] = []
        let points = self.points(document, &faults)
        let verdict = Verdict(
            sides: sides(document, &faults), points: points,
            strengths: sentences("strengths", in: document, atMost: 5, &faults),
            weaknesses: sentences("weaknesses", in: document, atMost: 4, &faults),
            missing: missing(document, points, &faults),
            suggestions: sentences("suggestions", in: document, atMost: 5, &faults),
            narrative: sentence(
                document["narrative"], "narrative", limit: Self.limitNarrative, &faults),
            contradictions: contradictions(document, &faults),
            sentiment: sentiment(document, &faults))
        return faults.isEmpty ? .success(verdict) : .failure(VerdictFaults(texts: faults))
    }

    // MARK: Sides and points

    private func sides(_ document: JSONValue, _ faults: inout [String]) -> [Dimension: Verdict.Side] {
        var sides: [Dimension: Verdict.Side] = [:]
        for dimension in JudgePrompt.dimensions(of: rubric) {
            let name = "dimensions.\(dimension.rawValue)"
            guard let side = document["dimensions"]?[dimension.rawValue] else {
                faults.append("\(name) is missing")
                continue
            }
            let score = number(side["score"], "\(name).score", 0...100, &faults)
            let basis = sentence(side["basis"], "\(name).basis", limit: Self.limitSentence, &faults)
            let quotes = texts(side["quotes"], "\(name).quotes", &faults)
            let found = quotes.compactMap { quotation($0, "\(name).quotes", &faults) }
            sides[dimension] = Verdict.Side(score: score, basis: basis, evidence: found.first)
        }
        return sides
    }

    private func points(_ document: JSONValue, _ faults: inout [String]) -> [String: Verdict.Point] {
        guard case .list(let list)? = document["key_points"] else {
            faults.append("key_points is \(kind(document["key_points"])) and must be a list")
            return [:]
        }
        let known = JudgePrompt.points(of: rubric).map(\.id)
        var points: [String: Verdict.Point] = [:]
        for one in list {
            guard case .text(let id)? = one["id"], known.contains(id) else {
                let id = if case .text(let id)? = one["id"] { id } else { kind(one["id"]) }
                faults.append("there is no key point with the id \"\(ServiceText.excerpt(id, limit: 60))\"")
                continue
            }
            let name = "key_points \"\(id)\""
            if points[id] != nil { faults.append("\(name) comes twice") }
            let coverage = number(one["covered"], "\(name).covered", 0...1, &faults)
            let isMade = coverage >= KeyPointResult.coveredFrom
            let quote = if case .text(let text)? = one["quote"] { text } else { "" }
            let evidence = quote.isEmpty ? nil : quotation(quote, "\(name).quote", &faults)
            if isMade, evidence == nil, quote.isEmpty || sent.find(quote) == .empty {
                faults.append("\(name) is covered, so its quote must be the words of the answer that say so")
            }
            points[id] = Verdict.Point(coverage: coverage, evidence: isMade ? evidence : nil)
        }
        for id in known where points[id] == nil { faults.append("key_points \"\(id)\" is missing") }
        let uses = Dictionary(grouping: known.compactMap { points[$0]?.evidence }, by: \.self)
        for (evidence, points) in uses.sorted(by: { $0.key.text < $1.key.text })
        where points.count > Self.limitPointsOfQuote {
            faults.append(
                "\(points.count) key points have the same quote \"\(ServiceText.excerpt(evidence.text, limit: 80))\"; give "
                    + "each the words that make it, or do not count it as covered")
        }
        return points
    }

    /// The words of the answer for a quotation; `nil` when it is empty or, with a fault, absent.
    private func quotation(
        _ quote: String, _ name: String, isWhole: Bool = false, _ faults: inout [String]
    ) -> Evidence? {
        switch sent.find(quote, isWhole: isWhole) {
        case .found(let evidence): return evidence
        case .empty: return nil
        case .absent:
            faults.append(
                "\(name) quotes words that are not in the answer: \"\(ServiceText.excerpt(quote, limit: 80))\""
            )
            return nil
        case .patched(let reason):
            faults.append(
                "\(name) is no quotation that proves something, as \(reason): "
                    + "\"\(ServiceText.excerpt(quote, limit: 80))\"")
            return nil
        }
    }

    // MARK: Sentences

    /// What is missing: texts, or the ids of key points, which become their statements. A point that the model
    /// itself found is not missing, and a single word that is no id names nothing.
    private func missing(
        _ document: JSONValue, _ points: [String: Verdict.Point], _ faults: inout [String]
    ) -> [String] {
        let statements = Dictionary(rubric.keyPoints.map { ($0.id, $0.statement) }) { first, _ in first }
        let named = sentences("missing_points", in: document, atMost: .max, &faults)
            .filter { statements[$0] != nil || $0.contains(" ") }
            .filter { (points[$0]?.coverage ?? 0) < KeyPointResult.coveredFrom }
            .map { statements[$0] ?? $0 }
        guard named.isEmpty else { return Array(Self.distinct(named).prefix(3)) }
        return rubric.keyPoints.filter { (points[$0.id]?.coverage ?? 1) < KeyPointResult.coveredFrom }
            .sorted { $0.weight > $1.weight }.prefix(3).map(\.statement)
    }

    private func contradictions(
        _ document: JSONValue, _ faults: inout [String]
    ) -> [Verdict.Contradiction] {
        guard let value = document["contradictions"] else { return [] }
        guard case .list(let list) = value else {
            faults.append("contradictions is \(value.kind) and must be a list")
            return []
        }
        return list.prefix(5).compactMap { one in
            let problem = sentence(
                one["problem"], "contradictions.problem", limit: Self.limitSentence, &faults)
            guard case .text(let quote)? = one["quote"],
                let evidence = quotation(quote, "contradictions.quote", isWhole: true, &faults)
            else {
                if case .text? = one["quote"] { return nil }
                faults.append("contradictions.quote is \(kind(one["quote"])) and must be a text")
                return nil
            }
            return Verdict.Contradiction(quote: evidence, problem: problem)
        }
    }

    private func sentiment(_ document: JSONValue, _ faults: inout [String]) -> Sentiment {
        if case .text(let text)? = document["sentiment"], let sentiment = Sentiment(rawValue: text) {
            return sentiment
        }
        faults.append("sentiment must be positive, neutral or negative")
        return .neutral
    }

    private func sentences(
        _ name: String, in document: JSONValue, atMost limit: Int, _ faults: inout [String]
    ) -> [String] {
        let texts = texts(document[name], name, &faults).map {
            ServiceText.excerpt($0, limit: Self.limitSentence)
        }
        return Array(Self.distinct(texts.filter { !$0.isEmpty }).prefix(limit))
    }

    private static func distinct(_ texts: [String]) -> [String] {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }
    }

    private func sentence(
        _ value: JSONValue?, _ name: String, limit: Int, _ faults: inout [String]
    ) -> String {
        guard case .text(let text)? = value else {
            faults.append("\(name) is \(kind(value)) and must be a text")
            return ""
        }
        let sentence = ServiceText.excerpt(text, limit: limit)
        if sentence.isEmpty { faults.append("\(name) is empty") }
        return sentence
    }

    // MARK: Values

    private func texts(_ value: JSONValue?, _ name: String, _ faults: inout [String]) -> [String] {
        guard case .list(let list)? = value else {
            faults.append("\(name) is \(kind(value)) and must be a list of texts")
            return []
        }
        var texts: [String] = []
        for one in list {
            guard case .text(let text) = one else {
                faults.append("\(name) holds \(one.kind) and must hold texts alone")
                return texts
            }
            texts.append(text)
        }
        return texts
    }

    private func number(
        _ value: JSONValue?, _ name: String, _ range: ClosedRange<Double>, _ faults: inout [String]
    ) -> Double {
        let bounds = "\(Int(range.lowerBound)) to \(Int(range.upperBound))"
        guard case .number(let number)? = value else {
            faults.append("\(name) is \(kind(value)) and must be a number from \(bounds)")
            return range.lowerBound
        }
        guard range.contains(number) else {
            faults.append("\(name) is \(number) and must lie within \(bounds)")
            return range.lowerBound
        }
        return number
    }

    private func kind(_ value: JSONValue?) -> String { value?.kind ?? "missing" }
}
