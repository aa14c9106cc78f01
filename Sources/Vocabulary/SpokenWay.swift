import Speech

/// One way to say a term, as a vocabulary file writes it: `post /G R EH S/ Q L`.
struct SpokenWay {
    /// A part of a way.
    enum Part: Equatable {
        /// The name of a letter, in lower case.
        case letter(Character)
        /// A word of the general dictionary.
        case word(String)
        /// Phones.
        case phones(Pronunciation)
    }

    /// Why a way cannot be read.
    struct Mistake: Error {
        var problem: String
        var remedy: String
    }

    /// The parts in the order of time; at least one.
    var parts: [Part]

    /// Reads a way without the blanks around it.
    init(_ text: Substring) throws(Mistake) {
        parts = []
        // Every second piece between slashes is phones.
        let pieces = text.split(separator: "/", omittingEmptySubsequences: false)
        guard pieces.count % 2 == 1 else {
            throw Mistake(
                problem: "the phones in \"\(text)\" have no second slash",
                remedy: "Write them between two slashes: /K UW B ER/.")
        }
        for (index, piece) in pieces.enumerated() {
            if index % 2 == 1 {
                parts.append(.phones(try Self.phones(piece)))
            } else {
                for name in piece.split(whereSeparator: \.isWhitespace) { parts.append(try Self.part(name)) }
            }
        }
        guard !parts.isEmpty else {
            throw Mistake(
                problem: "a way to say it is empty",
                remedy: "Write letters, words or /PHONES/ between the commas, or remove a comma.")
        }
    }

    /// The words a recogniser shows for it: `nil` when it has phones.
    var words: [String]? {
        var words: [String] = []
        for part in parts {
            switch part {
            case .letter(let letter): words.append(String(letter))
            case .word(let word): words.append(word)
            case .phones: return nil
            }
        }
        return words
    }

    private static func phones(_ text: Substring) throws(Mistake) -> Pronunciation {
        let names = text.split(whereSeparator: \.isWhitespace)
        guard !names.isEmpty else {
            throw Mistake(
                problem: "there is nothing between two slashes",
                remedy: "Write phones between them: /K UW B ER/.")
        }
        var phones: [Phone] = []
        for name in names {
            guard let phone = Phone(rawValue: String(name)) else { throw wrongPhone(name) }
            phones.append(phone)
        }
        return Pronunciation(phones)
    }

    private static func wrongPhone(_ name: Substring) -> Mistake {
        let bare = String(name.filter { !$0.isNumber }).uppercased()
        if Phone(rawValue: bare) != nil {
            return Mistake(problem: "\"\(name)\" is not a phone", remedy: "Write \(bare), without stress.")
        }
        let all = Phone.allCases.map(\.rawValue).joined(separator: " ")
        return Mistake(problem: "\"\(name)\" is not a phone", remedy: "Write some of \(all).")
    }

    private static func part(_ name: Substring) throws(Mistake) -> Part {
        if name.count == 1, let letter = name.first, letter.isUppercase,
            LetterNames.pronunciation(of: letter) != nil
        {
            return .letter(Character(letter.lowercased()))
        }
        if name.contains(where: \.isUppercase) {
            let isLetters = name.allSatisfy { $0.isUppercase && $0.isASCII }
            let letters = name.map(String.init).joined(separator: " ")
            throw Mistake(
                problem: "\"\(name)\" is neither one letter nor a word in lower case",
                remedy: isLetters
                    ? "Write \(letters) when its letters are said, /\(letters)/ when these are phones, "
                        + "\(name.lowercased()) when it is a word."
                    : "Write \(name.lowercased()).")
        }
        guard name.allSatisfy({ $0.isLowercase && $0.isLetter || "'-._".contains($0) }) else {
            throw Mistake(
                problem: "\"\(name)\" holds a sign that no word has",
                remedy: "Write what is said in letters, for example \"plus\" for + and \"two\" for 2.")
        }
        return .word(String(name))
    }
}
