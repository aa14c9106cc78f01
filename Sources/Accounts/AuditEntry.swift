public import FoundationEssentials

/// That somebody did something, or was refused: a line of the log.
public struct AuditEntry: Sendable, Hashable, Codable {
    /// How it ended.
    public enum Outcome: String, Sendable, Hashable, Codable, CaseIterable {
        /// It was done.
        case done
        /// It was refused.
        case refused
    }

    /// When.
    public var date: Date
    /// The number of the account that did it; `nil` for nobody known, and for whoever works on this machine.
    public var account: Int64?
    /// The number of the organization whose admins may read the line.
    public var organization: Int64?
    /// What was done.
    public var action: AuditAction
    /// With what sort of thing.
    public var resource: AccessResource
    /// The number of that thing.
    public var number: Int64?
    /// The address of the network that it came from; `nil` for this machine's command.
    public var address: String?
    /// How it ended.
    public var outcome: Outcome
    /// A few words more, in which nobody is named.
    public var detail: String?

    /// A line.
    public init(
        date: Date, account: Int64?, organization: Int64? = nil, action: AuditAction,
        resource: AccessResource, number: Int64? = nil, address: String? = nil, outcome: Outcome = .done,
        detail: String? = nil
    ) {
        self.date = date
        self.account = account
        self.organization = organization
        self.action = action
        self.resource = resource
        self.number = number
        self.address = address
        self.outcome = outcome
        self.detail = detail
    }
}
