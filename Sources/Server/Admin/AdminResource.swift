import Records
import Service
import Speech
import Web

/// Something that admins look after: declared once, it is both a part of the interface (`/api/v1/admin/people/`) and pages for people
/// (`/admin/people/`).
struct AdminResource: Sendable {
    /// What is done beside changing and deleting, for pages.
    struct Action: Sendable {
        let name: String
        let title: String
        let about: String
        let form: RequestForm
        let run: @Sendable (RecordName, RequestValues, Caller) async throws -> [AdminField]?
    }

    /// A page of rows.
    struct Rows: Sendable {
        var rows: [AdminRow]
        var total: Int?
        var next: String?
        /// The numbers of rows that cannot be read, and why.
        var unreadable: [UnreadableRow]
    }

    /// The group of operations in the document.
    static let tag = "admin"

    /// Its name in addresses, such as `people`.
    let name: String
    /// What pages call it.
    let title: String
    /// What one of it is called.
    let noun: String
    /// What it is, as sentences.
    let about: String
    /// The names of the fields that tables have.
    let columns: [String]
    /// What a list can be narrowed by.
    let query: RequestForm
    /// The operations of the interface.
    let endpoints: [Endpoint]
    /// A page of its rows.
    let list: @Sendable (RequestValues, Caller) async throws -> Rows
    /// All that is known of one; `nil` where a row says all.
    let show: (@Sendable (RecordName, Caller) async throws -> AdminRow)?
    /// What is said of a new one, and what makes it.
    let addForm: RequestForm?
    let add: (@Sendable (RequestValues, Caller) async throws -> (number: Int64, seen: [AdminField]?))?
    /// What is changed, and what changes it.
    let changeForm: RequestForm?
    let change: (@Sendable (RecordName, RequestValues, Caller) async throws -> Void)?
    /// Deletes one.
    let delete: (@Sendable (RecordName, Caller) async throws -> Void)?
    /// What else can be done with one.
    let actions: [Action]
    /// Whether only admins of the whole server make and delete.
    let isMadeByAll: Bool

    /// A resource.
    ///
    /// - Parameters:
    ///   - form: what a row of a list says; its first field is the number, where it has one.
    ///   - columns: the names of those of its fields that tables show.
    ///   - label: what people call a row.
    ///   - detail: what can be done with one.
    ///   - further: operations of the interface beside those.
    ///   - isMadeByAll: whether only admins of the whole server make and delete.
    init<Row: Sendable, Value: Sendable>(
        _ name: String, title: String, noun: String, about: String, row form: ReplyForm<Row>,
        columns: [String], filters: [any AnyRequestField] = [], label: @escaping @Sendable (Row) -> String,
        list: @escaping @Sendable (RequestValues, Caller) async throws -> RecordsPage<Row>,
        detail: AdminDetail<Value>?, further: [Endpoint] = [], isMadeByAll: Bool = false
    ) {
        self.isMadeByAll = isMadeByAll
        self.name = name
        self.title = title
        self.noun = noun
        self.about = about
        self.columns = columns
        let parameters = [AdminFields.search] + filters + [AdminFields.limit, AdminFields.cursor]
        query = RequestForm("", parameters)
        endpoints =
            [Self.listEndpoint(name, title, form, parameters, list)]
            + (detail.map { Self.endpoints(name, title, noun, $0) } ?? []) + further
        self.list = { values, caller in
            let page = try await list(values, caller)
            let rows = page.items.map { row in
                let fields = AdminField.all(of: row, form)
                let number = fields.first { $0.field.name == "id" }.flatMap { Int64(json: $0.value) }
                return AdminRow(number: number, label: label(row), fields: fields)
            }
            return Rows(rows: rows, total: page.total, next: page.next, unreadable: page.unreadable)
        }
        if let detail {
            show = { name, caller in detail.row(try await detail.get(name, caller)) }
        } else {
            show = nil
        }
        addForm = detail?.adding?.form
        add = detail?.adding?.run
        changeForm = detail?.changing?.form
        if let work = detail?.changing?.work {
            change = { name, values, caller in _ = try await work(name, values, caller) }
        } else {
            change = nil
        }
        delete = detail?.deleting?.work
        actions = (detail?.actions ?? []).map { action in
            Action(
                name: action.name, title: action.title, about: action.about, form: action.form,
                run: action.run)
        }
    }
}
