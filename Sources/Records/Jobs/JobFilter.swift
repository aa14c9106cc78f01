public import Interview
import SQL

/// Which jobs a list shows; what is `nil` does not matter.
public struct JobFilter: Sendable, Hashable {
    /// Ordered by the account with this number.
    public var account: Int64?
    /// Of the interview with this number.
    public var interview: Int64?
    /// That are so far.
    public var state: Job.State?
    /// Of interviews of this organization.
    public var organization: Int64?
    /// That were given up for a reason that holds this, whatever the case of its letters.
    public var text: String?

    /// Jobs; left out, all.
    public init(
        account: Int64? = nil, interview: Int64? = nil, state: Job.State? = nil, organization: Int64? = nil,
        text: String? = nil
    ) {
        self.account = account
        self.interview = interview
        self.state = state
        self.organization = organization
        self.text = text
    }

    var conditions: [SQLQuery] {
        var conditions: [SQLQuery] = []
        if let account { conditions.append("account_id = \(account)") }
        if let interview { conditions.append("interview_id = \(interview)") }
        if let state { conditions.append("state = \(state.rawValue)") }
        if let organization {
            conditions.append(
                "interview_id IN (SELECT id FROM interviews WHERE organization_id = \(organization))")
        }
        if let text { conditions.append(LabelColumn.holds(text, asGivenIn: "reason")) }
        return conditions
    }
}
