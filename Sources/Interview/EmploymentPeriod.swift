/// The years of an employment, as a resume says them.
public struct EmploymentPeriod: Sendable, Hashable, Codable {
    /// The year it began; `nil` where only its end is said.
    public var firstYear: Int?
    /// The year it ended; `nil` while it lasts or where that is not said.
    public var lastYear: Int?
    /// Whether it lasts, as in "2019 – present".
    public var isCurrent: Bool

    /// A period.
    public init(firstYear: Int?, lastYear: Int?, isCurrent: Bool) {
        self.firstYear = firstYear
        self.lastYear = lastYear
        self.isCurrent = isCurrent
    }

    /// Both together: from the first year of either to the last.
    func joined(with other: EmploymentPeriod) -> EmploymentPeriod {
        let isCurrent = isCurrent || other.isCurrent
        return EmploymentPeriod(
            firstYear: [firstYear, other.firstYear].compactMap(\.self).min(),
            lastYear: isCurrent ? nil : [lastYear, other.lastYear].compactMap(\.self).max(),
            isCurrent: isCurrent)
    }

    // MARK: Finding

    /// The first period of a line, and the line with a mark (U+001F) in its place; `nil` when there is none.
    static func first(in line: String) -> (period: EmploymentPeriod, rest: String)? {
        guard line.contains(where: \.isNumber) else { return nil }
        if let match = line.firstMatch(of: range) {
            let (_, first, last, now) = match.output
            if let firstYear = year(first), last == nil || year(last) != nil {
                let period = EmploymentPeriod(
                    firstYear: firstYear, lastYear: year(last), isCurrent: now != nil)
                return (period, line.replacingCharacters(match.range))
            }
        }
        if let match = line.firstMatch(of: since), let firstYear = year(match.output.1) {
            let period = EmploymentPeriod(firstYear: firstYear, lastYear: nil, isCurrent: true)
            return (period, line.replacingCharacters(match.range))
        }
        if let match = line.firstMatch(of: single),
            let year = year(match.output.1) ?? year(match.output.2) ?? year(match.output.3)
        {
            let period = EmploymentPeriod(firstYear: year, lastYear: year, isCurrent: false)
            return (period, line.replacingCharacters(match.range))
        }
        return nil
    }

    private static func year(_ text: Substring?) -> Int? {
        guard let text else { return nil }
        let digits = text.compactMap(\.wholeNumberValue)
        let number = digits.reduce(0) { $0 * 10 + $1 }
        return (1950...2100).contains(number) ? number : nil
    }

    // A pattern is not `Sendable`, as one may hold code of others; these are literals, which hold none and are never
    // changed. Made anew for each line they would be compiled anew; a test reads many resumes at once with them.

    /// A month by its first letters or its number, and a year, perhaps with a month behind it: "Jan. 2019", "03/2019",
    /// "2019-03", "2019年4月"; only the year is kept.
    nonisolated(unsafe) private static let range =
        #/
        (?i)[\(\[]?
        (?:\b(?:jan|feb|fév|mar|mär|apr|avr|abr|may|mai|jun|jui|jul|aug|aoû|ago|sep|oct|okt|nov|dec|déc|dez|dic|ene
            |gen|mag|giu|lug|set|ott|spring|summer|autumn|fall|winter|янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя
            |дек)\p{L}*[.,]?\s* | \b\d{1,2}[.\/](?:\d{1,2}[.\/])?)?
        \b(\d{4})(?:[.\/\-]\d{1,2}(?!\d))?\s?(?:[年년](?:\s?\d{1,2}\s?[月월])?)?
        \s*(?:[–—\-−‒~〜～]|\b(?:to|until|till|through|bis|hasta|à|a|al|до|по)\b)\s*
        (?:
            (?:\b(?:jan|feb|fév|mar|mär|apr|avr|abr|may|mai|jun|jui|jul|aug|aoû|ago|sep|oct|okt|nov|dec|déc|dez|dic
                |ene|gen|mag|giu|lug|set|ott|spring|summer|autumn|fall|winter|янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен
                |окт|ноя|дек)\p{L}*[.,]?\s* | \b\d{1,2}[.\/](?:\d{1,2}[.\/])?)?
            \b(\d{4})(?:[.\/\-]\d{1,2}(?!\d))?\s?(?:[年년](?:\s?\d{1,2}\s?[月월])?)?
            | ((?:the\s)?present|current(?:ly)?|now|today|ongoing|date|heute|aktuell|jetzt|aujourd['’]hui|présent
                |actualidad|actualmente|presente|actual|hoy|oggi|attuale|heden|obecnie|настоящее\sвремя|н\.?\s?в\.?
                |сейчас|至今|现在|現在|今|현재|الآن|الحاضر)
        )
        [\)\]]?
        /#

    /// A year behind "since".
    nonisolated(unsafe) private static let since =
        #/
        (?i)[\(\[]?\b(?:since|seit|depuis|desde)\s+(?:\p{L}{3,10}\.?\s+|\d{1,2}[.\/])?(\d{4})\b[\)\]]?
        /#

    /// A year alone, in brackets, at the end behind a sign, or as all that the line says.
    nonisolated(unsafe) private static let single =
        #/
        [\(\[](?:\p{L}{3,10}\.?\s+)?(\d{4})[\)\]] | (?:[,|·\t–—]|\s{2})\s*(\d{4})$ | ^(\d{4})$
        /#
}

extension String {
    /// The text with a mark in the place of a range.
    fileprivate func replacingCharacters(_ range: Range<Index>) -> String {
        self[..<range.lowerBound] + "\u{1F}" + self[range.upperBound...]
    }
}
