/// Syllables found and said, in recordings taken together until they last as long as a window.
struct SyllableSums {
    /// What was found and said in so much audio.
    private struct Sum {
        var found = 0
        var said = 0.0
        var seconds = 0.0
    }

    private var whole: [Sum] = []
    private var open = Sum()
    private var total = Sum()

    /// Adds the next recording. A single word of a second says little of a rate, so short recordings count together.
    mutating func add(found: Int, said: Double, seconds: Double) {
        for sum in [\Self.open, \Self.total] {
            self[keyPath: sum].found += found
            self[keyPath: sum].said += said
            self[keyPath: sum].seconds += seconds
        }
        guard open.seconds >= SyllableRates.windowSeconds else { return }
        whole.append(open)
        open = Sum()
    }

    /// The figures.
    func rows(_ subject: String) -> [DeliveryRow] {
        let errors = whole.filter { $0.said > 0 }.map { abs(Double($0.found) - $0.said) / $0.said }
        return [
            .median(
                .syllables, subject, "relative error of the count, median", errors,
                "stretches of 10 s and more"),
            DeliveryRow(
                part: .syllables, subject: subject, measure: "nuclei / syllables of all recordings",
                value: total.said > 0 ? Double(total.found) / total.said : nil,
                total: Int(total.said.rounded()),
                things: "syllables"),
        ]
    }
}
