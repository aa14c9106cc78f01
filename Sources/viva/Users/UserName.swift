import Accounts
import Archive
import ArgumentParser
import Records
import Service

/// How an account is named on a command line: by its number, its id or the name to sign in with.
struct UserName: ExpressibleByArgument, CustomStringConvertible {
    /// The name as it was given, without white space around it.
    let description: String

    init?(argument: String) {
        description = argument.inOneLine
        guard !description.isEmpty else { return nil }
    }
}

extension Archive {
    /// What can be done with the accounts of this archive by whoever uses this machine.
    var accounts: AccountAdministration { AccountAdministration(records: records) }

    /// An account that somebody named.
    ///
    /// - Throws: `CommandFailure` that says what to do when there is none.
    func account(_ user: UserName) async throws -> AccountInfo {
        if let kept = try await records.account(login: user.description) {
            return try await records.accountInfo(.number(kept.number))
        }
        if let name = RecordName(argument: user.description) {
            do { return try await records.accountInfo(name) } catch {
                guard case .notFound = error else { throw error }
            }
        }
        throw CommandFailure(
            .noInput,
            "There is no account \"\(user)\" in \(Places.short(folder)): `viva users list` shows all, `viva users add` makes one."
        )
    }
}
