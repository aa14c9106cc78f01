import Synchronization

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
        return (found(range, in: line) ?? found(since, in: line) ?? found(single, in: line)).map { found in
            (found.period, line.replacingCharacters(found.place))
        }
    }

    /// A pattern with what its groups say.
    private struct Pattern<Groups> {
        let regex: Regex<Groups>
        /// The period; `nil` where the figures are no years.
        let period: (Groups) -> EmploymentPeriod?
    }

    /// What a pattern finds in a line. A pattern is not `Sendable`, as one may hold code of others; made anew for each line it would be
    /// compiled anew. So there is one of each, and whoever looks for it has it alone meanwhile.
    private static func found<Groups>(
        _ pattern: borrowing Mutex<Pattern<Groups>>, in line: String
    ) -> (period: EmploymentPeriod, place: Range<String.Index>)? {
        pattern.withLock { pattern in
            guard let match = line.firstMatch(of: pattern.regex), let period = pattern.period(match.output)
            else { return nil }
            return (period, match.range)
        }
    }

    private static func year(_ text: Substring?) -> Int? {
        guard let text else { return nil }
        let digits = text.compactMap(\.wholeNumberValue)
        let number = digits.reduce(0) { $0 * 10 + $1 }
        return (1950...2100).contains(number) ? number : nil
    }

    /// A month by its first letters or its number, and a year, perhaps with a month behind it: "Jan. 2019", "03/2019",
    /// "2019-03", "2019年4月"; only the year is kept.
    private static let range = Mutex(
        Pattern(
            regex:
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
        /#,
            period: { (_: Substring, first: Substring, last: Substring?, now: Substring?) in
                guard let firstYear = year(first), last == nil || year(last) != nil else { return nil }
                return EmploymentPeriod(
                    firstYear: firstYear, lastYear: year(last), isCurrent: now != nil)
            }))

    /// A year behind "since".
    private static let since = Mutex(
        Pattern(
            regex:
                #/
        (?i)[\(\[]?\b(?:since|seit|depuis|desde)\s+(?:\p{L}{3,10}\.?\s+|\d{1,2}[.\/])?(\d{4})\b[\)\]]?
        /#,
            period: { (_: Substring, first: Substring) in
                year(first).map { EmploymentPeriod(firstYear: $0, lastYear: nil, isCurrent: true) }
            }))

    /// A year alone, in brackets, at the end behind a sign, or as all that the line says.
    private static let single = Mutex(
        Pattern(
            regex:
                #/
        [\(\[](?:\p{L}{3,10}\.?\s+)?(\d{4})[\)\]] | (?:[,|·\t–—]|\s{2})\s*(\d{4})$ | ^(\d{4})$
        /#,
            period: { (_: Substring, bracketed: Substring?, behind: Substring?, alone: Substring?) in
                (year(bracketed) ?? year(behind) ?? year(alone)).map {
                    EmploymentPeriod(firstYear: $0, lastYear: $0, isCurrent: false)
                }
            }))
}

extension String {
    /// The text with a mark in the place of a range.
    fileprivate func replacingCharacters(_ range: Range<Index>) -> String {
        self[..<range.lowerBound] + "\u{1F}" + self[range.upperBound...]
    }
}
