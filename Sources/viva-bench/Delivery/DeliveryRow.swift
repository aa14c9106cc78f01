/// How right a figure of the delivery is in one respect, and how much it was measured on.
struct DeliveryRow: Codable, Equatable {
    /// The part of the bench that it belongs to.
    var part: DeliveryPart
    /// What it was measured on or against, for example `white noise, 20 dB`.
    var subject: String
    /// What was measured, for example `recall, edges within 50 ms`.
    var measure: String
    /// The figure; `nil` when there was nothing to measure.
    var value: Double?
    /// The unit of the figure; empty for what has none.
    var unit = ""
    /// How many of the things a share counts; `nil` for a figure that is no share.
    var count: Int?
    /// How many things the figure stands on.
    var total: Int
    /// What the things are, for example `pauses`.
    var things: String

    /// The share of things that something is true of.
    static func share(
        _ part: DeliveryPart, _ subject: String, _ measure: String, _ count: Int, of total: Int,
        _ things: String
    ) -> DeliveryRow {
        DeliveryRow(
            part: part, subject: subject, measure: measure,
            value: total > 0 ? Double(count) / Double(total) : nil, count: count, total: total, things: things
        )
    }

    /// The middle one of values, each measured on one thing.
    static func median(
        _ part: DeliveryPart, _ subject: String, _ measure: String, _ values: [Double], unit: String = "",
        _ things: String
    ) -> DeliveryRow {
        DeliveryRow(
            part: part, subject: subject, measure: measure,
            value: values.isEmpty ? nil : Spread(values).median,
            unit: unit, total: values.count, things: things)
    }

    /// Its counts in words: `93 of 100 pauses`, `120 windows`.
    var counts: String { (count.map { "\($0) of " } ?? "") + "\(total) \(things)" }

    /// Its figure in words.
    var figure: String {
        guard let value else { return "–" }
        return Spread.text(value) + (unit.isEmpty ? "" : " \(unit)")
    }
}
