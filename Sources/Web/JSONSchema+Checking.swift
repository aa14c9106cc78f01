import FoundationEssentials
public import Speech

extension JSONSchema {
    /// What is wrong with a value, at most `SchemaFault.limit` things; empty when it fits.
    public func faults(in value: JSONValue) -> [SchemaFault] {
        switch (self, value) {
        case (.any, _): return []
        case (.nullable, .null): return []
        case (.nullable(let schema), _): return schema.faults(in: value)
        case (.text(let length, let format), .text(let text)):
            return Self.faults(in: text, length: length, format: format)
        case (.either(let schemas, let asked), _):
            guard !schemas.contains(where: { $0.faults(in: value).isEmpty }) else { return [] }
            return [SchemaFault("", "must be \(asked)")]
        case (.pattern(let pattern), .text(let text)): return Self.faults(in: text, pattern: pattern)
        case (.boolean, .boolean), (.file, .text): return []
        case (.integer(let range), .number(let number)): return Self.faults(in: number, range: range)
        case (.number(let range), .number(let number)):
            guard let range, !range.contains(number) else { return [] }
            return [SchemaFault("", "must be from \(range.lowerBound) to \(range.upperBound)")]
        case (.choice(let names), .text(let text)):
            guard !names.contains(text) else { return [] }
            return [SchemaFault("", "must be one of \(names.joined(separator: ", "))")]
        case (.list(let schema, let count), .list(let values)):
            guard count.contains(values.count) else {
                let limits = "from \(count.lowerBound) to \(count.upperBound)"
                return [SchemaFault("", "must have \(limits) elements and has \(values.count)")]
            }
            return Self.faults(of: values.enumerated()) { index, value in
                schema.faults(in: value).map { $0.inside("\(index)") }
            }
        case (.dictionary(let schema), .object(let values)):
            return Self.faults(of: values.sorted { $0.key < $1.key }) { name, value in
                schema.faults(in: value).map { $0.inside(name) }
            }
        case (.object(let object), .object(let values)): return object.faults(in: values)
        default: return [SchemaFault("", "must be \(asked), and is \(value.kind)")]
        }
    }

    /// The faults of several parts, up to the limit: what is sent wrong a thousand times is not told a thousand times.
    static func faults<Part>(
        of parts: some Sequence<Part>, _ faults: (Part) -> [SchemaFault]
    ) -> [SchemaFault] {
        var all: [SchemaFault] = []
        for part in parts {
            all += faults(part)
            if all.count >= SchemaFault.limit { break }
        }
        return Array(all.prefix(SchemaFault.limit))
    }

    private static func faults(in text: String, length: ClosedRange<Int>, format: Format?) -> [SchemaFault] {
        // PostgreSQL keeps no zero byte in a text, and no form of Viva needs one.
        if text.unicodeScalars.contains("\0") { return [SchemaFault("", "must not have a zero character")] }
        let count = text.unicodeScalars.count
        if count < length.lowerBound {
            let least =
                length.lowerBound == 1
                ? "must not be empty" : "must have \(length.lowerBound) characters or more"
            return [SchemaFault("", least)]
        }
        if count > length.upperBound {
            return [SchemaFault("", "must have at most \(length.upperBound) characters, and has \(count)")]
        }
        switch format {
        case .dateTime where Moment.date(text) == nil:
            return [SchemaFault("", "must be a moment such as 2026-02-01T10:00:00Z")]
        case .date where Moment.day(text) == nil:
            return [SchemaFault("", "must be a day such as 2026-02-01")]
        case .uuid where UUID(uuidString: text) == nil: return [SchemaFault("", "must be a UUID")]
        default: return []
        }
    }

    private static func faults(in text: String, pattern: String) -> [SchemaFault] {
        guard let regex = try? Regex(pattern), text.wholeMatch(of: regex) == nil else { return [] }
        return [SchemaFault("", "must fit \(pattern)")]
    }

    private static func faults(in number: Double, range: ClosedRange<Int>) -> [SchemaFault] {
        guard let whole = Int(exactly: number) else { return [SchemaFault("", "must be a whole number")] }
        guard !range.contains(whole) else { return [] }
        if whole < range.lowerBound { return [SchemaFault("", "must be \(range.lowerBound) or more")] }
        return [SchemaFault("", "must be at most \(range.upperBound)")]
    }

    /// What is asked for, in words.
    private var asked: String {
        switch self {
        case .text, .pattern, .choice, .file: "a text"
        case .integer: "a whole number"
        case .number: "a number"
        case .boolean: "true or false"
        case .list: "a list"
        case .object, .dictionary: "an object"
        case .nullable(let schema): "\(schema.asked) or null"
        case .either(_, let asked): asked
        case .any: "a value"
        }
    }
}

extension ObjectSchema {
    /// What is wrong with the fields of an object.
    func faults(in values: [String: JSONValue]) -> [SchemaFault] {
        let faults = JSONSchema.faults(of: fields) { field in
            guard let value = values[field.name] else {
                return field.isRequired ? [SchemaFault(field.name, "is required")] : []
            }
            return field.schema.faults(in: value).map { $0.inside(field.name) }
        }
        let known = Set(fields.map(\.name))
        let others = values.keys.filter { !known.contains($0) }.sorted().prefix(SchemaFault.limit)
        return Array((faults + others.map(unknown)).prefix(SchemaFault.limit))
    }

    /// What is said of a name that no field has: where a field has a longer one, it is told.
    private func unknown(_ name: String) -> SchemaFault {
        let near = fields.first { $0.name.hasPrefix(name + "_") }
        return SchemaFault("", "is not known here" + (near.map { ": there is \($0.name)" } ?? ""))
            .inside(name)
    }
}
