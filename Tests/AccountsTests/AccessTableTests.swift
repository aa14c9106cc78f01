import Interview
import Testing

@testable import Accounts

/// Who may do what.
struct AccessTableTests {
    private func requester(_ role: PersonRole, organization: Int64? = 1) -> Requester {
        Requester(account: 1, person: 1, role: role, organization: organization)
    }

    @Test func whoeverWorksAloneMayDoEverything() {
        for resource in AccessResource.allCases {
            for action in AccessAction.allCases {
                #expect(AccessTable.scope(of: .local, action, resource) == .all)
            }
        }
    }

    @Test func anAdminOfAnOrganizationStaysInIt() {
        #expect(AccessTable.scope(of: requester(.admin), .delete, .interview) == .organization)
        #expect(AccessTable.scope(of: requester(.admin, organization: nil), .delete, .interview) == .all)
    }

    @Test func candidatesSeeTheirOwnAndReviewNothing() {
        #expect(AccessTable.scope(of: requester(.candidate), .read, .interview) == .own)
        #expect(AccessTable.scope(of: requester(.candidate), .review, .interview) == .none)
        #expect(AccessTable.scope(of: requester(.candidate), .read, .audit) == .none)
    }

    @Test func nobodyAnswersForSomebodyElse() {
        for role in PersonRole.allCases {
            #expect(AccessTable.scope(of: role, .answer, .interview) <= .own)
        }
    }
}
