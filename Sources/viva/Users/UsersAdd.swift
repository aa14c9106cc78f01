import Accounts
import Archive
import ArgumentParser
import Interview
import Records
import Service

/// `viva users add`: a new account.
struct UsersAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Make an account, for a new person or for one who is kept.",
        discussion: """
            The password is asked for, or is the first line of standard input: 12 to 128 characters, any of them.
            An admin of an organization looks after its accounts and interviews; one of no organization after all.

            EXAMPLES
              viva users add ann@example.org --name "Ann Smith" --role admin
              viva users add bob --person "Bob Jones" --role interviewer
              viva users add eve --organization Initech < password.txt
            """)

    @Argument(help: ArgumentHelp("The name to sign in with: an address, or a short name.", valueName: "user"))
    var login: String
    @Option(help: ArgumentHelp("What the person is called.", valueName: "name")) var name: String?
    @Option(help: ArgumentHelp("Where mail reaches the person.", valueName: "address")) var email: String?
    @Option(
        help: ArgumentHelp(
            "What the account may do: candidate, interviewer, recruiter or admin.", valueName: "role"))
    var role: PersonRole = .candidate
    @Option(help: ArgumentHelp("The organization, by its name or number.", valueName: "name"))
    var organization: OrganizationName?
    @Option(
        help: ArgumentHelp(
            "The person whose it is, where that is kept: number, id, address or name.", valueName: "person"))
    var person: PersonName?
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard person == nil || (name == nil && email == nil && organization == nil) else {
            throw ValidationError("--person has a name, an address and an organization already.")
        }
    }

    func run() async throws {
        let archive = try await archive.open(common)
        let person = try await person.asyncMap { try await archive.person($0) }
        do { _ = try LoginName(login) } catch { throw CommandFailure(.usage, "\(error)") }
        let password = try PasswordInput.new(for: login)
        do { try PasswordRules.check(password, for: LoginName(login)) } catch {
            throw CommandFailure(.badInput, "\(error)")
        }
        let number =
            if let person { person.value.organization } else {
                try await organization.asyncMap { try await archive.organization(orNew: $0, common).number }
            }
        let info = try await archive.accounts.add(
            NewAccount(
                login: login, password: password, name: name?.inOneLine, email: email, role: role,
                organization: number, person: person.map { .number($0.number) }), by: .local)
        await archive.close()
        guard !common.json else { return try JSONOutput.print(info) }
        common.note("\(info.login) is account \(info.number), \(info.role.rawValue).")
    }
}

extension Optional where Wrapped: Sendable {
    /// What becomes of the value where there is one.
    func asyncMap<Other>(_ change: (Wrapped) async throws -> Other) async rethrows -> Other? {
        switch self {
        case .none: nil
        case .some(let value): try await change(value)
        }
    }
}
