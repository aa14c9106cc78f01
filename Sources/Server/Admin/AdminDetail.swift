import HTTPTypes
import Records
import Service
import Web

/// What admins can do with single rows of a resource.
struct AdminDetail<Value: Sendable>: Sendable {
    /// How something new is made.
    struct Adding: Sendable {
        /// What is said of it.
        let form: RequestForm
        /// Its operation of the interface.
        let endpoint: @Sendable (_ path: String, _ name: String) -> Endpoint
        /// Makes it; returns its number, and what is to be seen this once.
        let run: @Sendable (RequestValues, Caller) async throws -> (number: Int64, seen: [AdminField]?)

        /// Making something of which all may be seen at any time.
        init(
            _ form: RequestForm, reply: ReplyForm<Value>, number: @escaping @Sendable (Value) -> Int64,
            work: @escaping @Sendable (RequestValues, Caller) async throws -> Value
        ) {
            self.init(form, shown: reply, work: work) { (number($0), false) }
        }

        /// Making something.
        ///
        /// - Parameters:
        ///   - reply: what comes back.
        ///   - outcome: the number of what was made, and whether people are to see what comes back.
        init<Made: Sendable>(
            _ form: RequestForm, shown reply: ReplyForm<Made>,
            work: @escaping @Sendable (RequestValues, Caller) async throws -> Made,
            outcome: @escaping @Sendable (Made) -> (number: Int64, isSeenOnce: Bool)
        ) {
            self.form = form
            endpoint = { path, name in
                Endpoint(
                    .post, path, of: AdminResource.tag, "Make one", name: name, body: form,
                    reply: .one(reply, status: .created, "It is made."),
                    refusals: [409: "It does not fit what is there now."]
                ) { call in try await work(call.body, call.caller) }
            }
            run = { values, caller in
                let made = try await work(values, caller)
                let (number, isSeenOnce) = outcome(made)
                return (number, isSeenOnce ? AdminField.all(of: made, reply) : nil)
            }
        }
    }

    /// How something is changed.
    struct Changing: Sendable {
        /// What is said of it; its fields have the names of those that are shown.
        let form: RequestForm
        /// Changes it.
        let work: @Sendable (RecordName, RequestValues, Caller) async throws -> Value
    }

    /// How something is deleted.
    struct Deleting: Sendable {
        /// What goes and what stays.
        let consequences: @Sendable (Value) -> AdminRow.Consequences
        /// Deletes it.
        let work: @Sendable (RecordName, Caller) async throws -> Void
    }

    /// All that is known of one.
    let form: ReplyForm<Value>
    /// Its number.
    let number: @Sendable (Value) -> Int64
    /// What people call it.
    let label: @Sendable (Value) -> String
    /// Looks one up.
    let get: @Sendable (RecordName, Caller) async throws -> Value
    /// How a new one is made; `nil` where none can be.
    var adding: Adding?
    /// How one is changed; `nil` where none can be.
    var changing: Changing?
    /// How one is deleted; `nil` where none can be.
    var deleting: Deleting?
    /// What else can be done with one.
    var actions: [AdminAction<Value>] = []

    /// One as pages show it.
    func row(_ value: Value) -> AdminRow {
        AdminRow(
            number: number(value), label: label(value), fields: AdminField.all(of: value, form),
            consequences: deleting?.consequences(value) ?? AdminRow.Consequences(),
            offers: Set(actions.filter { $0.isOffered(value) }.map(\.name)))
    }
}
