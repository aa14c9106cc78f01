/// Units as they are written behind a number.
enum SpokenUnits {
    /// A unit's name.
    struct Name {
        var one: [String]
        var many: [String]
    }

    /// The unit of a written form; capitals count ("Mb", "MB") and decide between what else is alike.
    static func name(of written: some StringProtocol) -> Name? {
        if let name = table[String(written)] { return name }
        // A rate: "MB/s", "req/min".
        guard let slash = written.firstIndex(of: "/"), slash != written.startIndex,
            let over = overs[String(written[written.index(after: slash)...])],
            let top = table[String(written[..<slash])]
        else { return nil }
        return Name(one: top.one + ["per", over], many: top.many + ["per", over])
    }

    private static let overs = [
        "s": "second", "sec": "second", "min": "minute", "h": "hour", "hr": "hour", "day": "day",
        "mo": "month", "month": "month", "yr": "year", "year": "year",
    ]

    private static let table: [String: Name] = {
        let plain = [
            "ms": "millisecond", "ns": "nanosecond", "us": "microsecond", "μs": "microsecond", "s": "second",
            "sec": "second", "secs": "second", "min": "minute", "mins": "minute", "h": "hour", "hr": "hour",
            "hrs": "hour", "d": "day", "wk": "week", "yr": "year", "yrs": "year", "B": "byte",
            "KB": "kilobyte", "kB": "kilobyte", "MB": "megabyte", "GB": "gigabyte", "TB": "terabyte",
            "PB": "petabyte", "KiB": "kibibyte", "MiB": "mebibyte", "GiB": "gibibyte", "Kb": "kilobit",
            "kb": "kilobyte", "mb": "megabyte", "gb": "gigabyte", "tb": "terabyte", "Mb": "megabit",
            "Gb": "gigabit", "km": "kilometer", "cm": "centimeter", "mm": "millimeter", "kg": "kilogram",
            "px": "pixel", "req": "request", "pts": "point", "kW": "kilowatt", "kWh": "kilowatt hour",
        ]
        var table = plain.mapValues { name in
            let words = name.split(separator: " ").map(String.init)
            return Name(one: words, many: words.dropLast() + [(words.last ?? "") + "s"])
        }
        let same = [
            "Hz": "hertz", "kHz": "kilohertz", "KHz": "kilohertz", "MHz": "megahertz", "GHz": "gigahertz",
            "%": "percent", "°C": "degrees celsius", "°F": "degrees fahrenheit", "°": "degrees",
            "Kbps": "kilobits per second", "kbps": "kilobits per second", "Mbps": "megabits per second",
            "Gbps": "gigabits per second", "fps": "frames per second", "dB": "decibels", "K": "thousand",
            "k": "thousand", "M": "million", "bn": "billion", "+": "plus", "x": "x", "×": "times",
            "%+": "percent plus", "K+": "thousand plus", "k+": "thousand plus", "M+": "million plus",
        ]
        for (written, name) in same {
            let words = name.split(separator: " ").map(String.init)
            table[written] = Name(one: words, many: words)
        }
        return table
    }()

    /// Names of great numbers, which money stands behind: "$2 million".
    static let scales: Set<String> = ["hundred", "thousand", "million", "billion", "trillion"]
}
