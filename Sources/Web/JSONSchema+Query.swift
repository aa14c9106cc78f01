public import Speech

extension JSONSchema {
    /// Whether a list may stand here.
    public var isList: Bool {
        switch self {
        case .list: true
        case .nullable(let schema): schema.isList
        default: false
        }
    }

    /// What a text in an address says (`?limit=20`): a number where numbers are asked for, and so on. An empty text stands for
    /// nothing where nothing may stand.
    public func value(ofQuery text: String) -> JSONValue {
        switch self {
        case .nullable(let schema): text.isEmpty ? .null : schema.value(ofQuery: text)
        case .integer: Int(text).map { .number(Double($0)) } ?? .text(text)
        case .number: Double(text).flatMap { $0.isFinite ? .number($0) : nil } ?? .text(text)
        case .boolean:
            switch text.lowercased() {
            case "true", "1": .boolean(true)
            case "false", "0": .boolean(false)
            default: .text(text)
            }
        case .either(let schemas, _):
            schemas.map { $0.value(ofQuery: text) }.first { faults(in: $0).isEmpty } ?? .text(text)
        case .list(let schema, _):
            .list(text.split(separator: ",").map { schema.value(ofQuery: String($0)) })
        default: .text(text)
        }
    }
}
