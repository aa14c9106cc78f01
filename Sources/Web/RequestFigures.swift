/// What a server counts of its requests and connections.
public struct RequestFigures: Sendable, Hashable {
    private struct Route: Hashable {
        let method: String
        let path: String
    }

    private struct Answer: Hashable {
        let route: Route
        let status: Int
    }

    private var answers: [Answer: Int] = [:]
    private var durations: [Route: DurationHistogram] = [:]
    private var running = 0
    /// How many connections are open.
    public private(set) var connections = 0
    private var allConnections = 0
    /// How many WebSockets are open.
    public private(set) var streams = 0

    /// Nothing yet.
    public init() {}

    /// A request has come.
    public mutating func begin() { running += 1 }

    /// A request was answered.
    ///
    /// - Parameters:
    ///   - method: its method; what is no method of HTTP is counted as `other`, or a client could make figures without end.
    ///   - path: the path as the interface writes it, `/api/students/{id}`; `nil` for one that there is not.
    ///   - status: the status of the answer.
    ///   - seconds: how long it took.
    public mutating func end(method: String, path: String?, status: Int, seconds: Double) {
        running -= 1
        let route = Route(method: Self.methods.contains(method) ? method : "other", path: path ?? "other")
        answers[Answer(route: route, status: status), default: 0] += 1
        durations[route, default: DurationHistogram()].add(seconds)
    }

    /// A connection was opened.
    public mutating func open() {
        connections += 1
        allConnections += 1
    }

    /// A connection was closed.
    public mutating func close() { connections -= 1 }

    /// A WebSocket was opened.
    public mutating func openStream() { streams += 1 }

    /// A WebSocket was closed.
    public mutating func closeStream() { streams -= 1 }

    private static let methods: Set<String> = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]

    /// Writes the figures.
    public func write(to text: inout MetricText) {
        text.family("viva_http_requests_total", .counter, "Requests that were answered.")
        for (answer, count) in answers.sorted(by: { Self.name($0.key) < Self.name($1.key) }) {
            text.sample(
                "viva_http_requests_total", Double(count),
                ["method": answer.route.method, "path": answer.route.path, "status": "\(answer.status)"])
        }
        text.family("viva_http_request_duration_seconds", .histogram, "How long answers took.")
        for (route, histogram) in durations.sorted(by: { Self.name($0.key) < Self.name($1.key) }) {
            text.samples(
                "viva_http_request_duration_seconds", ["method": route.method, "path": route.path], histogram)
        }
        text.family("viva_http_requests_in_flight", .gauge, "Requests that are being answered.")
        text.sample("viva_http_requests_in_flight", Double(running))
        text.family("viva_http_connections", .gauge, "Connections that are open.")
        text.sample("viva_http_connections", Double(connections))
        text.family("viva_http_connections_total", .counter, "Connections that were opened.")
        text.sample("viva_http_connections_total", Double(allConnections))
        text.family("viva_websockets", .gauge, "WebSockets that are open.")
        text.sample("viva_websockets", Double(streams))
    }

    private static func name(_ route: Route) -> String { "\(route.path) \(route.method)" }

    private static func name(_ answer: Answer) -> String { "\(name(answer.route)) \(answer.status)" }
}
