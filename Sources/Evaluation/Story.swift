import Language

/// How far an answer tells what happened: situation, task, action and result, the order in which interviewers want
/// a story from one's work (STAR).
struct Story: Sendable {
    typealias Part = StoryPart

    private let shares: [Part: Double]

    /// The part's share, 0...1.
    func share(_ part: Part) -> Double { shares[part] ?? 0 }

    /// The mean of the four.
    var completeness: Double { Part.allCases.reduce(0) { $0 + share($1) } / 4 }

    init(_ answer: AnswerText) {
        var shares = Self.phrases.mapValues { phrases in
            Double(min(phrases.count { answer.contains($0) }, 2)) / 2
        }
        // One mark of a situation or task is enough when it is there; a second one makes sure.
        for part in [Part.situation, .task] {
            shares[part] = Curve.ramp(shares[part] ?? 0, zero: 0, one: 0.5)
        }
        shares[.action] = Curve.ramp(Double(Self.actions(in: answer)), zero: 0, one: 3)
        let figures = Self.hasFigure(answer, from: answer.tokens.count / 2) ? 0.5 : 0
        shares[.result] = min(1, Curve.ramp(shares[.result] ?? 0, zero: 0, one: 0.7) + figures)
        self.shares = shares
        telling = Curve.ramp(Double(Self.actions(in: answer, of: ["i", "we"])), zero: 0, one: 3)
    }

    /// How far anything is told of what the speaker did, alone or with others, 0...1.
    let telling: Double

    /// The places of an answer that show a part, each from the first token to the one after the last.
    static func places(of part: Part, in answer: AnswerText) -> [Range<Int>] {
        let texts = answer.tokens.map(\.text)
        let said = (phrases[part] ?? []).flatMap { phrase in
            answer.places(of: phrase).map { $0..<$0 + phrase.count }
        }
        switch part {
        case .situation, .task: return said
        case .action:
            return texts.indices.compactMap { place in
                guard texts[place] == "i",
                    let verb = texts[(place + 1)...].prefix(2).firstIndex(where: isPast)
                else { return nil }
                return place..<verb + 1
            }
        case .result:
            let figures = texts.indices.suffix(from: texts.count / 2).filter { isFigure(texts[$0]) }
            return said + figures.map { $0..<$0 + 1 }
        }
    }

    /// How often the tellers say what they did: "I", perhaps an adverb, and a verb of the past.
    private static func actions(in answer: AnswerText, of tellers: Set<String> = ["i"]) -> Int {
        let texts = answer.tokens.map(\.text)
        return texts.indices.count { place in
            guard tellers.contains(texts[place]) else { return false }
            return texts[(place + 1)...].prefix(2).contains { isPast($0) }
        }
    }

    static func isPast(_ text: String) -> Bool {
        text.count > 3 && text.hasSuffix("ed") || irregularPasts.contains(text)
    }

    /// Whether a figure stands after `start`: digits, a number word, or "percent".
    static func hasFigure(_ answer: AnswerText, from start: Int = 0) -> Bool {
        answer.tokens.dropFirst(start).contains { isFigure($0.text) }
    }

    static func isFigure(_ text: String) -> Bool {
        text.contains(where: \.isNumber) || figureWords.contains(text)
    }

    private static let irregularPasts: Set<String> = [
        "took", "wrote", "built", "found", "made", "spoke", "went", "set", "told", "gave", "put", "ran",
        "began",
        "broke", "brought", "chose", "drew", "got", "held", "kept", "led", "let", "met", "paid", "read",
        "said",
        "sat", "saw", "sent", "spent", "split", "taught", "thought", "cut", "did", "rewrote", "rebuilt",
        "drove",
    ]
    private static let figureWords: Set<String> = [
        "percent", "half", "third", "quarter", "twice", "double", "two", "three", "four", "five", "six",
        "seven",
        "eight", "nine", "ten", "eleven", "twelve", "fifteen", "twenty", "thirty", "forty", "fifty", "sixty",
        "seventy", "eighty", "ninety", "hundred", "thousand", "million", "dozen",
    ]
    private static let phrases: [Part: [[String]]] = [
        .situation: split([
            "last year", "last summer", "last autumn", "last spring", "last winter", "last month",
            "years ago",
            "year ago", "months ago", "weeks ago", "at my", "in my last", "in my previous", "in my first",
            "in my current", "in my job", "i was working", "we were working", "i was on", "i worked",
            "at the time",
            "there was", "when i", "when we", "when our", "my team", "our team", "my company",
            "at university", "once",
        ]),
        .task: split([
            "i had to", "we had to", "i needed to", "we needed to", "my task", "my job was", "my role",
            "my part",
            "responsible for", "the goal", "our goal", "my goal", "i was asked", "we were asked",
            "asked me to",
            "supposed to", "in charge", "i wanted to", "we wanted to", "the problem was", "had only",
            "i was to",
        ]),
        .action: [],
        .result: split([
            "in the end", "as a result", "the result", "the outcome", "since then", "i learned", "i learnt",
            "i have learned", "we learned", "taught me", "what i took", "the lesson", "ended up",
            "afterwards",
            "from then on", "ever since", "now i", "these days", "in time", "on time", "we finished",
            "we delivered",
            "we shipped", "it went live", "and it worked", "that saved", "which saved", "after that", "today",
        ]),
    ]

    private static func split(_ phrases: [String]) -> [[String]] {
        phrases.map { $0.split(separator: " ").map(String.init) }
    }
}
