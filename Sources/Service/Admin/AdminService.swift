import Accounts
import Archive
import FoundationEssentials
import Records

/// What admins do with all that is kept: list, look up, make, change and delete. The admin of the server has to do with everything, the
/// admin of an organization with what belongs to it; what belongs to others is not there. What is changed is told to the log.
///
/// ```swift
/// let admin = AdminService(service: service, administration: accounts.administration)
/// let person = try await admin.changePerson(.number(3), ["name"], by: caller) { $0.name = "Ann Miller" }
/// ```
public struct AdminService: Sendable {
    /// What is done with interviews.
    public let service: VivaService
    /// What is done with accounts.
    public let administration: AccountAdministration

    /// What admins do.
    public init(service: VivaService, administration: AccountAdministration) {
        self.service = service
        self.administration = administration
    }

    var archive: Archive { service.archive }
    var records: Records { service.archive.records }
    var now: Date { administration.now() }

    /// The number of the organization whose rows somebody looks after; `nil` for whoever looks after all.
    ///
    /// - Throws: `ServiceError.notAllowed` for whoever is no admin.
    @discardableResult
    public func organization(of caller: Caller) throws(ServiceError) -> Int64? {
        switch AccessTable.scope(of: caller.requester, .change, .account) {
        case .none, .own: throw .notAllowed(reason: "This is for admins alone.")
        case .organization: caller.requester.organization
        case .all: nil
        }
    }

    /// Whether somebody looks after all that is kept.
    public func looksAfterAll(_ caller: Caller) -> Bool {
        AccessTable.scope(of: caller.requester, .change, .account) == .all
    }

    /// Refuses whoever does not look after all that is kept.
    ///
    /// - Throws: `ServiceError.notAllowed`.
    func requireAll(of caller: Caller) throws(ServiceError) {
        try organization(of: caller)
        guard looksAfterAll(caller) else {
            throw .notAllowed(
                reason: "This is for admins of the whole server: you look after an organization.")
        }
    }

    /// Refuses what belongs to others as if it were not there.
    ///
    /// - Throws: `ServiceError.notFound`.
    func require(
        _ organization: Int64?, of caller: Caller, kind: String, name: RecordName
    ) throws(ServiceError) {
        guard let own = try self.organization(of: caller) else { return }
        guard organization == own else { throw .notFound(kind: kind, name: "\(name)") }
    }

    /// The organization that something new or changed is to belong to.
    ///
    /// - Throws: `ServiceError.invalid` for one that is not there, or is not that of the admin who asks.
    func checked(_ organization: Int64?, of caller: Caller) async throws(ServiceError) -> Int64? {
        let own = try self.organization(of: caller)
        guard let number = organization else {
            guard own == nil else {
                throw .invalid(
                    field: "organization_id", reason: "It has to belong to your organization, \(own ?? 0).")
            }
            return nil
        }
        let missing = ServiceError.invalid(
            field: "organization_id", reason: "There is no organization \(number).")
        guard own == nil || own == number else { throw missing }
        let found = try await ServiceError.doing { try await records.name(ofOrganization: number) }
        guard found != nil else { throw missing }
        return number
    }

    /// A person who is to be named in something.
    ///
    /// - Throws: `ServiceError.invalid` for somebody who is not there, or belongs to others.
    func check(person number: Int64?, field: String, for caller: Caller) async throws(ServiceError) {
        guard let number else { return }
        do { _ = try await service.person(.number(number), for: caller.requester) } catch {
            guard case .notFound = error else { throw error }
            throw .invalid(field: field, reason: "There is no person \(number).")
        }
    }

    /// Adds a line to the log.
    ///
    /// - Parameter detail: a few words more, in which nobody is named.
    func log(
        _ action: String, _ resource: AccessResource, _ number: Int64? = nil, organization: Int64?,
        by caller: Caller, detail: String? = nil
    ) async throws(ServiceError) {
        let entry = AuditEntry(
            date: now, account: caller.requester.account, organization: organization,
            action: AuditAction(rawValue: action), resource: resource, number: number,
            address: caller.address, detail: detail)
        try await ServiceError.doing { try await records.log(entry) }
    }

    /// The names of fields as the log has them.
    static func detail(_ fields: [String]) -> String? {
        fields.isEmpty ? nil : fields.sorted().joined(separator: ", ")
    }
}
