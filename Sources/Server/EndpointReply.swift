public import HTTPTypes
public import Hummingbird
public import Service
public import Web

/// What an endpoint answers with when it could do what was asked.
public struct EndpointReply<Value>: Sendable {
    /// What the document says of it.
    let description: Operation.Reply
    /// The same of answers beside it that are no refusals.
    var others: [Operation.Reply] = []
    /// The answer.
    let response: @Sendable (Value) throws -> Response
}

extension EndpointReply {
    /// An object.
    public static func one(
        _ form: ReplyForm<Value>, status: HTTPResponse.Status = .ok, _ about: String = "Done."
    ) -> EndpointReply {
        EndpointReply(description: Operation.Reply(status.code, about, [Operation.Body(form.schema)])) {
            value in
            var writer = JSONWriter()
            form.write(value, to: &writer)
            return Response(json: writer, status: status)
        }
    }

    /// A list of objects.
    public static func many<Element>(
        _ form: ReplyForm<Element>, status: HTTPResponse.Status = .ok, _ about: String = "Done."
    ) -> EndpointReply where Value == [Element] {
        let schema = JSONSchema.list(form.schema, count: 0...Int.max)
        return EndpointReply(description: Operation.Reply(status.code, about, [Operation.Body(schema)])) {
            values in
            var writer = JSONWriter()
            writer.list(values) { form.write($0, to: &$1) }
            return Response(json: writer, status: status)
        }
    }

    /// Whatever the work answers, in one of these media types.
    public static func raw(
        _ mediaTypes: [String], status: HTTPResponse.Status = .ok, _ about: String = "Done."
    ) -> EndpointReply where Value == Response {
        EndpointReply(
            description: Operation.Reply(
                status.code, about,
                mediaTypes.map { Operation.Body($0 == "application/json" ? .any : .file, as: $0) })
        ) { $0 }
    }
}

extension EndpointReply where Value == InterviewResults {
    /// An interview with what came of it, which is written down once for as long as nothing of it changes.
    public static func one(
        _ form: ReplyForm<InterviewResults>, status: HTTPResponse.Status = .ok, _ about: String = "Done."
    ) -> EndpointReply {
        EndpointReply(description: Operation.Reply(status.code, about, [Operation.Body(form.schema)])) {
            results in
            let bytes = results.rendered(as: form.name) {
                var writer = JSONWriter()
                form.write(results, to: &writer)
                return writer.bytes
            }
            return Response(json: bytes, status: status)
        }
    }
}

extension EndpointReply where Value == Response {
    /// A file in one of these media types, as `FileReply` answers: whole, in part, or not again where the client has it. Name the refusal 416
    /// among the refusals of the endpoint.
    public static func file(_ mediaTypes: [String], _ about: String = "The file.") -> EndpointReply {
        let bodies = mediaTypes.map { Operation.Body(.file, as: $0) }
        return EndpointReply(
            description: Operation.Reply(200, about, bodies),
            others: [
                Operation.Reply(206, "The part that was asked for with `Range`.", bodies),
                Operation.Reply(304, "The client has it already, as `If-None-Match` says."),
            ]
        ) { $0 }
    }
}

extension EndpointReply where Value == Void {
    /// Nothing but the status.
    public static func nothing(_ about: String = "Done.") -> EndpointReply {
        EndpointReply(description: Operation.Reply(204, about)) { Response(status: .noContent) }
    }
}
