import HTTPTypes
import Hummingbird
import Records
import Web

/// A page of a list with the addresses of the pages beside it.
struct InterviewPage<Item: Sendable>: Sendable {
    let count: Int
    let next: String?
    let previous: String?
    let results: [Item]
    let headers: HTTPFields

    /// The page that a request asks for.
    ///
    /// - Throws: `APIError` with status 404 for a page behind the last one.
    init(_ page: RecordsPage<Item>, _ number: Int, of size: Int, for request: Request) throws(APIError) {
        count = page.total ?? page.items.count
        results = page.items
        headers = page.unreadableHeaders
        guard number == 1 || (number - 1) * size < count else {
            throw APIError(.notFound, "Invalid page.")
        }
        next = number * size < count ? Self.address(of: number + 1, request) : nil
        previous = number > 1 ? Self.address(of: number - 1, request) : nil
    }

    /// The address of another page, with all else that was asked for.
    private static func address(of number: Int, _ request: Request) -> String {
        let others = (request.uri.query ?? "").split(separator: "&").filter { !$0.hasPrefix("page=") }
        let query = (others.map(String.init) + ["page=\(number)"]).joined(separator: "&")
        return "\(request.place)\(request.uri.path)?\(query)"
    }

    /// What it looks like.
    static func form(_ name: String, of item: ReplyForm<Item>) -> ReplyForm<InterviewPage> {
        ReplyForm(
            name,
            [
                ReplyField("count", "How many there are in all.") { $0.count },
                ReplyField("next", "The address of the next page.") { $0.next },
                ReplyField("previous", "The address of the page before.") { $0.previous },
                ReplyField("results", "What is on this page.", listOf: item) { $0.results },
            ])
    }
}

extension EndpointReply {
    /// A page of a list.
    static func page<Item>(_ form: ReplyForm<Value>) -> EndpointReply where Value == InterviewPage<Item> {
        EndpointReply(
            description: Operation.Reply(
                200, "The page; X-Unreadable-Count tells how many of it are left out as they are damaged.",
                [Operation.Body(form.schema)])
        ) { page in
            var writer = JSONWriter()
            form.write(page, to: &writer)
            var response = Response(json: writer)
            response.headers.append(contentsOf: page.headers)
            return response
        }
    }
}
