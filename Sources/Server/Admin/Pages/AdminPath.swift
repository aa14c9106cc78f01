import Records

/// What a path below `/admin/` leads to.
enum AdminPath: Hashable, Sendable {
    /// What there is, with counts.
    case index
    /// How pages look.
    case style
    /// Signing in.
    case signIn
    /// Signing out.
    case signOut
    /// How the server stands.
    case health
    /// Putting it in order: `check`, `tidy`, `orphans`.
    case care(String)
    /// The rows of a resource.
    case list(String)
    /// Making one.
    case new(String)
    /// Deleting several.
    case deleteSeveral(String)
    /// One row.
    case row(String, RecordName)
    /// Changing it, deleting it, or what else can be done with it.
    case action(String, RecordName, String)

    /// What the parts behind `/admin/` lead to; `nil` for nothing.
    init?(_ parts: [String]) {
        switch parts {
        case []: self = .index
        case ["style.css"]: self = .style
        case ["sign-in"]: self = .signIn
        case ["sign-out"]: self = .signOut
        case ["health"]: self = .health
        default:
            guard (1...3).contains(parts.count) else { return nil }
            if parts[0] == "health" {
                guard parts.count == 2 else { return nil }
                self = .care(parts[1])
                return
            }
            if parts.count == 1 {
                self = .list(parts[0])
            } else if parts.count == 2, parts[1] == "new" {
                self = .new(parts[0])
            } else if parts.count == 2, parts[1] == "delete" {
                self = .deleteSeveral(parts[0])
            } else {
                guard RecordName.isName(parts[1]) else { return nil }
                let name = RecordName(parts[1])
                self = parts.count == 2 ? .row(parts[0], name) : .action(parts[0], name, parts[2])
            }
        }
    }
}
