import Accounts
import Interview
import Testing

/// The table of Docs/API.md: what it says is what the rules say, and what a server does.
struct AccessMatrixTests {
    @Test func theTableIsWhatTheRulesSay() throws {
        let document = try AccessDocument()
        #expect(Set(document.scopes.keys.map(\.resource)) == Set(AccessResource.allCases))
        for (rule, scope) in document.scopes {
            guard let role = rule.role.role else {
                #expect(scope == .none)
                continue
            }
            let requester = Requester(
                account: 1, person: 1, role: role, organization: rule.role == .admin ? nil : 1)
            let real = AccessTable.scope(of: requester, rule.action, rule.resource)
            #expect(real == scope, "\(rule.role.rawValue): \(rule.resource) \(rule.action)")
        }
    }

    @Test func everyResourceIsAskedForOrNamedAsOneThatIsNot() {
        let asked = Set(AccessProbe.all.map(\.resource))
        #expect(asked.union(AccessProbe.withoutRequests) == Set(AccessResource.allCases))
        #expect(asked.isDisjoint(with: AccessProbe.withoutRequests))
    }

    /// Every request, for every role, with what is the role's own, its organization's and another's.
    @Test(arguments: AccessRole.allCases)
    func theServerDoesWhatTheTableSays(role: AccessRole) async throws {
        let document = try AccessDocument()
        try await AccessScene.run { scene in
            var actor = try await scene.actor(role)
            for probe in AccessProbe.all {
                let rule = AccessDocument.Rule(resource: probe.resource, action: probe.action, role: role)
                let scope = try #require(document.scopes[rule], "\(probe) is not in the table")
                for owner in probe.owners where !(owner == .own && role == .nobody) {
                    let thing = try await scene.thing(probe.resource, of: owner, for: actor)
                    let may = try await scene.may(probe, thing, as: actor)
                    #expect(may == owner.isWithin(scope), "\(role.rawValue), \(owner): \(probe)")
                    // What is signed in ends with a password.
                    if probe.path.hasSuffix("/password/"), let account = actor.account {
                        actor.token = try await scene.token(account)
                    }
                }
            }
        }
    }
}
