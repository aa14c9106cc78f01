/// The description of an interface as a page of HTML that people read: one file without scripts, which loads nothing.
public struct DocumentPage: Sendable {
    private let document: OpenAPIDocument

    /// The page of a document.
    public init(_ document: OpenAPIDocument) { self.document = document }

    /// How the page looks, by day and by night.
    public static let style = """
        :root{color-scheme:light dark;--line:#8886;--soft:#8882;--accent:light-dark(#0550ae,#79b8ff)}
        body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem}
        a{color:var(--accent)}h1{margin-bottom:0}h2{border-bottom:1px solid var(--line);margin-top:2.5rem}
        code{font:0.9em ui-monospace,monospace;background:var(--soft);padding:0 .25em;border-radius:.2em}
        details{border:1px solid var(--line);border-radius:.4em;margin:.5rem 0;padding:0 .75rem}
        summary{cursor:pointer;padding:.5rem 0}summary b{display:inline-block;min-width:4.5em;font-family:monospace}
        table{border-collapse:collapse;width:100%;margin:.25rem 0 1rem}
        th,td{text-align:left;vertical-align:top;padding:.25rem .75rem .25rem 0;border-top:1px solid var(--line)}
        h3{margin:.75rem 0 .25rem;font-size:1rem}nav a{margin-right:1em}.wide{overflow-x:auto}
        """

    /// The page.
    public var html: String {
        let tags = tags
        let links = tags.map { "<a href=\"#\(id($0))\">\(HTMLText.escaped($0))</a>" }.joined(separator: "\n")
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(HTMLText.escaped(document.title)) \(HTMLText.escaped(document.version))</title>
            <style>\(Self.style)</style>
            </head>
            <body>
            <h1>\(HTMLText.escaped(document.title)) \(HTMLText.escaped(document.version))</h1>
            <p>\(HTMLText.escaped(document.about)) <a href="/openapi.json">The same for programs</a>.</p>
            <nav aria-label="Groups">
            \(links)
            <a href="#objects">objects</a>
            </nav>
            <main>
            \(tags.map(section).joined(separator: "\n"))
            \(objects)
            </main>
            </body>
            </html>

            """
    }

    /// The groups, in the order in which they are first there.
    private var tags: [String] {
        var seen: Set<String> = []
        return document.operations.map(\.tag).filter { seen.insert($0).inserted }
    }

    /// A name as an address inside the page has it.
    private func id(_ tag: String) -> String {
        "group-" + String(tag.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
    }

    private func section(_ tag: String) -> String {
        let operations = document.operations.filter { $0.tag == tag }.map(article)
        return
            "<section>\n<h2 id=\"\(id(tag))\">\(HTMLText.escaped(tag))</h2>\n\(operations.joined(separator: "\n"))\n</section>"
    }

    private func article(_ operation: Operation) -> String {
        var parts = [
            "<details id=\"\(HTMLText.escaped(operation.name))\">",
            "<summary><b>\(HTMLText.escaped(operation.method))</b> <code>\(HTMLText.escaped(operation.path))</code> \(HTMLText.escaped(operation.summary))</summary>",
        ]
        if operation.needsAccount { parts.append("<p>Where there are accounts, it needs a token.</p>") }
        if !operation.parameters.isEmpty {
            let rows = operation.parameters.map { parameter in
                row(parameter.field, place: parameter.place.rawValue)
            }
            parts.append("<h3>Parameters</h3>\n" + table(["Name", "In", "Value", "Meaning"], rows))
        }
        for body in operation.bodies {
            parts.append(
                "<h3>Body, <code>\(HTMLText.escaped(body.mediaType))</code></h3>\n<p>\(value(body.schema))</p>"
            )
        }
        let rows = operation.replies.map { reply in
            let bodies = reply.bodies.map {
                "\(value($0.schema)) <code>\(HTMLText.escaped($0.mediaType))</code>"
            }
            return ["<code>\(reply.status)</code>", bodies.joined(separator: "<br>"), marked(reply.about)]
        }
        parts.append("<h3>Answers</h3>\n" + table(["Status", "Body", "When"], rows))
        parts.append("</details>")
        return parts.joined(separator: "\n")
    }

    private func row(_ field: ObjectSchema.Field, place: String? = nil) -> [String] {
        let name =
            "<code>\(HTMLText.escaped(field.name))</code>" + (field.isRequired ? "" : " (may be left out)")
        return [name] + (place.map { [$0] } ?? []) + [value(field.schema), marked(field.about)]
    }

    private func table(_ heads: [String], _ rows: [[String]]) -> String {
        let head = heads.map { "<th scope=\"col\">\($0)</th>" }.joined()
        let body = rows.map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>" }.joined(
            separator: "\n")
        return
            "<div class=\"wide\"><table>\n<thead><tr>\(head)</tr></thead>\n<tbody>\n\(body)\n</tbody>\n</table></div>"
    }

    /// Every object that stands somewhere, once.
    private var objects: String {
        let all = document.operations.flatMap(\.schemas).flatMap(\.objects)
        let named = Dictionary(all.map { ($0.name, $0) }) { first, _ in first }
        let parts = named.sorted { $0.key < $1.key }.map { name, object in
            "<h3 id=\"object-\(HTMLText.escaped(name))\">\(HTMLText.escaped(name))</h3>\n"
                + table(["Field", "Value", "Meaning"], object.fields.map { row($0) })
        }
        return "<section>\n<h2 id=\"objects\">objects</h2>\n\(parts.joined(separator: "\n"))\n</section>"
    }

    /// What a value may be, in words.
    private func value(_ schema: JSONSchema) -> String {
        switch schema {
        case .text(let length, let format): return text(length, format)
        case .pattern(let pattern): return "text like <code>\(HTMLText.escaped(pattern))</code>"
        case .integer(let range):
            return range == JSONSchema.integers
                ? "whole number" : "whole number, \(range.lowerBound) to \(range.upperBound)"
        case .number(let range):
            return range.map { "number, \($0.lowerBound) to \($0.upperBound)" } ?? "number"
        case .boolean: return "true or false"
        case .choice(let names):
            return names.map { "<code>\(HTMLText.escaped($0))</code>" }.joined(separator: ", ")
        case .list(let schema, _): return "list of \(value(schema))"
        case .object(let object):
            let name = HTMLText.escaped(object.name)
            return "<a href=\"#object-\(name)\">\(name)</a>"
        case .dictionary(let schema): return "object with values of \(value(schema))"
        case .nullable(let schema): return "\(value(schema)), or null"
        case .either(let schemas, _): return schemas.map { value($0) }.joined(separator: ", or ")
        case .any: return "any value"
        case .file: return "the bytes of a file"
        }
    }

    private func text(_ length: ClosedRange<Int>, _ format: JSONSchema.Format?) -> String {
        let kind = format.map { "text, \($0.rawValue)" } ?? "text"
        guard length != 0...JSONSchema.limitText, format == nil || format == .password else { return kind }
        return kind + ", \(length.lowerBound) to \(length.upperBound) characters"
    }

    /// A sentence in which backquotes mark what programs read.
    private func marked(_ text: String) -> String {
        let parts = text.split(separator: "`", omittingEmptySubsequences: false).map { HTMLText.escaped($0) }
        guard parts.count % 2 == 1 else { return HTMLText.escaped(text) }
        return parts.enumerated().map { $0 % 2 == 0 ? $1 : "<code>\($1)</code>" }.joined()
    }
}
