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

    /// The employers in their order, each once with all its lines.
    func companies(in lines: [ResumeLine]) -> [FoundCompany] {
        let entries = ResumeEntry.entries(of: Array(lines.prefix(Self.limitLines)))
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
            CompanyProse.companies(in: entries[place]).forEach(add)
        }
        return found
    }

    // MARK: Names beside titles and years

    private static func structured(_ entries: [ResumeEntry], _ place: Int) -> FoundCompany? {
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
            guard entry.isHead, CompanyProse.companies(in: entry).isEmpty else { return nil }
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
    private static func aroundYears(_ entries: [ResumeEntry], _ place: Int, _ period: EmploymentPeriod)
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
    private static func undated(_ entry: ResumeEntry) -> FoundCompany? {
        guard entry.isExperience, entry.isHead, (2...3).contains(entry.pieces.count), entry.titles.count == 1,
            let title = entry.titles.first, let index = entry.pieces.firstIndex(where: \.isTitle)
        else { return nil }
        let isParted = index == 0 ? entry.pieces[1].isParted : entry.pieces[index].isParted
        guard isParted, let name = name(in: entry, besides: title) else { return nil }
        return company(name, title, nil, [entry])
    }

    /// Whether a line begins an entry of its own and says for whom: "Acme LLC, Mountain View" below an empty line.
    private static func isHeader(_ entries: [ResumeEntry], _ place: Int) -> Bool {
        let entry = entries[place]
        guard isNeighbour(entry), entry.period == nil, entry.titles.isEmpty, let name = firstName(in: entry),
            entry.gap > 0 || place == 0 || entries[place - 1].isHeading
        else { return false }
        return entry.pieces.count > 1 || CompanyName.hasLegalForm(name)
    }

    private static func isNeighbour(_ entry: ResumeEntry) -> Bool { entry.isHead && !entry.isOther }

    /// The first piece that is no title and may be a name; only one beside the title, so that no place is taken for it.
    private static func name(
        in entry: ResumeEntry, besides title: ResumeEntry.Piece, allowsLowercase: Bool = false
    ) -> String? {
        guard let index = entry.pieces.firstIndex(where: { $0.text == title.text }) else { return nil }
        // Behind the title first where it begins the line, else the first of the line.
        let order = index == 0 ? Array(entry.pieces.dropFirst()) : Array(entry.pieces[..<index])
        guard let piece = order.first(where: { !$0.isTitle }) else { return nil }
        return CompanyName.name(in: piece.text, allowsLowercase: allowsLowercase)
    }

    private static func firstName(in entry: ResumeEntry) -> String? {
        guard entry.isHead, let piece = entry.pieces.first, !piece.isTitle else { return nil }
        return CompanyName.name(in: piece.text)
    }

    private static func company(
        _ name: String, _ title: ResumeEntry.Piece?, _ period: EmploymentPeriod?, _ entries: [ResumeEntry]
    ) -> FoundCompany {
        FoundCompany(
            name: name, title: title.map { tidy($0.text) }, period: period,
            lines: entries.map(\.line).sorted { $0.number < $1.number })
    }

    private static func tidy(_ text: Substring) -> String {
        text.split(whereSeparator: { $0.isWhitespace || $0 == "\u{1F}" }).joined(separator: " ")
    }

    // MARK: Labels

    /// "Company: Acme"
    private static func labelled(_ entries: [ResumeEntry], _ place: Int) -> FoundCompany? {
        let entry = entries[place]
        guard !entry.isOther, !entry.isLong,
            let colon = entry.line.text.firstIndex(where: { $0 == ":" || $0 == "：" }),
            labels.contains(entry.line.text[..<colon].lowercased().filter { !"•-* ".contains($0) })
        else { return nil }
        let rest = String(entry.line.text[entry.line.text.index(after: colon)...])
        let dated = EmploymentPeriod.first(in: rest)
        guard let piece = ResumeEntry.pieces(of: dated?.rest ?? rest).first,
            let name = CompanyName.name(in: piece.text)
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
