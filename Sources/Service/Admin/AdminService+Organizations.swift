import Accounts
import FoundationEssentials
public import Interview
public import Records

extension AdminService {
    /// A page of the organizations that somebody looks after, the latest first.
    ///
    /// - Throws: `ServiceError`.
    public func organizations(
        text: String? = nil, page: PageRequest, for caller: Caller
    ) async throws(ServiceError) -> RecordsPage<KeptRecord<Organization>> {
        let own = try organization(of: caller)
        return try await ServiceError.doing {
            try await records.organizations(text: text, number: own, page: page)
        }
    }

    /// An organization with how much belongs to it.
    ///
    /// - Throws: `ServiceError.notFound` also for one that belongs to others.
    public func organization(
        _ name: RecordName, for caller: Caller
    ) async throws(ServiceError) -> OrganizationDetail {
        try organization(of: caller)
        let kept = try await ServiceError.doing { try await records.organization(name) }
        try require(kept.number, of: caller, kind: "organization", name: name)
        return try await detail(kept)
    }

    /// Makes an organization.
    ///
    /// - Throws: `ServiceError`; `conflict` for a name that is taken.
    public func addOrganization(
        name: String, notes: String? = nil, by caller: Caller
    ) async throws(ServiceError) -> OrganizationDetail {
        try requireAll(of: caller)
        let kept = try await ServiceError.doing {
            let organization = try Organization(
                id: UUID().uuidString.lowercased(), name: name, notes: notes
            ).checked()
            try await records.requireFreeName(of: organization)
            return try await records.keep(organization)
        }
        try await log("organization.add", .organization, kept.number, organization: kept.number, by: caller)
        return try await detail(kept)
    }

    /// Changes an organization.
    ///
    /// - Parameter fields: the names of what is changed, for the log.
    /// - Throws: `ServiceError`; `conflict` for a name that is taken.
    public func changeOrganization(
        _ name: RecordName, _ fields: [String], by caller: Caller,
        _ change: @escaping @Sendable (inout Organization) -> Void
    ) async throws(ServiceError) -> OrganizationDetail {
        let before = try await organization(name, for: caller).kept
        let kept = try await ServiceError.doing {
            var changed = before.value
            change(&changed)
            changed = try changed.checked()
            if changed.name != before.value.name { try await records.requireFreeName(of: changed) }
            return try await records.changeOrganization(.number(before.number)) { change(&$0) }
        }
        try await log(
            "organization.change", .organization, kept.number, organization: kept.number, by: caller,
            detail: Self.detail(fields))
        return try await detail(kept)
    }

    /// Deletes an organization with its banks, templates, accounts and invitations; its people and interviews stay.
    ///
    /// - Throws: `ServiceError`; `notAllowed` for whoever does not look after all.
    public func deleteOrganization(_ name: RecordName, by caller: Caller) async throws(ServiceError) {
        let kept = try await organization(name, for: caller).kept
        try requireAll(of: caller)
        try await ServiceError.doing { try await records.deleteOrganization(.number(kept.number)) }
        administration.standing.forgetAll()
        try await log("organization.delete", .organization, kept.number, organization: nil, by: caller)
    }

    private func detail(
        _ kept: KeptRecord<Organization>
    ) async throws(ServiceError) -> OrganizationDetail {
        let extent = try await ServiceError.doing { try await records.extent(ofOrganization: kept.number) }
        return OrganizationDetail(kept: kept, extent: extent)
    }
}
