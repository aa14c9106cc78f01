import Vocabulary

/// The ways a number in digits is read aloud. The first is the one that its words are counted by.
enum NumberReadings {
    /// Whole numbers, `428`: as a quantity, as a year or in pairs, digit by digit.
    static func whole(_ digits: String) -> [[String]] {
        let each = digits.compactMap(\.wholeNumberValue).filter { $0 < 10 }
        guard each.count == digits.count, !each.isEmpty else { return [[digits]] }
        let figures = NumberWords.figures(digits)
        let spelled = [figures, figures.map { $0 == "zero" ? "oh" : $0 }]
        guard each.count <= 15, each.count == 1 || each[0] != 0, let number = Int(digits) else {
            return spelled
        }
        var readings = [NumberWords.cardinal(number)]
        if number >= 100 {
            readings.append(linkedByAnd(readings[0]))
            readings += pairs(number)
            // People say "a hundred" where a reader of digits says "one hundred".
            if readings[0].first == "one" { readings.append(["a"] + readings[0].dropFirst()) }
        }
        if (1_100...1_999).contains(number), let year = pairs(number).first {
            readings.insert(year, at: 0)
        }
        return distinct(readings + spelled)
    }

    /// Numbers with a decimal point, `3.11`: the part after it digit by digit or as a number, as versions are read.
    static func decimal(_ whole: String, _ fraction: String) -> [[String]] {
        let before = whole.isEmpty ? [] : self.whole(whole)[0]
        let digits = NumberWords.figures(fraction)
        return distinct([before + ["point"] + digits, before + ["point"] + self.whole(fraction)[0]])
    }

    /// A time of day, `9:05`.
    static func time(hours: String, minutes: String) -> [[String]] {
        let hour = whole(hours)[0]
        switch minutes {
        case "00": return [hour, hour + ["o'clock"], hour + ["hundred"]]
        case _ where minutes.first == "0":
            return [hour + ["oh"] + whole(String(minutes.dropFirst()))[0]]
        default: return [hour + whole(minutes)[0]]
        }
    }

    /// An ordinal, `21` for "21st".
    static func ordinal(_ digits: String) -> [[String]] {
        guard digits.count <= 15, let number = Int(digits) else { return [[digits]] }
        return [NumberWords.ordinal(number)]
    }

    /// The words of a quantity with "and" before what is less than a hundred: "one thousand and one", "two hundred and
    /// five thousand".
    private static func linkedByAnd(_ words: [String]) -> [String] {
        var linked: [String] = []
        for (index, word) in words.enumerated() {
            let isEnd = !words[index...].contains { scales.contains($0) || $0 == "hundred" }
            switch linked.last {
            case "hundred" where !scales.contains(word): linked.append("and")
            case let last? where scales.contains(last) && isEnd: linked.append("and")
            default: break
            }
            linked.append(word)
        }
        return linked
    }

    private static let scales: Set<String> = ["thousand", "million", "billion", "trillion"]

    /// Two digits at a time, `1965`; three digits as a digit and a pair, `150`.
    private static func pairs(_ number: Int) -> [[String]] {
        guard number < 10_000 else { return [] }
        let (high, low) = (number / 100, number % 100)
        let first = NumberWords.cardinal(high)
        if low == 0 { return number >= 1_000 && high % 10 != 0 ? [first + ["hundred"]] : [] }
        if low < 10 { return [first + ["oh"] + NumberWords.cardinal(low)] }
        return [first + NumberWords.cardinal(low)]
    }

    private static func distinct(_ readings: [[String]]) -> [[String]] {
        var seen: Set<[String]> = []
        return readings.filter { seen.insert($0).inserted }
    }
}
