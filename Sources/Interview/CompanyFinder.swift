/// Finds the employers that a resume names, and rather misses one than names what is none.
///
/// A name counts where the text bears it out as one: beside a title and years ("Acme — Engineer (2019–2023)", on one line
/// or on lines that follow each other), behind a title and "at" ("Software Engineer at Acme"), behind a label
/// ("Company: Acme"), beside a title under a heading such as "Experience", or beside years with the form of a company
/// ("Acme GmbH"). What stands under "Education", "Projects" and the like does not count.
struct CompanyFinder: Sendable {
    /// The most that are found.
    static let limit = 40
    /// The lines that are looked at: some forty pages.
    private static let limitLines = 2000
    /// Lines that are longer are prose, of which only "at" is read; in characters.
    private static let longestLine = 160
    /// Longer lines are not looked at.
    private static let longestProse = 4000

    /// The employers in their order, each once with all its lines.
    func companies(in lines: [ResumeLine]) -> [FoundCompany] {
        let entries = Self.entries(Array(lines.prefix(Self.limitLines)))
        var found: [FoundCompany] = []
        var places: [String: Int] = [:]
        func add(_ company: FoundCompany) {
            let key = CompanyName.key(company.name)
            guard !key.isEmpty else { return }
            if let place = places[key] {
                found[place].add(company)
            } else if found.count < Self.limit {
                places[key] = found.count
                found.append(company)
            }
        }
        for place in entries.indices {
            if let company = Self.labelled(entries, place) ?? Self.structured(entries, place) { add(company) }
            Self.inProse(entries[place]).forEach(add)
        }
        return found
    }

    // MARK: Lines

    /// A line with something on it, cut into its pieces.
    private struct Entry {
        var line: ResumeLine
        var isOther: Bool
        var isExperience: Bool
        var isHeading: Bool
        var isBullet: Bool
        /// How many lines lie between it and the one before that has something on it.
        var gap: Int
        var period: EmploymentPeriod?
        var pieces: [Piece]
        var isLong: Bool

        var titles: [Piece] { pieces.filter(\.isTitle) }
        /// A line as those above a list of what was done: short, no heading and no item.
        var isHead: Bool {
            !isHeading && !isBullet && !isLong
                && !(line.text.hasSuffix(".") && pieces.count == 1 && !CompanyName.hasLegalForm(line.text))
        }
    }

    private struct Piece {
        var text: Substring
        var isTitle: Bool
        /// Whether more than a comma parts it from the one before.
        var isParted: Bool
    }

    private static func entries(_ lines: [ResumeLine]) -> [Entry] {
        var section: ResumeSection?
        var last = 0
        return lines.filter { !$0.text.isEmpty }.map { line in
            defer { last = line.number }
            let isLong = line.text.count > longestLine
            let heading = isLong ? nil : ResumeSection.of(heading: line.text)
            section = heading ?? section
            let isBullet = line.text.first.map { "•-*▪◦‣●○■–—·+>→✓".contains($0) } ?? false
            let bare = isBullet ? String(line.text.drop { !$0.isLetter && !$0.isNumber }) : line.text
            let dated = isLong ? nil : EmploymentPeriod.first(in: bare)
            return Entry(
                line: line, isOther: section == .other, isExperience: section == .experience,
                isHeading: heading != nil, isBullet: isBullet, gap: line.number - last - 1,
                period: dated?.period,
                pieces: isLong || heading != nil ? [] : pieces(of: dated?.rest ?? bare), isLong: isLong)
        }
    }

