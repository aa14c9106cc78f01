import Foundation
import Inference
import Speech

/// Finds a likely text of what is heard.
package struct WhisperSearch: Sendable {
    /// How the next token is chosen.
    package enum Choice: Sendable, Hashable {
        /// The most likely text among so many that are followed at once; 1 always takes the most likely token.
        case beam(Int)
        /// By chance, the less likely ones the more the higher the temperature; the best of so many texts counts.
        case sample(temperature: Float, texts: Int, seed: UInt64)
    }

    let decoder: WhisperDecoder
    let rules: TokenRules
    let tokens: SpecialTokens
    /// The most tokens, those of the prompt included.
    let limit: Int
    /// More texts at once are no better, and each has keys and values of its own.
    private static let limitBeamWidth = 64

    /// What was found, and how likely it is that nothing was said.
    struct Finding: Sendable {
        var best: Hypothesis
        var noSpeechProbability: Float
    }

    /// The decoder after the prompt: what may come first, and what stood at the start.
    private struct Opening {
        var state: WhisperDecoder.State
        var logits: [Float]
        var noSpeechProbability: Float
    }

    /// The best text after a prompt that ends with the tokens that begin a transcript.
    func find(_ source: WhisperDecoder.Source, prompt: [Int], choice: Choice, most: Int) -> Finding {
        var opening = open(source, prompt: prompt)
        rules.apply(to: &opening.logits, isFirst: true)
        let most = min(most, limit - prompt.count)
        let best: Hypothesis
        switch choice {
        case _ where most < 1: best = Hypothesis()
        case .beam(let width) where width > 1:
            best = beam(opening, source: source, width: min(width, Self.limitBeamWidth), most: most)
        case .beam: best = greedy(opening, source: source, most: most)
        case .sample(let temperature, _, _) where !(temperature > 0):
            best = greedy(opening, source: source, most: most)
        case .sample(let temperature, let texts, let seed):
            var random = SplitMix64(seed: seed)
            let all = (0..<max(1, texts)).map { _ in
                sample(opening, source: source, temperature: temperature, most: most, random: &random)
            }
            best = all.max { $0.score < $1.score } ?? Hypothesis()
        }
        return Finding(best: best, noSpeechProbability: opening.noSpeechProbability)
    }

    private func open(_ source: WhisperDecoder.Source, prompt: [Int]) -> Opening {
        var state = decoder.start()
        let start = prompt.lastIndex(of: tokens.start) ?? 0
        let rows = decoder.show(prompt, to: &state, source: source, wanting: [start, prompt.count - 1])
        let atStart = Array(rows[row: 0])
        return Opening(
            state: state, logits: Array(rows[row: 1]),
            noSpeechProbability: exp(atStart[tokens.noSpeech] - Softmax.logarithmOfSum(atStart)))
    }

    /// The likeliest token each time, as `find` takes it without a beam. A text that it may begin with, such as that of a moment
    /// ago, is looked at as a whole, which costs as much as two tokens; as far as it is right, nothing else is computed.
    func find(_ source: WhisperDecoder.Source, prompt: [Int], draft: [Int], most: Int) -> Finding {
        var opening = open(source, prompt: prompt)
        rules.apply(to: &opening.logits, isFirst: true)
        let most = min(most, limit - prompt.count)
        guard most > 0 else {
            return Finding(best: Hypothesis(), noSpeechProbability: opening.noSpeechProbability)
        }
        var text = Hypothesis()
        let draft = Array(draft.prefix(most - 1))
        if !draft.isEmpty {
            let before = opening.state.count
            let rows = decoder.show(
                draft, to: &opening.state, source: source, wanting: Array(draft.indices))
            for (place, token) in draft.enumerated() {
                guard Self.likeliest(opening.logits) == token else { break }
                text.logProbabilities.append(opening.logits[token] - Softmax.logarithmOfSum(opening.logits))
                text.tokens.append(token)
                opening.logits = Array(rows[row: place])
                rules.apply(to: &opening.logits, isFirst: false)
            }
            opening.state.keep(first: before + text.tokens.count)
        }
        return Finding(
            best: greedy(opening, source: source, most: most, after: text),
            noSpeechProbability: opening.noSpeechProbability)
    }

    private func greedy(
        _ opening: Opening, source: WhisperDecoder.Source, most: Int, after start: Hypothesis = Hypothesis()
    ) -> Hypothesis {
        var (states, logits) = ([opening.state], opening.logits)
        var text = start
        while text.tokens.count < most {
            guard let token = Self.likeliest(logits) else { break }
            let logProbability = logits[token] - Softmax.logarithmOfSum(logits)
            if token == tokens.end {
                text.endLogProbability = logProbability
                break
            }
            text.tokens.append(token)
            text.logProbabilities.append(logProbability)
            guard text.tokens.count < most else { break }
            logits = decoder.show([token], to: &states, source: source).values
            rules.apply(to: &logits, isFirst: false)
        }
        return text
    }

    private func sample(
        _ opening: Opening, source: WhisperDecoder.Source, temperature: Float, most: Int,
        random: inout SplitMix64
    ) -> Hypothesis {
        var (states, logits) = ([opening.state], opening.logits)
        var text = Hypothesis()
        while text.tokens.count < most {
            guard let token = Self.draw(logits.map { $0 / temperature }, random: &random) else { break }
            let logProbability = logits[token] - Softmax.logarithmOfSum(logits)
            if token == tokens.end {
                text.endLogProbability = logProbability
                break
            }
            text.tokens.append(token)
            text.logProbabilities.append(logProbability)
            guard text.tokens.count < most else { break }
            logits = decoder.show([token], to: &states, source: source).values
            rules.apply(to: &logits, isFirst: false)
        }
        return text
    }

    /// The first of the likeliest tokens; nil when none is possible.
    private static func likeliest(_ logits: [Float]) -> Int? {
        var best: (token: Int, logit: Float)?
        for (token, logit) in logits.enumerated() where logit > best?.logit ?? -.infinity {
            best = (token, logit)
        }
        return best?.token
    }

    /// A token by chance; nil when none is possible.
    private static func draw(_ logits: [Float], random: inout SplitMix64) -> Int? {
        let sum = Softmax.logarithmOfSum(logits)
        var rest = Float.random(in: 0..<1, using: &random)
        for (token, logit) in logits.enumerated() {
            rest -= exp(logit - sum)
            if rest < 0 { return token }
        }
        return likeliest(logits)
    }

    /// A beam search: of all continuations of all open texts the likeliest are followed, until as many texts have ended.
    private func beam(
        _ opening: Opening, source: WhisperDecoder.Source, width: Int, most: Int
    ) -> Hypothesis {
        var open = [Hypothesis()]
        var states = [opening.state]
        var rows = [opening.logits]
        var ended: [Hypothesis] = []
        for length in 1...most {
            var next: [(text: Hypothesis, from: Int)] = []
            for step in Self.continuations(of: open, logits: rows, count: 2 * width) {
                var text = open[step.from]
                if step.token == tokens.end {
                    text.endLogProbability = step.logProbability
                    // Less likely than the texts that are followed, it would have been left anyway.
                    if next.count < width { ended.append(text) }
                } else if next.count < width {
                    text.tokens.append(step.token)
                    text.logProbabilities.append(step.logProbability)
                    next.append((text, step.from))
                }
            }
            open = next.map(\.text)
            if ended.count >= width || open.isEmpty || length == most { break }
            states = next.map { states[$0.from] }
            let logits = decoder.show(open.compactMap(\.tokens.last), to: &states, source: source)
            rows = (0..<open.count).map { Array(logits[row: $0]) }
            for index in rows.indices { rules.apply(to: &rows[index], isFirst: false) }
        }
        return (ended.isEmpty ? open : ended).max { $0.score < $1.score } ?? Hypothesis()
    }

    private struct Step {
        var from: Int
        var token: Int
        var logProbability: Float
        var total: Float
    }

    /// The likeliest continuations of all texts together, the likeliest first.
    private static func continuations(of texts: [Hypothesis], logits: [[Float]], count: Int) -> [Step] {
        var best: [Step] = []
        for (index, text) in texts.enumerated() {
            let (past, sum) = (text.logProbability, Softmax.logarithmOfSum(logits[index]))
            var least = best.count < count ? -Float.infinity : (best.last?.total ?? -.infinity)
            for (token, logit) in logits[index].enumerated() {
                let logProbability = logit - sum
                let total = past + logProbability
                guard total > least else { continue }
                let place = best.firstIndex { $0.total < total } ?? best.count
                best.insert(
                    Step(from: index, token: token, logProbability: logProbability, total: total), at: place)
                if best.count > count { best.removeLast() }
                if best.count == count { least = best[count - 1].total }
            }
        }
        return best
    }
}
