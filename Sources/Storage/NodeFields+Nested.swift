import Evaluation
import Yams

extension NodeFields {
    /// Notes something that is wrong with a field, or with the whole mapping (`nil`).
    package mutating func report(_ key: String?, _ reason: String) {
        report(key, at: key.flatMap { value($0) } ?? node, reason)
    }

    /// A whole number that must be there; the nearest to 0 of the range where it is not.
    package mutating func integer(_ key: String, in range: ClosedRange<Int>) -> Int {
        if value(key) == nil, node.mapping != nil { report(key, "The field is missing.") }
        return optionalInteger(key, in: range) ?? min(max(0, range.lowerBound), range.upperBound)
    }

    /// A whole number; `nil` when it is left out.
    package mutating func optionalInteger(_ key: String, in range: ClosedRange<Int>) -> Int? {
        guard let value = value(key) else { return nil }
        guard let number = value.scalar.flatMap({ Int($0.string) }), range.contains(number) else {
            let limits = "\(range.lowerBound) to \(range.upperBound)"
            report(key, at: value, "`\(shown(value))` is not a whole number of \(limits).")
            return nil
        }
        return number
    }

    /// A number in decimal figures; `nil` when it is left out.
    package mutating func optionalNumber(_ key: String, in range: ClosedRange<Double>) -> Double? {
        guard let value = value(key) else { return nil }
        guard let number = Weights.decimal(value.scalar?.string ?? ""), range.contains(number) else {
            let limits = "\(CSVCell.number(range.lowerBound)) to \(CSVCell.number(range.upperBound))"
            report(key, at: value, "`\(shown(value))` is not a number of \(limits), such as 80 or 79.5.")
            return nil
        }
        return number
    }

    /// Whether something is so; `other` when it is left out.
    package mutating func flag(_ key: String, orElse other: Bool) -> Bool {
        guard let value = value(key) else { return other }
        switch value.scalar?.string {
        case "true": return true
        case "false": return false
        default:
            report(key, at: value, "`\(shown(value))` is neither true nor false.")
            return other
        }
    }

    /// The fields of a mapping inside this one; `nil` when it is left out. What is wrong with them is noted here by
    /// `take`.
    package mutating func fields(_ key: String) -> NodeFields? {
        value(key).map { NodeFields($0, path: path, prefix: named(key)) }
    }

    /// The fields of each mapping of a list; none when it is left out.
    package mutating func list(_ key: String) -> [NodeFields] {
        nodes(key).enumerated().map { NodeFields($1, path: path, prefix: named("\(key)[\($0)]")) }
    }

    /// Takes over what is wrong with the fields of a mapping inside this one, those that nobody asked for among it.
    package mutating func take(_ inner: NodeFields) {
        var inner = inner
        inner.finish()
        problems += inner.problems
    }

    private func named(_ key: String) -> String { prefix.isEmpty ? key : "\(prefix).\(key)" }

    private func shown(_ value: Node) -> String { String((value.scalar?.string ?? "").prefix(40)) }
}
