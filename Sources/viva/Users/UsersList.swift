import Accounts
import Archive
import ArgumentParser
import Interview
import Records
import Service

/// `viva users list`: the accounts that fit.
struct UsersList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the accounts that fit everything given, newest first.",
        discussion: """
            The columns are the number, the name to sign in with, what the person is called, what the account may do, the organization and
            when somebody last signed in.

            EXAMPLES
              viva users list
              viva users list --role admin
              viva users list --organization Initech --disabled
            """)

    @Option(help: ArgumentHelp("Only candidates, interviewers, recruiters or admins.", valueName: "role"))
    var role: PersonRole?
    @Option(help: ArgumentHelp("Only of this organization.", valueName: "name"))
    var organization: OrganizationName?
    @Option(help: ArgumentHelp("Only with this in a name or the address.", valueName: "text"))
    var search: String?
    @Flag(help: "Only those that cannot be used.") var disabled = false
    @OptionGroup var page: PageOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    private struct Output: Encodable {
        var accounts: [AccountInfo]
        var total: Int?
        var next: String?
        var unreadable: [UnreadableRow]?
    }

    func run() async throws {
        EndAtOnce.onSignals()
        let archive = try await archive.open(common)
        var filter = AccountFilter(role: role, state: disabled ? .disabled : nil, text: search)
        if let organization {
            filter.organization = try await archive.organization(organization).number
        }
        let found = try await archive.accounts.accounts(filter, page: page.request, for: .local)
        for row in found.unreadable { common.note("\(row.notice(of: "Account"))") }
        guard !common.json else {
            return try JSONOutput.print(
                Output(
                    accounts: found.items, total: found.total, next: found.next,
                    unreadable: found.toldUnreadable))
        }
        guard !found.items.isEmpty || !found.unreadable.isEmpty else {
            return common.note("\(emptiness(filter, archive))")
        }
        var rows: [[String]] = []
        for account in found.items {
            let organization =
                if let number = account.organization {
                    try await archive.records.name(ofOrganization: number)
                } else { String?.none }
            rows.append([
                "\(account.number)", account.login, account.name, account.role.rawValue, organization ?? "–",
                account.state == .disabled
                    ? "disabled" : account.lastLoginAt.map { Moment.text($0) } ?? "never signed in",
            ])
        }
        TableLines(palette: common.palette).print(rows)
        if let place = page.place(of: found) { common.note("\(place)") }
    }

    private func emptiness(_ filter: AccountFilter, _ archive: Archive) -> String {
        filter == AccountFilter()
            ? "There is no account in \(Places.short(archive.folder)): viva users add ann@example.org --role admin"
            : "No account fits: leave out an option, or see `viva users list`."
    }
}
