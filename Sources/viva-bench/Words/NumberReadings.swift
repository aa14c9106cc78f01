/// The ways a number in digits is read aloud. The first is the one that its words are counted by.
enum NumberReadings {
    /// Whole numbers, `428`: as a quantity, as a year or in pairs, digit by digit.
    static func whole(_ digits: String) -> [[String]] {
        let each = digits.compactMap(\.wholeNumberValue)
        guard each.count == digits.count, !each.isEmpty else { return [[digits]] }
        let spelled = [each.map { ones[$0] }, each.map { $0 == 0 ? "oh" : ones[$0] }]
        guard each.count <= 15, each.count == 1 || each[0] != 0, let number = Int(digits) else {
            return spelled
        }
        var readings = [cardinal(number)]
        if number >= 100 {
            readings.append(cardinal(number, linkedBy: "and"))
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
        let digits = fraction.compactMap(\.wholeNumberValue).map { ones[$0] }
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
        guard digits.count <= 15, let number = Int(digits), var last = cardinal(number).last else {
            return [[digits]]
        }
        switch last {
        case "one": last = "first"
        case "two": last = "second"
        case "three": last = "third"
        case "five": last = "fifth"
        case "eight": last = "eighth"
        case "nine": last = "ninth"
        case "twelve": last = "twelfth"
        case _ where last.hasSuffix("y"): last = last.dropLast() + "ieth"
        default: last += "th"
        }
        return [cardinal(number).dropLast() + [last]]
    }

    /// A number as a quantity, with a word such as "and" after the hundreds when it is given.
    static func cardinal(_ number: Int, linkedBy link: String? = nil) -> [String] {
        if number < 20 { return [ones[number]] }
        if number < 100 { return [tens[number / 10]] + (number % 10 == 0 ? [] : [ones[number % 10]]) }
        if number < 1_000 {
            let rest = number % 100
            let tail = rest == 0 ? [] : (link.map { [$0] } ?? []) + cardinal(rest)
            return [ones[number / 100], "hundred"] + tail
        }
        for (size, name) in [
            (1_000_000_000_000, "trillion"), (1_000_000_000, "billion"), (1_000_000, "million"),
            (1_000, "thousand"),
        ] where number >= size {
            let rest = number % size
            let link = rest < 100 ? link : nil
            let tail = rest == 0 ? [] : (link.map { [$0] } ?? []) + cardinal(rest)
            return cardinal(number / size) + [name] + tail
        }
        return []
    }

    /// Two digits at a time, `1965`; three digits as a digit and a pair, `150`.
    private static func pairs(_ number: Int) -> [[String]] {
        guard number < 10_000 else { return [] }
        let (high, low) = (number / 100, number % 100)
        let first = cardinal(high)
        if low == 0 { return number >= 1_000 && high % 10 != 0 ? [first + ["hundred"]] : [] }
        if low < 10 { return [first + ["oh", ones[low]]] }
        return [first + cardinal(low)]
    }

    private static func distinct(_ readings: [[String]]) -> [[String]] {
        var seen: Set<[String]> = []
        return readings.filter { seen.insert($0).inserted }
    }

    private static let ones = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ]
    private static let tens = [
        "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    ]
}
