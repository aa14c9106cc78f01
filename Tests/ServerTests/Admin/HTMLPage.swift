/// A page as a browser reads it: its elements in their order, with their attributes and the text behind them. It is stricter than a browser:
/// tags must be balanced, attributes must stand in quotation marks, and no `<` may stand alone.
struct HTMLPage {
    /// An element, or the end of one.
    struct Element: Equatable {
        var name: String
        var attributes: [String: String] = [:]
        /// The text up to the next tag.
        var text = ""
    }

    /// Why a text is no page.
    struct Fault: Error, CustomStringConvertible {
        let description: String
    }

    private(set) var elements: [Element] = []

    private static let void: Set<String> = ["meta", "link", "input", "br", "hr", "img"]

    /// Reads a page.
    init(_ text: String) throws {
        var scalars = text.unicodeScalars[...]
        var open: [String] = []
        while let first = scalars.first {
            guard first == "<" else {
                let run = scalars.prefix { $0 != "<" }
                guard !run.contains(">") else { throw Fault(description: "a > stands alone: \(String(run))") }
                if !elements.isEmpty { elements[elements.count - 1].text += try Self.unescaped(String(run)) }
                scalars = scalars[run.endIndex...]
                continue
            }
            scalars.removeFirst()
            let isEnd = scalars.first == "/" || scalars.first == "!"
            let isDeclaration = scalars.first == "!"
            if isEnd { scalars.removeFirst() }
            let name = String(scalars.prefix { $0.properties.isAlphabetic || ("0"..."9").contains($0) })
                .lowercased()
            guard !name.isEmpty, name.allSatisfy(\.isASCII) else {
                throw Fault(description: "a < stands alone before \(String(scalars.prefix(30)))")
            }
            scalars = scalars.dropFirst(name.unicodeScalars.count)
            let attributes = try Self.attributes(&scalars)
            if isDeclaration { continue }
            if isEnd {
                guard open.popLast() == name else {
                    throw Fault(description: "</\(name)> closes nothing; open: \(open)")
                }
                elements.append(Element(name: "/" + name))
            } else {
                if !Self.void.contains(name) { open.append(name) }
                elements.append(Element(name: name, attributes: attributes))
            }
        }
        guard open.isEmpty else { throw Fault(description: "these are not closed: \(open)") }
    }

    private static func attributes(_ scalars: inout Substring.UnicodeScalarView) throws -> [String: String] {
        var attributes: [String: String] = [:]
        while true {
            scalars = scalars.drop { $0.properties.isWhitespace }
            guard let first = scalars.first else { throw Fault(description: "a tag has no end") }
            if first == ">" {
                scalars.removeFirst()
                return attributes
            }
            let name = String(scalars.prefix { !$0.properties.isWhitespace && $0 != "=" && $0 != ">" })
            guard !name.isEmpty, name.allSatisfy({ $0.isASCII && ($0.isLetter || $0 == "-") }) else {
                throw Fault(description: "an attribute is called \(name)")
            }
            scalars = scalars.dropFirst(name.unicodeScalars.count)
            guard scalars.first == "=" else {
                attributes[name] = ""
                continue
            }
            scalars.removeFirst()
            guard scalars.popFirst() == "\"" else {
                throw Fault(description: "\(name) has no quotation marks")
            }
            let value = scalars.prefix { $0 != "\"" }
            scalars = scalars[value.endIndex...].dropFirst()
            attributes[name] = try unescaped(String(value))
        }
    }

    private static let entities = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "#39": "'"]

    private static func unescaped(_ text: String) throws -> String {
        var result = ""
        var rest = text.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            guard scalar == "&" else {
                result.unicodeScalars.append(scalar)
                continue
            }
            let name = String(rest.prefix { $0 != ";" })
            guard let sign = entities[name] else {
                throw Fault(description: "&\(name.prefix(10)) is no sign")
            }
            result += sign
            rest = rest.dropFirst(name.unicodeScalars.count + 1)
        }
        return result
    }

    // MARK: Looking

    /// The elements of a name.
    func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

    /// All texts of the page.
    var text: String { elements.map(\.text).joined(separator: " ") }

    /// Where links lead.
    var links: [String] { all("a").compactMap { $0.attributes["href"] } }

    /// What a field of a form holds: an input, a text or a choice.
    func value(_ name: String) -> String? {
        guard let place = elements.firstIndex(where: { $0.attributes["name"] == name }) else { return nil }
        let element = elements[place]
        switch element.name {
        case "textarea": return element.text.hasPrefix("\n") ? String(element.text.dropFirst()) : element.text
        case "select":
            let options = elements[place...].dropFirst().prefix { $0.name != "/select" }
                .filter { $0.name == "option" }
            let chosen = options.first { $0.attributes["selected"] != nil } ?? options.first
            return chosen?.attributes["value"]
        default: return element.attributes["value"]
        }
    }

    /// The fields that a form sends, as they stand.
    func fields(ofFormTo action: String) -> [(name: String, value: String)] {
        guard
            let start = elements.firstIndex(where: { $0.name == "form" && $0.attributes["action"] == action })
        else { return [] }
        let inside = elements[start...].prefix { $0.name != "/form" }
        return inside.compactMap { element in
            guard let name = element.attributes["name"],
                ["input", "select", "textarea"].contains(element.name),
                element.attributes["type"] != "checkbox"
            else { return nil }
            return (name, element.name == "input" ? element.attributes["value"] ?? "" : value(name) ?? "")
        }
    }
}
