import HTTPTypes
import Records
import Service
import Web

/// Something beside changing and deleting that admins can do with a row.
struct AdminAction<Value: Sendable>: Sendable {
    /// Its name in addresses.
    let name: String
    /// What its button says.
    let title: String
    /// What it does, as sentences.
    let about: String
    /// What is said for it.
    let form: RequestForm
    /// Whether it can be done with a row as that stands.
    let isOffered: @Sendable (Value) -> Bool
    /// Its operation of the interface.
    let endpoint: @Sendable (_ path: String, _ name: String) -> Endpoint
    /// Does it; returns what is to be seen once, `nil` where the row is to be seen.
    let run: @Sendable (RecordName, RequestValues, Caller) async throws -> [AdminField]?

    /// An action.
    ///
    /// - Parameters:
    ///   - form: what is said for it.
    ///   - reply: what comes back.
    ///   - showsReply: whether people are to see what comes back.
    init<Reply: Sendable>(
        _ name: String, _ title: String, _ about: String, form: RequestForm = RequestForm("", []),
        reply: ReplyForm<Reply>, showsReply: Bool = false,
        isOffered: @escaping @Sendable (Value) -> Bool = { _ in true },
        work: @escaping @Sendable (RecordName, RequestValues, Caller) async throws -> Reply
    ) {
        self.name = name
        self.title = title
        self.about = about
        self.form = form
        self.isOffered = isOffered
        endpoint = { path, operation in
            Endpoint(
                .post, path, of: AdminResource.tag,
                about.split(separator: ".").first.map { String($0) } ?? about,
                name: operation, body: form.fields.isEmpty ? nil : form, reply: .one(reply),
                refusals: [409: "It does not fit what is there now."]
            ) { call in try await work(call.record(), call.body, call.caller) }
        }
        run = { name, values, caller in
            let value = try await work(name, values, caller)
            return showsReply ? AdminField.all(of: value, reply) : nil
        }
    }
}
