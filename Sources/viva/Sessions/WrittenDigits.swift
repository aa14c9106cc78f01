/// Reads the numbers and signs of a time that somebody wrote, one after the other.
struct WrittenDigits {
    private var rest: Substring

    init(_ text: String) { rest = text[...] }

    /// Whether all was read.
    var isAtEnd: Bool { rest.isEmpty }

    /// A number of so many digits; `nil`, with nothing read, when there is none.
    mutating func number(_ digits: Int) -> Int? {
        let text = rest.prefix(digits)
        guard text.utf8.count == digits, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        rest = rest.dropFirst(digits)
        return Int(text)
    }

    /// Whether a sign comes next, which is read then.
    mutating func take(_ sign: Character) -> Bool {
        guard rest.first == sign else { return false }
        rest = rest.dropFirst()
        return true
    }

    /// How far a clock is ahead of UTC, in seconds: `Z`, `+01:00` or `-0530`; `nil` for what is no such thing.
    mutating func offsetSeconds() -> Int? {
        if take("Z") { return 0 }
        let isBehind = take("-")
        guard isBehind || take("+"), let hours = number(2), hours <= 18 else { return nil }
        _ = take(":")
        guard let minutes = number(2), minutes < 60 else { return nil }
        return (isBehind ? -1 : 1) * (hours * 3600 + minutes * 60)
    }
}
