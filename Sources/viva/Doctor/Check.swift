/// One thing that Viva needs or can use, and whether it is there.
struct Check: Encodable, Sendable {
    /// How it stands.
    enum Status: String, Encodable, Sendable {
        case ok
        /// Not there, and something can be done without it.
        case optional
        /// There, but perhaps not as it should be: Viva works with it, and maybe worse.
        case warning
        /// Not there, or wrong: a job of Viva's does not work.
        case missing
    }

    /// The part of Viva that it belongs to.
    var area: String
    var name: String
    var status: Status
    /// What was found, or what was not.
    var detail: String
    /// What to do; `nil` when nothing needs doing.
    var remedy: String?

    static func ok(_ area: String, _ name: String, _ detail: String) -> Check {
        Check(area: area, name: name, status: .ok, detail: detail, remedy: nil)
    }

    static func optional(_ area: String, _ name: String, _ detail: String, remedy: String) -> Check {
        Check(area: area, name: name, status: .optional, detail: detail, remedy: remedy)
    }

    static func warning(_ area: String, _ name: String, _ detail: String, remedy: String) -> Check {
        Check(area: area, name: name, status: .warning, detail: detail, remedy: remedy)
    }

    static func missing(_ area: String, _ name: String, _ detail: String, remedy: String) -> Check {
        Check(area: area, name: name, status: .missing, detail: detail, remedy: remedy)
    }
}
