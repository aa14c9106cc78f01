import Accounts
import TestSupport

/// The table of roles in Docs/API.md.
struct AccessDocument {
    /// What a role may do with a resource.
    struct Rule: Hashable {
        let resource: AccessResource
        let action: AccessAction
        let role: AccessRole
    }

    /// What the table says.
    let scopes: [Rule: AccessScope]

    /// A row or a head that says nothing.
    struct Unreadable: Error { let line: String }

    /// Reads the table.
    init() throws {
        let lines = try TestFile.text(SourceTree.file("Docs/API.md")).split(separator: "\n")
        let table = lines.drop { !$0.hasPrefix("| with |") }.prefix { $0.hasPrefix("|") }.map(Self.cells)
        guard let head = table.first, head.count > 1 else { throw Unreadable(line: "no table") }
        let roles = try head.dropFirst().map { name in
            guard let role = AccessRole(rawValue: name) else { throw Unreadable(line: name) }
            return role
        }
        var scopes: [Rule: AccessScope] = [:]
        for cells in table.dropFirst(2) {
            let names = cells[0].split(separator: " ").map { $0.filter { $0 != "`" } }
            guard names.count == 2, cells.count == roles.count + 1,
                let resource = AccessResource(rawValue: names[0]),
                let action = AccessAction(rawValue: names[1])
            else { throw Unreadable(line: cells.joined(separator: " | ")) }
            for (role, name) in zip(roles, cells.dropFirst()) {
                guard let scope = AccessScope(rawValue: name) else { throw Unreadable(line: name) }
                scopes[Rule(resource: resource, action: action, role: role)] = scope
            }
        }
        self.scopes = scopes
    }

    private static func cells(_ line: Substring) -> [String] {
        line.split(separator: "|").map { cell in
            String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
    }
}
