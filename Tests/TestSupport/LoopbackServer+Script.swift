package import Foundation

extension LoopbackServer {
    /// What the server answers to one request of a script.
    package struct Reply: Encodable, Sendable {
        /// The status.
        package var status: Int
        /// The body, in which `{the sent key}` stands for the key of the request.
        package var body: String
        /// Further fields of the head, such as `Retry-After: 1`.
        package var fields: [String]

        /// A reply.
        package init(_ body: String, status: Int = 200, fields: [String] = []) {
            self.status = status
            self.body = body
            self.fields = fields
        }

        /// What an endpoint of chat completions answers when a model says a text.
        package static func chat(_ text: String, finish: String = "stop") throws -> Reply {
            Reply(
                #"{"choices":[{"index":0,"finish_reason":"\#(finish)","message":{"role":"assistant","content":\#(try json(text))}}]}"#
            )
        }

        /// A text as JSON writes it.
        private static func json(_ text: String) throws -> String {
            String(decoding: try JSONEncoder().encode(text), as: UTF8.self)
        }
    }

    /// The address at which the requests are answered with these replies in their order, and all further ones with the last.
    package func url(script replies: [Reply]) throws -> URL {
        let code = try JSONEncoder().encode(replies).base64EncodedString()
            .replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
            .replacingOccurrences(of: "=", with: "")
        return url("script/\(code)/v1")
    }
}
