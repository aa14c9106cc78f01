import Language

/// The shape of a few words, such as "I, then a verb of asking, then a person".
///
/// It is written as elements with spaces in between: `a/b` is one of these words, `<class>` a word of a class, `~` up
/// to three words of any sort.
struct StoryPattern: Sendable {
    private enum Element: Sendable {
        case words(Set<String>)
        case wordClass(StoryWordClass)
        case gap
    }

    /// The most words that a gap spans: further apart, words rarely belong together.
    private static let longestGap = 3

    private let elements: [Element]

    init(_ text: String) {
        elements = text.split(separator: " ").map { part in
            if part == "~" { return .gap }
            if part.hasPrefix("<"),
                let wordClass = StoryWordClass(rawValue: String(part.dropFirst().dropLast()))
            {
                return .wordClass(wordClass)
            }
            return .words(Set(part.split(separator: "/").map(String.init)))
        }
    }

    /// Where the pattern ends when it begins exactly at `start`; `nil` when it does not stand there.
    func end(in texts: [String], from start: Int) -> Int? { end(in: texts, from: start, element: 0) }

    private func end(in texts: [String], from start: Int, element: Int) -> Int? {
        guard element < elements.count else { return start }
        if case .gap = elements[element] {
            let latest = min(start + Self.longestGap, texts.count)
            guard start <= latest else { return nil }
            for place in start...latest {
                if let end = end(in: texts, from: place, element: element + 1) { return end }
            }
            return nil
        }
        guard start < texts.count, matches(texts[start], elements[element]) else { return nil }
        return end(in: texts, from: start + 1, element: element + 1)
    }

    private func matches(_ text: String, _ element: Element) -> Bool {
        switch element {
        case .words(let words): words.contains(text)
        case .wordClass(let wordClass): wordClass.contains(text)
        case .gap: true
        }
    }
}
