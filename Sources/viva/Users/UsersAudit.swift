import Accounts
import Archive
import ArgumentParser
import Records
import Service

/// `viva users audit`: the log of what was done.
struct UsersAudit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Show the log of who did what, latest first.",
        discussion: """
            The columns are the number, when, who (– for this machine or nobody known), what, with which thing, from which address, and how
            it ended.

            EXAMPLES
              viva users audit
              viva users audit --user ann@example.org
              viva users audit --refused --json
            """)

    @Option(
        help: ArgumentHelp(
            "Only what this account did: number, id or name to sign in with.", valueName: "user"))
    var user: UserName?
    @Option(help: ArgumentHelp("Only this action, such as login.", valueName: "action"))
    var action: String?
    @Flag(help: "Only what was refused.") var refused = false
    @OptionGroup var page: PageOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    private struct Output: Encodable {
        var lines: [AuditLine]
        var total: Int?
        var next: String?
        var unreadable: [UnreadableRow]?
    }

    func run() async throws {
        EndAtOnce.onSignals()
        let archive = try await archive.open(common)
        var filter = AuditFilter(
            action: action.map { AuditAction(rawValue: $0) }, outcome: refused ? .refused : nil)
        filter.account = try await user.asyncMap { try await archive.account($0).number }
        let found = try await archive.accounts.log(filter, page: page.request, for: .local)
        for row in found.unreadable { common.note("\(row.notice(of: "Line"))") }
        guard !common.json else {
            return try JSONOutput.print(
                Output(
                    lines: found.items, total: found.total, next: found.next, unreadable: found.toldUnreadable
                ))
        }
        guard !found.items.isEmpty || !found.unreadable.isEmpty else {
            return common.note("The log has no such line.")
        }
        TableLines(palette: common.palette).print(
            found.items.map { line in
                let entry = line.entry
                let thing = [entry.resource.rawValue, entry.number.map { "\($0)" }].compactMap { $0 }
                return [
                    "\(line.number)", Moment.text(entry.date), line.login ?? "–", entry.action.rawValue,
                    thing.joined(separator: " "), entry.address ?? "–", entry.outcome.rawValue,
                    entry.detail ?? "",
                ]
            })
        if let place = page.place(of: found) { common.note("\(place)") }
    }
}