    /// The pieces between dashes, bars, wide gaps, commas and what was a date.
    private static func pieces(of text: String) -> [Piece] {
        var pieces: [Piece] = []
        let letters = Array(text)
        var start = 0
        var isParted = true
        func close(_ end: Int, parted: Bool) {
            let piece = String(letters[start..<max(start, end)])
            if piece.contains(where: { $0.isLetter || $0.isNumber }), !CompanyName.isAside(piece[...]) {
                if !isParted, CompanyName.isLegalForm(piece[...]), let before = pieces.popLast() {
                    pieces.append(
                        Piece(text: before.text + "," + piece, isTitle: false, isParted: before.isParted))
                } else {
                    pieces.append(
                        Piece(
                            text: piece[...], isTitle: JobTitleWords.isTitle(piece[...]), isParted: isParted))
                }
                isParted = parted
            } else {
                isParted = isParted || parted
            }
        }
        var depth = 0
        var place = 0
        while place < letters.count {
            let letter = letters[place]
            if "(（[".contains(letter) { depth += 1 }
            if ")）]".contains(letter) { depth = max(0, depth - 1) }
            if depth == 0, let sign = separator(letters, at: place) {
                close(place, parted: sign.isParted)
                place += sign.length
                start = place
            } else {
                place += 1
            }
        }
        close(letters.count, parted: true)
        return pieces
    }

    private static func separator(_ letters: [Character], at place: Int) -> (length: Int, isParted: Bool)? {
        func isBlank(_ place: Int) -> Bool {
            !letters.indices.contains(place) || letters[place].isWhitespace || letters[place] == "\u{1F}"
        }
        switch letters[place] {
        case "\u{1F}", "|", "·", "•", "—", "\t", "｜", "│", "→", "―": return (1, true)
        case "–", "-", "−", "@", "~", "/": return isBlank(place - 1) && isBlank(place + 1) ? (1, true) : nil
        case " ": return place + 1 < letters.count && letters[place + 1] == " " ? (2, true) : nil
        case ",", "，", "、", ";": return (1, false)
        default: return nil
        }
    }

    // MARK: Names beside titles and years

    private static func structured(_ entries: [Entry], _ place: Int) -> FoundCompany? {
        let entry = entries[place]
        guard !entry.isOther, !entry.isHeading, !entry.isLong else { return nil }
        guard let period = entry.period else { return undated(entry) }
        if let title = entry.titles.first {
            if entry.pieces.contains(where: { CompanyName.isOwn($0.text) }) { return nil }
            if let above = entries.before(place), entry.gap == 0, isHeader(entries, place - 1),
                entry.pieces.first?.isTitle == true, let name = firstName(in: above)
            {
                return company(name, title, period, [above, entry])
            }
            if let name = name(in: entry, besides: title, allowsLowercase: !entry.isBullet) {
                return company(name, title, period, [entry])
            }
            // "Acme, London" above "Engineer 2019 – 2023", or below it.
            guard entry.isHead, !names(atIn: entry) else { return nil }
            for other in [entries.before(place), entries.after(place)].compactMap(\.self)
            where isNeighbour(other) && other.period == nil && other.titles.isEmpty {
                if let name = firstName(in: other) { return company(name, title, period, [entry, other]) }
            }
            return nil
        }
        guard entry.isHead else { return nil }
        let around = [entries.after(place), entries.before(place)].compactMap(\.self).filter(isNeighbour)
        if let name = firstName(in: entry) {
            // "Acme 2019 – 2023" above or below "Engineer".
            if let other = around.first(where: {
                $0.period == nil && $0.titles.count == 1 && $0.pieces.count <= 2
            }) {
                return company(name, other.titles[0], period, [entry, other])
            }
            return CompanyName.hasLegalForm(name) ? company(name, nil, period, [entry]) : nil
        }
        guard entry.pieces.isEmpty else { return nil }
        return aroundYears(entries, place, period)
    }

    /// Years alone on their line: the two lines before them, or those behind, say who and what.
    private static func aroundYears(_ entries: [Entry], _ place: Int, _ period: EmploymentPeriod)
        -> FoundCompany?
    {
        for offsets in [[-1, -2], [1, 2], [-1, 1]] {
            let pair = offsets.map { place + $0 }.filter(entries.indices.contains).map { entries[$0] }
                .filter { isNeighbour($0) && $0.period == nil }
            if let one = pair.first, let title = one.titles.first, let name = name(in: one, besides: title) {
                return company(name, title, period, [one, entries[place]])
            }
            guard pair.count == 2 else { continue }
            for (first, second) in [(pair[0], pair[1]), (pair[1], pair[0])] where second.titles.isEmpty {
                if let title = first.titles.first, first.pieces.count <= 2, let name = firstName(in: second) {
                    return company(name, title, period, [first, second, entries[place]])
                }
            }
        }
        return nil
    }

