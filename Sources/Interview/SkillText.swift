/// A text cut into words so that names such as `C++`, `.NET`, `Node.js` and `CI/CD` can be found in it.
struct SkillText: Sendable {
    /// A word and what surrounds it.
    struct Word: Sendable {
        /// As it is written.
        var written: String
        /// In lower case.
        var key: String
        /// The signs between the word before, or the start of the line, and this one; blanks are left out.
        var signsBefore: String
        /// Whether no blank lies between those signs and this word.
        var isJoined: Bool
        /// The line it stands in, from 0.
        var line: Int
        /// Whether it is the first of its line.
        var beginsLine: Bool
    }

    let words: [Word]

    init(_ text: String) { words = Self.words(of: text) }

    /// The words of a name in lower case: `CI/CD` is `ci`, `cd`.
    static func keys(of name: String) -> [String] { words(of: name).map(\.key) }

    /// A name in lower case with single blanks, by which names are compared: `unit-tests` is `unit tests`.
    static func key(_ name: String) -> String { keys(of: name).joined(separator: " ") }

    /// Whether the words from a place on are those of a name, case aside, on one line.
    func hasKeys(_ keys: [String], at place: Int) -> Bool {
        place + keys.count <= words.count
            && keys.indices.allSatisfy {
                words[place + $0].key == keys[$0] && ($0 == 0 || !words[place + $0].beginsLine)
            }
    }

    /// Whether a word stands where any word has a capital.
    func beginsSentence(_ place: Int) -> Bool {
        let word = words[place]
        return word.beginsLine || word.signsBefore.contains { ".!?:".contains($0) }
    }

    /// Words are letters and digits, with the signs of `C++`, `C#`, `.NET` and `Node.js`; everything else separates.
    private static func words(of text: String) -> [Word] {
        var words: [Word] = []
        var word: [Unicode.Scalar] = []
        var signs = ""
        var isJoined = false
        var line = 0
        var beginsLine = true
        func close() {
            guard !word.isEmpty else { return }
            let written = String(String.UnicodeScalarView(word))
            words.append(
                Word(
                    written: written, key: written.lowercased(), signsBefore: signs, isJoined: isJoined,
                    line: line, beginsLine: beginsLine))
            word = []
            signs = ""
            isJoined = true
            beginsLine = false
        }
        let scalars = Array(text.unicodeScalars)
        for place in scalars.indices {
            let scalar = scalars[place]
            // What follows matters to few of them, and to look at it takes longer than all else.
            let belongs =
                switch scalar {
                case ".": isDotInName(word, before: scalars[(place + 1)...].prefix(3))
                case "+", "#": !word.isEmpty && !(place + 1 < scalars.count && isPart(scalars[place + 1]))
                default: isPart(scalar)
                }
            if belongs {
                word.append(scalar)
                continue
            }
            close()
            if scalar.properties.isWhitespace || scalar == "\0" {
                isJoined = false
                if isLineEnd(scalar) {
                    line += 1
                    beginsLine = true
                    signs = ""
                }
            } else if signs.unicodeScalars.count < 8 {
                signs.unicodeScalars.append(scalar)
                isJoined = true
            }
        }
        close()
        return words
    }

    private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            switch scalar.value {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return true
            default: return false
            }
        }
        return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            || scalar.properties.generalCategory == .nonspacingMark
    }

    /// `Node.js` and `ASP.NET` keep their dot; the one in "SQL.Then" ends a sentence.
    private static func isDotInName(_ word: [Unicode.Scalar], before rest: ArraySlice<Unicode.Scalar>) -> Bool
    {
        let isNet = String(String.UnicodeScalarView(rest)).lowercased() == "net"
        guard let next = rest.first, !word.isEmpty else { return isNet }
        return isNet || next.properties.isLowercase || (0x30...0x39).contains(next.value)
    }

    private static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }
}
