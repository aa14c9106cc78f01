import HTTPTypes
import Records
import Service
import Web

extension AdminResource {
    private static func path(_ name: String) -> String { "/api/v1/admin/\(name)/" }

    /// The name of an operation, such as `adminListPeople`.
    private static func operation(_ verb: String, _ name: String) -> String {
        "admin" + verb
            + name.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }

    static func listEndpoint<Row: Sendable>(
        _ name: String, _ title: String, _ form: ReplyForm<Row>, _ parameters: [any AnyRequestField],
        _ list: @escaping @Sendable (RequestValues, Caller) async throws -> RecordsPage<Row>
    ) -> Endpoint {
        let page = ReplyForm<RecordsPage<Row>>(
            form.name + "List",
            [
                ReplyField("items", "The rows.", listOf: form) { $0.items },
                ReplyField("total", "How many rows there are in all; `null` but on the first page.") {
                    $0.total
                },
                ReplyField("next", "The cursor of the next page; `null` on the last.") { $0.next },
                ReplyField(
                    "unreadable", "The rows that cannot be read and are left out.", listOf: unreadable
                ) { $0.unreadable },
            ])
        return Endpoint(
            .get, path(name), of: tag, "List \(title.lowercased()), the latest first",
            name: operation("List", name), query: parameters, reply: .one(page)
        ) { call in try await list(call.query, call.caller) }
    }

    private static let unreadable = ReplyForm<UnreadableRow>(
        "AdminUnreadableRow",
        [
            ReplyField("id", "The number of the row.") { $0.number },
            ReplyField("reason", "Why it cannot be read.") { $0.reason },
        ])

    /// The operations on single rows.
    static func endpoints<Value: Sendable>(
        _ name: String, _ title: String, _ noun: String, _ detail: AdminDetail<Value>
    ) -> [Endpoint] {
        let root = path(name)
        let one = root + "{id}/"
        var endpoints = [
            Endpoint(
                .get, one, of: tag, "All that is known of one: \(noun)", name: operation("Get", name),
                reply: .one(detail.form)
            ) { call in try await detail.get(call.record(), call.caller) }
        ]
        if let adding = detail.adding { endpoints.append(adding.endpoint(root, operation("Add", name))) }
        if let changing = detail.changing {
            endpoints.append(
                Endpoint(
                    .patch, one, of: tag, "Change one, what is left out stays: \(noun)",
                    name: operation("Change", name), body: changing.form, reply: .one(detail.form),
                    refusals: [409: "It does not fit what is there now."]
                ) { call in try await changing.work(call.record(), call.body, call.caller) })
        }
        if let deleting = detail.deleting {
            endpoints.append(
                Endpoint(
                    .delete, one, of: tag, "Delete one: \(noun)", name: operation("Delete", name),
                    reply: .nothing("It is deleted."), refusals: [409: "It does not fit what is there now."]
                ) { call in try await deleting.work(call.record(), call.caller) })
        }
        return endpoints
            + detail.actions.map { action in
                let verb = action.name.split(separator: "-").map {
                    $0.prefix(1).uppercased() + $0.dropFirst()
                }
                return action.endpoint(one + action.name + "/", operation(verb.joined(), name))
            }
    }
}