    /// Under "Experience", a title and a name with more than a comma between them do without years.
    private static func undated(_ entry: Entry) -> FoundCompany? {
        guard entry.isExperience, entry.isHead, (2...3).contains(entry.pieces.count), entry.titles.count == 1,
            let title = entry.titles.first, let index = entry.pieces.firstIndex(where: \.isTitle)
        else { return nil }
        let isParted = index == 0 ? entry.pieces[1].isParted : entry.pieces[index].isParted
        guard isParted, let name = name(in: entry, besides: title) else { return nil }
        return company(name, title, nil, [entry])
    }

    /// Whether a line begins an entry of its own and says for whom: "Acme LLC, Mountain View" below an empty line.
    private static func isHeader(_ entries: [Entry], _ place: Int) -> Bool {
        let entry = entries[place]
        guard isNeighbour(entry), entry.period == nil, entry.titles.isEmpty, let name = firstName(in: entry),
            entry.gap > 0 || place == 0 || entries[place - 1].isHeading
        else { return false }
        return entry.pieces.count > 1 || CompanyName.hasLegalForm(name)
    }

    private static func isNeighbour(_ entry: Entry) -> Bool { entry.isHead && !entry.isOther }

    /// The first piece that is no title and may be a name; only one beside the title, so that no place is taken for it.
    private static func name(in entry: Entry, besides title: Piece, allowsLowercase: Bool = false) -> String?
    {
        guard let index = entry.pieces.firstIndex(where: { $0.text == title.text }) else { return nil }
        // Behind the title first where it begins the line, else the first of the line.
        let order = index == 0 ? Array(entry.pieces.dropFirst()) : Array(entry.pieces[..<index])
        guard let piece = order.first(where: { !$0.isTitle }) else { return nil }
        return CompanyName.name(in: piece.text, allowsLowercase: allowsLowercase)
    }

    private static func firstName(in entry: Entry) -> String? {
        guard entry.isHead, let piece = entry.pieces.first, !piece.isTitle else { return nil }
        return CompanyName.name(in: piece.text)
    }

    private static func company(
        _ name: String, _ title: Piece?, _ period: EmploymentPeriod?, _ entries: [Entry]
    ) -> FoundCompany {
        FoundCompany(
            name: name, title: title.map { tidy($0.text) }, period: period,
            lines: entries.map(\.line).sorted { $0.number < $1.number })
    }

    private static func tidy(_ text: Substring) -> String {
        text.split(whereSeparator: { $0.isWhitespace || $0 == "\u{1F}" }).joined(separator: " ")
    }

    // MARK: Labels and prose

    /// "Company: Acme"
    private static func labelled(_ entries: [Entry], _ place: Int) -> FoundCompany? {
        let entry = entries[place]
        guard !entry.isOther, !entry.isLong,
            let colon = entry.line.text.firstIndex(where: { $0 == ":" || $0 == "：" }),
            labels.contains(entry.line.text[..<colon].lowercased().filter { !"•-* ".contains($0) })
        else { return nil }
        let rest = String(entry.line.text[entry.line.text.index(after: colon)...])
        let dated = EmploymentPeriod.first(in: rest)
        guard let piece = pieces(of: dated?.rest ?? rest).first, let name = CompanyName.name(in: piece.text)
        else {
            return nil
        }
        return company(name, nil, dated?.period, [entry])
    }

    private static let labels: Set<String> = [
        "company", "employer", "organization", "organisation", "client", "companyname", "arbeitgeber",
        "firma",
        "unternehmen", "société", "entreprise", "employeur", "empresa", "azienda", "компания", "организация",
        "会社名", "会社", "公司", "公司名称", "회사", "회사명", "الشركة",
    ]

