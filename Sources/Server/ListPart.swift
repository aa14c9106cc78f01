import HTTPTypes
import Hummingbird
import Records
import Web

/// A part of a list that is answered as nothing but its elements: how many there are in all, and where the parts beside it are, stands in
/// the headers `X-Total-Count` and `Link` (RFC 8288).
struct ListPart<Item: Sendable>: Sendable {
    let items: [Item]
    let headers: HTTPFields

    /// The part that a request asks for with `ListFields`.
    init(_ page: RecordsPage<Item>, of call: Call) {
        items = page.items
        let limit = call.query[ListFields.limit]
        let offset = call.query[ListFields.offset]
        let total = page.total ?? page.items.count
        func address(_ offset: Int, _ name: String) -> String {
            let others = (call.request.uri.query ?? "").split(separator: "&").filter {
                !$0.hasPrefix("offset=") && !$0.hasPrefix("limit=")
            }
            let query = others.map(String.init) + ["limit=\(limit)", "offset=\(offset)"]
            return "<\(call.request.uri.path)?\(query.joined(separator: "&"))>; rel=\"\(name)\""
        }
        var links: [String] = []
        if offset + limit < total { links.append(address(offset + limit, "next")) }
        if offset > 0 { links.append(address(max(0, offset - limit), "prev")) }
        var headers = page.unreadableHeaders
        headers[.totalCount] = "\(total)"
        if !links.isEmpty { headers[.link] = links.joined(separator: ", ") }
        self.headers = headers
    }
}

/// Which part of a list is wanted.
enum ListFields {
    static let limit = RequestField<Int>(
        "limit", "The most to list.", schema: .integer(1...PageRequest.limit), usual: 100)
    static let offset = RequestField<Int>(
        "offset", "How many to leave out.", schema: .integer(0...1_000_000_000), usual: 0)
}

extension Call {
    /// The part of a list that is asked for.
    var part: PageRequest { .skipping(query[ListFields.offset], count: query[ListFields.limit]) }
}

extension EndpointReply {
    /// A part of a list, as nothing but its elements.
    static func part<Element>(
        _ form: ReplyForm<Element>,
        _ about: String =
            "The elements; X-Total-Count and Link tell of the rest, X-Unreadable-Count how many are left out as they are damaged."
    ) -> EndpointReply where Value == ListPart<Element> {
        let schema = JSONSchema.list(form.schema, count: 0...Int.max)
        return EndpointReply(description: Operation.Reply(200, about, [Operation.Body(schema)])) { part in
            var writer = JSONWriter()
            writer.list(part.items) { form.write($0, to: &$1) }
            var response = Response(json: writer)
            response.headers.append(contentsOf: part.headers)
            return response
        }
    }
}

extension EndpointReply {
    /// A whole list, as nothing but its elements.
    static func whole<Element>(
        _ form: ReplyForm<Element>,
        _ about: String = "The elements; X-Unreadable-Count tells how many are left out as they are damaged."
    ) -> EndpointReply where Value == RecordsPage<Element> {
        let schema = JSONSchema.list(form.schema, count: 0...Int.max)
        return EndpointReply(description: Operation.Reply(200, about, [Operation.Body(schema)])) { list in
            var writer = JSONWriter()
            writer.list(list.items) { form.write($0, to: &$1) }
            var response = Response(json: writer)
            response.headers.append(contentsOf: list.unreadableHeaders)
            return response
        }
    }
}

extension RecordsPage {
    /// What tells that rows are missing, as they cannot be read.
    var unreadableHeaders: HTTPFields {
        unreadable.isEmpty ? [:] : [.unreadableCount: "\(unreadable.count)"]
    }
}

extension HTTPField.Name {
    /// How many elements of a list are left out, as they cannot be read.
    static let unreadableCount = HTTPField.Name("X-Unreadable-Count") ?? .location
    /// How many elements a list has in all.
    static let totalCount = HTTPField.Name("X-Total-Count") ?? .location
    /// Where other parts of a list are.
    static let link = HTTPField.Name("Link") ?? .location
}
