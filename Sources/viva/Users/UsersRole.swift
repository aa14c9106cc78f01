import Accounts
import Archive
import ArgumentParser
import Interview
import Records
import Service

/// `viva users role`: what an account may do.
struct UsersRole: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "role",
        abstract: "Say what an account may do, and in which organization.",
        discussion: """
            It counts at once, also for whoever is signed in. An empty text takes the organization away; an admin of no organization looks
            after all of them.

            EXAMPLES
              viva users role ann@example.org interviewer
              viva users role ann@example.org admin --organization ""
            """)

    @Argument(
        help: ArgumentHelp("The account's number, id or name to sign in with.", valueName: "user"))
    var user: UserName
    @Argument(help: ArgumentHelp("candidate, interviewer, recruiter or admin.", valueName: "role"))
    var role: PersonRole
    @Option(help: ArgumentHelp("The organization, by its name or number.", valueName: "name"))
    var organization: String?
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        EndAtOnce.onSignals()
        let archive = try await archive.open(common)
        let account = try await archive.account(user)
        var edit = AccountEdit(role: role)
        if let organization {
            edit.organization = .some(
                try await OrganizationName(argument: organization).asyncMap {
                    try await archive.organization($0).number
                })
        }
        let after = try await archive.accounts.change(.number(account.number), to: edit, by: .local)
        await archive.close()
        guard !common.json else { return try JSONOutput.print(after) }
        common.note("\(after.login) (account \(after.number)) is \(after.role.rawValue).")
    }
}
