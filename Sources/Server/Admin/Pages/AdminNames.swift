import Service
import Speech
import Web

/// What people and organizations are called that rows name by their numbers, and which accounts they name that are somebody else's to see.
struct AdminNames: Sendable {
    private var names: [String: [Int64: String]] = [:]
    private var hiddenAccounts: Set<Int64> = []

    /// None.
    init() {}

    /// The names that some rows need; those that cannot be found are left out.
    init(for rows: [AdminRow], _ admin: AdminService, _ caller: Caller) async {
        var numbers: [String: Set<Int64>] = [:]
        for field in rows.flatMap(\.fields) {
            guard let resource = AdminText.resource(of: field.field.name),
                let number = Int64(json: field.value)
            else { continue }
            numbers[resource, default: []].insert(number)
        }
        hiddenAccounts = await admin.accountsHidden(among: numbers["accounts"] ?? [], from: caller)
        guard
            let found = try? await admin.names(
                ofPeople: numbers["people"] ?? [], organizations: numbers["organizations"] ?? [], for: caller)
        else { return }
        names = ["people": found.people, "organizations": found.organizations]
    }

    /// Whether there is a page of a row of a resource for whoever looks: one of another organization's account would say that there is none.
    func hasPage(_ number: Int64, of resource: String) -> Bool {
        resource != "accounts" || !hiddenAccounts.contains(number)
    }

    /// What a row of a resource is called; its number where that is not known.
    func name(_ number: Int64, of resource: String) -> String { names[resource]?[number] ?? "\(number)" }
}
