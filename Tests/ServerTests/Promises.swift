import Foundation
import Speech
import TestSupport

@testable import Web

/// What an interface promises: requests in their order, each with what has to come back. The files are in `Tests/Promises`.
///
/// A kind of value is `integer`, `number`, `text`, `boolean` or `moment`, numbers with limits (`integer 1...5`), or the name of a shape:
/// an object with exactly these fields, or a choice of texts. `[kind]` is a list, `kind?` may be `null`.
struct Promises: Decodable {
    /// A request.
    struct Step: Decodable {
        /// What it is about, for people.
        let name: String
        let method: String
        /// `{name}` in it, and a text `{name}` in bodies and values, stands for what an earlier step kept.
        let path: String
        let body: JSONValue?
        let status: Int
        /// The kind of what comes back.
        let reply: String?
        /// What has to stand at some places of it, as `questions.0.id`.
        let values: [String: JSONValue]?
        /// What is kept for later steps, by the names that it gets.
        let keep: [String: String]?
        /// In which mode alone it is tried.
        let only: Mode?
    }

    /// Who sends the requests.
    enum Mode: String, Decodable, CaseIterable {
        /// Whoever uses this machine, without accounts.
        case local
        /// Somebody who has signed in.
        case account
    }

    let shapes: [String: JSONValue]
    let steps: [Step]

    /// Those of a file.
    init(named name: String) throws {
        let data = try Data(contentsOf: URL(filePath: SourceTree.file("Tests/Promises/\(name).json")))
        self = try JSONDecoder().decode(Promises.self, from: data)
    }

    /// What is wrong with a value, as sentences; none when it is of a kind.
    func faults(in value: JSONValue, of kind: String, at place: String = "") -> [String] {
        if kind.hasSuffix("?") {
            return value == .null ? [] : faults(in: value, of: String(kind.dropLast()), at: place)
        }
        if kind.hasPrefix("[") {
            guard case .list(let elements) = value else { return ["\(place) is no list: \(value)"] }
            let kind = String(kind.dropFirst().dropLast())
            return elements.enumerated().flatMap { faults(in: $1, of: kind, at: "\(place).\($0)") }
        }
        switch shapes[kind] {
        case .list(let choice): return choice.contains(value) ? [] : ["\(place) is none of \(kind): \(value)"]
        case .object(let fields): return faults(in: value, fields: fields, at: place)
        default: return Self.isPlain(value, kind) ? [] : ["\(place) is no \(kind): \(value)"]
        }
    }

    private func faults(in value: JSONValue, fields: [String: JSONValue], at place: String) -> [String] {
        guard case .object(let values) = value else { return ["\(place) is no object: \(value)"] }
        let names = Set(values.keys)
        let missing = Set(fields.keys).subtracting(names).sorted().map { "\(place).\($0) is missing" }
        let more = names.subtracting(fields.keys).sorted().map { "\(place).\($0) is not promised" }
        let wrong = fields.flatMap { name, kind -> [String] in
            guard let value = values[name], let kind = kind.string else { return [] }
            return faults(in: value, of: kind, at: "\(place).\(name)")
        }
        return missing + more + wrong.sorted()
    }

    private static func isPlain(_ value: JSONValue, _ kind: String) -> Bool {
        let words = kind.split(separator: " ", maxSplits: 1)
        switch (words.first, value) {
        case ("text", .text), ("boolean", .boolean): return true
        case ("moment", .text(let text)): return text.hasSuffix("Z") && Moment.date(text) != nil
        case ("number", .number(let number)): return isWithin(number, words.dropFirst().first)
        case ("integer", .number(let number)):
            return number == number.rounded() && isWithin(number, words.dropFirst().first)
        default: return false
        }
    }

    private static func isWithin(_ number: Double, _ limits: Substring?) -> Bool {
        guard let limits else { return true }
        let ends = limits.split(separator: ".").compactMap { Double($0) }
        return ends.count == 2 && ends[0] <= number && number <= ends[1]
    }
}

extension JSONValue {
    /// The value at a place such as `questions.0.id`; `nil` where there is none.
    func value(at place: String) -> JSONValue? {
        place.split(separator: ".").reduce(Optional(self)) { value, part in
            switch value {
            case .object(let values): values[String(part)]
            case .list(let elements): Int(part).flatMap { elements.indices.contains($0) ? elements[$0] : nil }
            default: nil
            }
        }
    }

    /// The value with what was kept in the place of each text `{name}`.
    func filled(with kept: [String: JSONValue]) -> JSONValue {
        switch self {
        case .text(let text):
            guard text.hasPrefix("{"), text.hasSuffix("}") else { return self }
            return kept[String(text.dropFirst().dropLast())] ?? self
        case .list(let elements): return .list(elements.map { $0.filled(with: kept) })
        case .object(let values): return .object(values.mapValues { $0.filled(with: kept) })
        default: return self
        }
    }
}
