import Accounts
import Archive
import ArgumentParser
import Records
import Service

/// `viva users password`: a new password for somebody who has lost the old one.
struct UsersPassword: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "password",
        abstract: "Set the password of an account; what is signed in with it ends.",
        discussion: """
            The password is asked for, or is the first line of standard input: 12 to 128 characters, any of them.

            EXAMPLES
              viva users password ann@example.org
              openssl rand -base64 18 | tee password.txt | viva users password ann@example.org
            """)

    @Argument(
        help: ArgumentHelp("The account's number, id or name to sign in with.", valueName: "user"))
    var user: UserName
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let archive = try await archive.open(common)
        let account = try await archive.account(user)
        let password = try PasswordInput.new(for: account.login)
        do { try PasswordRules.check(password, for: LoginName(account.login)) } catch {
            throw CommandFailure(.badInput, "\(error)")
        }
        let after = try await archive.accounts.setPassword(
            of: .number(account.number), to: password, by: .local)
        await archive.close()
        guard !common.json else { return try JSONOutput.print(after) }
        common.note("\(after.login) (account \(after.number)) has a new password.")
    }
}
