/// Texts that go round in circles: what a language model writes when it has lost what it hears.
enum Repetition {
    /// The share of the tokens, 0...1, that lie in the longest stretch in which the same row of tokens comes three times or
    /// more, one right after the other.
    static func share(of tokens: [Int]) -> Double {
        guard tokens.count >= 3 else { return 0 }
        var longest = 0
        for period in 1...tokens.count / 3 {
            var run = 0
            for place in period..<tokens.count {
                run = tokens[place] == tokens[place - period] ? run + 1 : 0
                if run >= 2 * period { longest = max(longest, run + period) }
            }
        }
        return Double(longest) / Double(tokens.count)
    }
}
