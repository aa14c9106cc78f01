/// Rules by which a piece of a line may be the name of an employer.
enum CompanyName {
    /// A name without brackets and signs around it; `nil` where the piece is no name.
    static func name(in piece: Substring, allowsLowercase: Bool = false) -> String? {
        let name = trimmed(withoutBrackets(piece))
        let words = name.split(separator: " ")
        guard (1...longestWords).contains(words.count), (2...longestName).contains(name.count),
            let first = name.first, first.isLetter || first.isNumber, name.count(where: \.isLetter) > 1,
            !name.contains(where: { "@:/\\<>=?!\"“”".contains($0) }), !name.hasPrefix("www."),
            !isPlaceOrKind(name), !JobTitleWords.isCertificate(JobTitleWords.words(of: name[...])),
            ResumeSection.of(heading: name) == nil, !words.allSatisfy(isDateWord)
        else { return nil }
        let ordinary = words.filter { isOrdinary($0) }
        guard ordinary.isEmpty || allowsLowercase && words.count == 1 else { return nil }
        return name
    }

    /// Whether a name ends or begins with the form of a company: "Inc.", "GmbH", "株式会社".
    static func hasLegalForm(_ name: String) -> Bool {
        let words = name.lowercased().split { $0 == " " || $0 == "," }.map {
            $0.filter { $0 != "." }
        }
        guard words.count > 1 || parts.contains(where: { name.contains($0) }) else { return false }
        return words.last.map { forms.contains($0) } ?? false
            || words.first.map { openings.contains($0) } ?? false
            || parts.contains { name.contains($0) }
    }

    /// Whether a piece is nothing but the form of a company, which belongs to the piece before it.
    static func isLegalForm(_ piece: Substring) -> Bool {
        forms.contains(trimmed(String(piece)).lowercased().filter { $0 != "." })
    }

    /// By which names are compared: without form, case and signs.
    static func key(_ name: String) -> String {
        var words = SkillText.keys(of: name)
        while words.count > 1, let last = words.last, forms.contains(last.filter { $0 != "." }) {
            words.removeLast()
        }
        return words.joined(separator: " ")
    }

    /// Whether a word is written as in the midst of a sentence.
    private static func isOrdinary(_ word: Substring) -> Bool {
        guard let first = word.first(where: \.isLetter), first.isLowercase else { return false }
        return !word.contains(where: \.isUppercase) && !small.contains(String(word))
            && !word.contains(where: \.isNumber) && !word.contains(".")
    }

    private static func withoutBrackets(_ piece: Substring) -> String {
        var kept = ""
        var depth = 0
        for letter in piece {
            if "([（".contains(letter) { depth += 1 }
            if depth == 0 { kept.append(letter) }
            if ")]）".contains(letter) { depth = max(0, depth - 1) }
        }
        return kept
    }

