package import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOPosix

/// Sends requests as they are given, also what a library for clients would mend.
package enum TestClient {
    /// The server closed the connection before it had answered.
    struct NoReply: Error {}

    /// Sends a request on a connection of its own.
    package static func send(
        _ method: HTTPRequest.Method, _ path: String, port: Int, headers: [String: String], body: [UInt8]?
    ) async throws -> TestReply {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHTTPClientHandlers()
                    return try NIOAsyncChannel<HTTPClientResponsePart, HTTPClientRequestPart>(
                        wrappingChannelSynchronously: channel)
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            try await outbound.write(.head(head(method, path, port: port, headers: headers, body: body)))
            if let body { try await outbound.write(.body(.byteBuffer(ByteBuffer(bytes: body)))) }
            try await outbound.write(.end(nil))
            return try await reply(of: inbound)
        }
    }

    private static func head(
        _ method: HTTPRequest.Method, _ path: String, port: Int, headers: [String: String], body: [UInt8]?
    ) -> HTTPRequestHead {
        var fields = HTTPHeaders()
        for (name, value) in headers { fields.add(name: name, value: value) }
        if !fields.contains(name: "Host") { fields.add(name: "Host", value: "127.0.0.1:\(port)") }
        if let body, !fields.contains(name: "Content-Length"), !fields.contains(name: "Transfer-Encoding") {
            fields.add(name: "Content-Length", value: "\(body.count)")
            if !fields.contains(name: "Content-Type") {
                fields.add(name: "Content-Type", value: "application/json")
            }
        }
        return HTTPRequestHead(
            version: .http1_1, method: HTTPMethod(rawValue: method.rawValue), uri: path, headers: fields)
    }

    private static func reply(
        of inbound: NIOAsyncChannelInboundStream<HTTPClientResponsePart>
    ) async throws -> TestReply {
        var status: Int?
        var headers = HTTPFields()
        var bytes: [UInt8] = []
        for try await part in inbound {
            switch part {
            case .head(let head):
                status = Int(head.status.code)
                for (name, value) in head.headers {
                    if let name = HTTPField.Name(name) { headers.append(HTTPField(name: name, value: value)) }
                }
            case .body(let buffer): bytes += buffer.readableBytesView
            case .end:
                guard let status else { throw NoReply() }
                return TestReply(status: status, headers: headers, body: bytes)
            }
        }
        throw NoReply()
    }
}
