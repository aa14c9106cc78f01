import Accounts
import Archive
import ArgumentParser
import FoundationEssentials
import Interview
import Records
import Service

/// `viva users invite`: a code with which somebody makes an account.
struct UsersInvite: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "invite",
        abstract: "Make a code with which somebody makes an account, once.",
        discussion: """
            The code is shown this once and kept nowhere. With an address that somebody of the organization has (`viva people`), the
            account will be that person's.

            EXAMPLES
              viva users invite --role candidate --email ann@example.org
              viva users invite --role interviewer --organization Initech --days 2
            """)

    @Option(
        help: ArgumentHelp(
            "What the account will do: candidate, interviewer, recruiter or admin.", valueName: "role"))
    var role: PersonRole = .candidate
    @Option(help: ArgumentHelp("The organization, by its name or number.", valueName: "name"))
    var organization: OrganizationName?
    @Option(help: ArgumentHelp("Whom it is for.", valueName: "address")) var email: String?
    @Option(help: ArgumentHelp("For how many days it is good, 1 to 365.", valueName: "number"))
    var days = AccountSettings().invitationDays
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    private struct Output: Encodable {
        var code: String
        var number: Int64
        var role: PersonRole
        var organization: Int64?
        var email: String?
        var expiresAt: Date
    }

    func run() async throws {
        EndAtOnce.onSignals()
        let archive = try await archive.open(common)
        let number = try await organization.asyncMap {
            try await archive.organization(orNew: $0, common).number
        }
        let made = try await archive.accounts.invite(
            role: role, organization: number, email: email, days: days, by: .local)
        await archive.close()
        let invitation = made.invitation.value
        guard !common.json else {
            return try JSONOutput.print(
                Output(
                    code: made.code, number: made.invitation.number, role: invitation.role,
                    organization: invitation.organization, email: invitation.email,
                    expiresAt: invitation.expiresAt))
        }
        common.note(
            "Invitation \(made.invitation.number), good once until \(Moment.text(invitation.expiresAt)):")
        Terminal.output.print("\(made.code)")
    }
}
