public import Interview

/// Which role may do what with which resource: the table of Docs/API.md.
public enum AccessTable {
    /// Of which things somebody may do something.
    public static func scope(
        of requester: Requester, _ action: AccessAction, _ resource: AccessResource
    ) -> AccessScope {
        if requester.isLocal { return .all }
        let scope = scope(of: requester.role, action, resource)
        // Whoever runs all of it belongs to no organisation.
        if requester.role == .admin, requester.organization == nil, scope == .organization { return .all }
        return scope
    }

    /// Of which things a role may do something.
    public static func scope(
        of role: PersonRole, _ action: AccessAction, _ resource: AccessResource
    ) -> AccessScope {
        switch role {
        case .admin: admin(action, resource)
        case .interviewer: interviewer(action, resource)
        case .recruiter: recruiter(action, resource)
        case .candidate: candidate(action, resource)
        }
    }

    private static func admin(_ action: AccessAction, _ resource: AccessResource) -> AccessScope {
        switch (resource, action) {
        case (.interview, .answer): .own
        case (.audit, .read): .organization
        case (.audit, _): .none
        default: .organization
        }
    }

    private static func interviewer(_ action: AccessAction, _ resource: AccessResource) -> AccessScope {
        switch (resource, action) {
        case (.interview, _), (.report, _): .own
        case (.template, .read), (.bank, .read), (.person, .read), (.organization, .read): .organization
        case (.template, .create), (.template, .change), (.template, .delete): .own
        case (.bank, .create), (.bank, .change), (.bank, .delete): .own
        case (.person, .create): .organization
        case (.person, .change), (.resume, .read), (.account, .read), (.account, .change): .own
        default: .none
        }
    }

    private static func recruiter(_ action: AccessAction, _ resource: AccessResource) -> AccessScope {
        switch (resource, action) {
        case (.interview, .answer): .own
        case (.interview, _), (.report, _), (.template, _), (.bank, _), (.resume, _): .organization
        case (.person, .read), (.person, .create), (.person, .change), (.organization, .read): .organization
        case (.account, .read), (.account, .change): .own
        default: .none
        }
    }

    private static func candidate(_ action: AccessAction, _ resource: AccessResource) -> AccessScope {
        switch (resource, action) {
        case (.interview, .review), (.report, .review), (.report, .change), (.report, .delete): .none
        case (.interview, _), (.resume, _): .own
        case (.report, .read), (.report, .create): .own
        case (.template, .read), (.bank, .read): .organization
        case (.person, .read), (.person, .change), (.organization, .read): .own
        case (.account, .read), (.account, .change): .own
        default: .none
        }
    }
}
