import FoundationEssentials
import Hummingbird
import Service
import Web

extension AdminPages {
    /// What puts the server in order.
    private static let works = [
        (
            name: "check", title: "Check everything",
            about: "Reads the database, every interview and every recording; it may take minutes."
        ),
        (
            name: "tidy", title: "Tidy up",
            about:
                "Removes what crashes have left, and overwrites what was deleted. Nothing that is kept is removed."
        ),
        (
            name: "orphans", title: "Remove orphans",
            about: "Removes recordings and files that nothing names, for good."
        ),
    ]

    /// How the server stands.
    func healthPage(_ visit: Visit) async throws -> Response {
        guard visit.form == nil else { throw Self.nothing }
        let state = try await health.health(for: visit.caller)
        var values = facts(AdminField.all(of: state, AdminHealth.form), "The server now", AdminNames())
        values["works"] = Self.works.map {
            ["workHref": "/admin/health/\($0.name)/", "workTitle": $0.title, "workAbout": $0.about]
        }
        return page(.health, "How the server stands", values, for: visit, here: "health")
    }

    /// Putting it in order.
    func care(_ name: String, _ visit: Visit) async throws -> Response {
        guard let work = Self.works.first(where: { $0.name == name }) else { throw Self.nothing }
        guard visit.form != nil else { return go(to: "/admin/health/") }
        let seen: [AdminField]
        switch name {
        case "check":
            seen = AdminField.all(of: try await admin.check(by: visit.caller), AdminHealthEndpoints.check)
        case "tidy":
            seen = AdminField.all(of: try await admin.tidy(by: visit.caller), AdminHealthEndpoints.tidying)
        default:
            seen = AdminField.all(
                of: try await admin.removeOrphans(by: visit.caller), AdminRecordings.removed)
        }
        var values = facts(seen, "What came of it", AdminNames())
        values["heading"] = work.title
        values["backHref"] = "/admin/health/"
        values["backTitle"] = "How the server stands"
        return page(.notice, work.title, values, for: visit, here: "health")
    }
}
