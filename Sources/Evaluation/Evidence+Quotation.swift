import Speech

extension Evidence {
    /// The words in quotation marks, of long ones the beginning, and when they were said: “it failed twice …” at 1:04.
    package func quotation(mostWords: Int = .max) -> String {
        let words = text.split(separator: " ")
        let shown = words.count > mostWords ? words.prefix(mostWords).joined(separator: " ") + " …" : text
        return "“\(shown)”" + (timeSeconds.map { " at \(ClockTime($0))" } ?? "")
    }
}