    /// "worked as a software engineer at Acme Corp from 2019"
    private static func inProse(_ entry: Entry) -> [FoundCompany] {
        guard !entry.isOther, entry.line.text.count <= longestProse else { return [] }
        let words = entry.line.text.split(whereSeparator: \.isWhitespace)
        var found: [FoundCompany] = []
        for place in words.indices.dropFirst() where isAt(words[place]) {
            guard let title = title(endingAt: place - 1, in: words), let name = name(after: place, in: words)
            else {
                continue
            }
            found.append(FoundCompany(name: name, title: title, period: entry.period, lines: [entry.line]))
        }
        // Of two, the years may be those of either.
        if found.count > 1 { for place in found.indices { found[place].period = nil } }
        return found
    }

    /// Whether a line names its employer behind "at", which is read as prose.
    private static func names(atIn entry: Entry) -> Bool { !inProse(entry).isEmpty }

    private static func isAt(_ word: Substring) -> Bool {
        word == "at" || word == "@" || word == "At" || word == "bei"
    }

    private static func title(endingAt last: Int, in words: [Substring]) -> String? {
        guard let key = JobTitleWords.words(of: words[last]).last, JobTitleWords.isHead(key),
            words[last].last?.isLetter ?? false || words[last].hasSuffix(")")
        else { return nil }
        var first = last
        while first > 0, last - first < 5 {
            let before = words[first - 1]
            guard
                before.last.map({ $0.isLetter || $0 == "." || $0 == "/" || $0 == "+" || $0 == "#" }) ?? false,
                !articles.contains(before.lowercased()), before.first?.isLetter ?? false
            else { break }
            first -= 1
        }
        // "Reported to the Director at Acme" is about somebody else.
        if first > 1, words[first - 1].lowercased() == "the", others.contains(words[first - 2].lowercased()) {
            return nil
        }
        return words[first...last].joined(separator: " ")
    }

    private static let articles: Set<String> = [
        "a", "an", "the", "as", "is", "was", "am", "currently", "worked", "working", "and", "i", "my", "als",
        "ein",
        "eine", "former", "formerly", "previously", "then", "with", "for", "to", "by",
    ]

    private static let others: Set<String> = [
        "to", "with", "by", "from", "for", "of", "under", "and", "assisted",
    ]

    /// The capital words behind "at", up to a sign that ends them.
    private static func name(after place: Int, in words: [Substring]) -> String? {
        var name: [Substring] = []
        for word in words[(place + 1)...].prefix(7) {
            let bare = word.drop { "\"“(".contains($0) }
            guard let first = bare.first, bare.count == word.count else { break }
            let isSmall = first.isLowercase && !bare.contains(where: \.isUppercase)
            if isSmall, !joiners.contains(String(bare)) || name.isEmpty { break }
            if !first.isLetter, !first.isNumber, bare != "&" { break }
            if first.isNumber, EmploymentPeriod.first(in: "(\(bare.prefix(4)))") != nil { break }
            name.append(bare)
            if let last = bare.last, ",;:.)|!?".contains(last) { break }
        }
        while let last = name.last, joiners.contains(String(last)) || last == "&" { name.removeLast() }
        guard !name.isEmpty else { return nil }
        return CompanyName.name(in: name.joined(separator: " ")[...])
    }

    private static let joiners: Set<String> = [
        "of", "and", "the", "de", "la", "du", "der", "und", "for", "&",
    ]
}

extension Array {
    fileprivate func before(_ place: Int) -> Element? { place > 0 ? self[place - 1] : nil }

    fileprivate func after(_ place: Int) -> Element? { place + 1 < count ? self[place + 1] : nil }
}

extension FoundCompany {
    /// Takes in what another line says of the same employer.
    fileprivate mutating func add(_ other: FoundCompany) {
        title = title ?? other.title
        period = period.map { period in other.period.map(period.joined) ?? period } ?? other.period
        for line in other.lines where !lines.contains(line) && lines.count < ResumeProfile.limitLines {
            lines.append(line)
        }
    }
}
