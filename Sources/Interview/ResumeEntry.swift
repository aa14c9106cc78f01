/// A line of a resume with something on it, cut into its pieces.
struct ResumeEntry {
    /// Lines that are longer are prose, and not cut; in characters.
    private static let longestLine = 160

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

    /// What stands between two signs.
    struct Piece {
        var text: Substring
        var isTitle: Bool
        /// Whether more than a comma parts it from the one before.
        var isParted: Bool
    }

    /// The lines with something on them.
    static func entries(of lines: [ResumeLine]) -> [ResumeEntry] {
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
            return ResumeEntry(
                line: line, isOther: section == .other, isExperience: section == .experience,
                isHeading: heading != nil, isBullet: isBullet, gap: line.number - last - 1,
                period: dated?.period,
                pieces: isLong || heading != nil ? [] : pieces(of: dated?.rest ?? bare), isLong: isLong)
        }
    }

    /// The pieces between dashes, bars, wide gaps, commas and what was a date.
    static func pieces(of text: String) -> [Piece] {
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
}
