import Accounts
import Archive
import ArgumentParser
import Records
import Service

/// `viva users disable`: nobody signs in with an account any more.
struct UsersDisable: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "disable",
        abstract: "Close an account: nobody signs in with it, and what is signed in ends.",
        discussion: """
            What belongs to the person stays. A server that is running notices within a second.

            EXAMPLES
              viva users disable ann@example.org
              viva users enable ann@example.org
            """)

    @Argument(
        help: ArgumentHelp("The account's number, id or name to sign in with.", valueName: "user"))
    var user: UserName
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await user.set(.disabled, in: archive, common)
    }
}

/// `viva users enable`: an account can be used again.
struct UsersEnable: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enable",
        abstract: "Open an account again that was closed.",
        discussion: """
            EXAMPLES
              viva users enable ann@example.org
            """)

    @Argument(
        help: ArgumentHelp("The account's number, id or name to sign in with.", valueName: "user"))
    var user: UserName
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await user.set(.active, in: archive, common)
    }
}

extension UserName {
    /// Closes the account, or opens it again.
    fileprivate func set(
        _ state: AccountState, in archive: ArchiveOptions, _ common: CommonOptions
    ) async throws {
        EndAtOnce.onSignals()
        let archive = try await archive.open(common)
        let account = try await archive.account(self)
        let after = try await archive.accounts.change(
            .number(account.number), to: AccountEdit(state: state), by: .local)
        await archive.close()
        guard !common.json else { return try JSONOutput.print(after) }
        common.note(
            "\(after.login) (account \(after.number)) \(state == .active ? "can be used" : "is disabled").")
    }
}
