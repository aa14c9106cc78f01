import Accounts
public import Interview
public import Records

extension AdminService {
    /// A page of the templates that somebody looks after, the latest first.
    ///
    /// - Throws: `ServiceError`.
    public func templates(
        _ filter: TemplateFilter, page: PageRequest, for caller: Caller
    ) async throws(ServiceError) -> RecordsPage<KeptTemplate> {
        var filter = filter
        guard filter.organization.narrow(toOrganization: try organization(of: caller)) else {
            return .nothing(page)
        }
        return try await ServiceError.doing { [filter] in
            try await records.templates(filter, page: page)
        }
    }

    /// A template.
    ///
    /// - Throws: `ServiceError.notFound` also for one that belongs to others.
    public func template(
        _ name: RecordName, for caller: Caller
    ) async throws(ServiceError) -> KeptTemplate {
        try organization(of: caller)
        let kept = try await ServiceError.doing { try await records.template(name) }
        try require(kept.template.organization, of: caller, kind: "template", name: name)
        return kept
    }

    /// Makes a template.
    ///
    /// - Throws: `ServiceError`.
    public func addTemplate(
        _ template: InterviewTemplate, by caller: Caller
    ) async throws(ServiceError) -> KeptTemplate {
        var template = template
        template.organization = try await checked(template.organization, of: caller)
        try await check(person: template.owner, field: "owner_id", for: caller)
        let kept = try await ServiceError.doing { [template] in try await records.keep(template) }
        try await log(
            "template.add", .template, kept.number, organization: template.organization, by: caller)
        return kept
    }

    /// Changes a template; interviews that were made from it stay as they are.
    ///
    /// - Parameter fields: the names of what is changed, for the log.
    /// - Throws: `ServiceError`; `conflict` for one that comes with Viva.
    public func changeTemplate(
        _ name: RecordName, _ fields: [String], by caller: Caller,
        _ change: @escaping @Sendable (inout InterviewTemplate) throws -> Void
    ) async throws(ServiceError) -> KeptTemplate {
        let before = try await own(name, for: caller)
        let changed = try await ServiceError.doing {
            var changed = before.template
            try change(&changed)
            return changed
        }
        if changed.organization != before.template.organization {
            _ = try await checked(changed.organization, of: caller)
        }
        if changed.owner != before.template.owner {
            try await check(person: changed.owner, field: "owner_id", for: caller)
        }
        let kept = try await ServiceError.doing {
            try await records.changeTemplate(.number(before.number)) { try change(&$0) }
        }
        try await log(
            "template.change", .template, kept.number, organization: kept.template.organization, by: caller,
            detail: Self.detail(fields))
        return kept
    }

    /// Deletes a template; interviews that were made from it stay.
    ///
    /// - Throws: `ServiceError`; `conflict` for one that comes with Viva.
    public func deleteTemplate(_ name: RecordName, by caller: Caller) async throws(ServiceError) {
        let kept = try await own(name, for: caller)
        try await ServiceError.doing { try await records.deleteTemplate(.number(kept.number)) }
        try await log(
            "template.delete", .template, kept.number, organization: kept.template.organization, by: caller)
    }

    /// A template that no file says otherwise when the server begins again.
    private func own(_ name: RecordName, for caller: Caller) async throws(ServiceError) -> KeptTemplate {
        let kept = try await template(name, for: caller)
        guard kept.template.key == nil else {
            throw .conflict(
                reason:
                    "The template \(kept.number) (\(kept.template.title)) follows a file and stays as that says: make another one."
            )
        }
        return kept
    }
}