    private static func trimmed(_ name: String) -> String {
        let signs: (Character) -> Bool = {
            $0.isWhitespace || ",;:|·•–—-*▪◦‣●".contains($0) || $0 == "\u{1F}"
        }
        var name = name[...]
        while let first = name.first, signs(first) { name.removeFirst() }
        while let last = name.last, signs(last) { name.removeLast() }
        // The dot of "Inc." stays, that of a sentence goes.
        if name.hasSuffix("."), !isAbbreviated(name) { name.removeLast() }
        return name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func isAbbreviated(_ name: Substring) -> Bool {
        let last = name.split(separator: " ").last ?? name
        return last.dropLast().contains(".") || forms.contains(last.lowercased().filter { $0 != "." })
    }

    private static func isDateWord(_ word: Substring) -> Bool {
        let word = word.lowercased().filter { $0 != "." && $0 != "," }
        return word.allSatisfy(\.isNumber) || months.contains(word)
    }

    /// Whether a piece says that somebody worked for nobody but themselves.
    static func isOwn(_ piece: Substring) -> Bool {
        let words = JobTitleWords.words(of: piece)
        return words.contains { ["freelance", "freelancing", "self-employed", "independent"].contains($0) }
    }

    /// Whether a piece is nothing but a place, a kind of employment, or how long it lasted ("3 yrs 5 mos").
    static func isAside(_ piece: Substring) -> Bool {
        let words = JobTitleWords.words(of: piece)
        return !isOwn(piece)
            && (isPlaceOrKind(trimmed(String(piece)))
                || words.allSatisfy { $0.allSatisfy(\.isNumber) || spans.contains($0) })
    }

    private static let spans: Set<String> = [
        "yr", "yrs", "year", "years", "mo", "mos", "month", "months", "jahr", "jahre", "monate", "ans",
        "mois",
        "años", "meses",
    ]

    /// Whether it says where or how somebody worked, and not for whom.
    private static func isPlaceOrKind(_ name: String) -> Bool {
        let words = name.lowercased().split { $0 == " " || $0 == "," || $0 == "-" }.map(String.init)
        return notCompanies.contains(name.lowercased()) || words.allSatisfy { notCompanies.contains($0) }
    }

    private static let longestWords = 7
    private static let longestName = 60
    /// Ordinary words that names have in them.
    private static let small: Set<String> = [
        "of", "and", "the", "for", "de", "la", "le", "les", "du", "des", "der", "die", "das", "und", "für",
        "y",
        "e", "et", "da", "do", "dos", "di", "del", "van", "von", "den", "at", "in", "на", "и",
    ]
    private static let forms: Set<String> = [
        "inc", "llc", "llp", "ltd", "limited", "plc", "corp", "corporation", "co", "company", "gmbh", "ag",
        "kg",
        "ug", "se", "ev", "kgaa", "sa", "sas", "sarl", "srl", "spa", "bv", "nv", "ab", "as", "asa", "oy",
        "oyj",
        "aps", "pty", "pvt", "pte", "sl", "lda", "ltda", "kk", "sp", "zoo", "ооо", "зао", "оао", "ао", "пао",
        "incorporated", "holdings",
    ]
    private static let openings: Set<String> = ["ооо", "зао", "оао", "ао", "пао", "شركة", "pt"]
    private static let parts = [
        "株式会社", "有限会社", "合同会社", "有限公司", "股份公司", "集团", "주식회사", "(주)", "㈱",
    ]
    private static let notCompanies: Set<String> = [
        "remote", "hybrid", "onsite", "on-site", "on", "site", "full", "time", "full-time", "part",
        "part-time",
        "contract", "contractor", "freelance", "freelancing", "self", "employed", "self-employed",
        "permanent",
        "headquarters", "hq", "scale", "work", "school", "temporary", "independent", "various", "multiple",
        "clients", "present", "current", "home", "office",
        "usa", "us", "uk", "eu", "germany", "france", "india", "canada", "spain", "italy", "poland",
        "ukraine",
        "brazil", "mexico", "japan", "china", "netherlands", "switzerland", "austria", "ireland", "australia",
        "united kingdom", "united states", "new york", "san francisco", "london", "berlin", "paris", "munich",
        "bangalore", "bengaluru", "hyderabad", "mumbai", "delhi", "toronto", "tokyo", "sydney", "singapore",
        "dublin", "amsterdam", "madrid", "barcelona", "zurich", "vienna", "warsaw", "kyiv", "boston",
        "seattle",
        "austin", "chicago", "los angeles", "egypt", "cairo", "dubai", "uae", "turkey", "istanbul", "israel",
        "tel aviv", "portugal", "lisbon", "sweden", "stockholm", "denmark", "copenhagen", "norway", "oslo",
        "finland", "helsinki", "belgium", "brussels", "pakistan", "karachi", "lahore", "nigeria", "lagos",
        "kenya", "nairobi", "south africa", "cape town", "vietnam", "indonesia", "jakarta", "philippines",
        "manila", "argentina", "buenos aires", "chile", "colombia", "bogotá", "москва", "russia", "moscow",
    ]
    private static let months: Set<String> = [
        "jan", "january", "feb", "february", "mar", "march", "apr", "april", "may", "jun", "june", "jul",
        "july",
        "aug", "august", "sep", "sept", "september", "oct", "october", "nov", "november", "dec", "december",
    ]
}
