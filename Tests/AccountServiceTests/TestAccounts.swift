import Accounts
import Credentials
import DatabaseTestSupport
import Foundation
import Interview
import Records
import Synchronization

@testable import Service

/// A clock that is set by hand.
final class TestClock: Sendable {
    private let date = Mutex(Date(timeIntervalSince1970: 1_700_000_000))

    var now: Date { date.withLock { $0 } }

    func advance(_ seconds: Double) { date.withLock { $0 += seconds } }
}

/// Accounts of a test: an empty database, a clock that is set by hand, and a key.
struct TestAccounts {
    let records: Records
    let clock = TestClock()
    let hasher = PasswordHasher()
    let service: AccountService

    static let password = "correct mule battery"

    init(records: Records, registration: AccountSettings.Registration = .invitation) async throws {
        self.records = records
        var settings = AccountSettings()
        settings.registration = registration
        let clock = clock
        service = await AccountService(
            AccountAdministration(records: records, settings: settings, hasher: hasher) { clock.now },
            key: TokenKey())
    }

    /// Runs a test with empty records.
    static func run(
        _ kind: TestDatabase = .sqlite, registration: AccountSettings.Registration = .invitation,
        _ body: (TestAccounts) async throws -> Void
    ) async throws {
        try await kind.run { database in
            try await body(
                TestAccounts(records: Records(database: database), registration: registration))
        }
    }

    /// Makes an account.
    @discardableResult
    func add(
        _ login: String, role: PersonRole = .candidate, organization: Int64? = nil
    ) async throws -> AccountInfo {
        try await service.administration.add(
            NewAccount(login: login, password: Self.password, role: role, organization: organization),
            by: .local)
    }

    func login(_ name: String, _ password: String = TestAccounts.password) async throws -> SignedIn {
        try await service.login(name, password: password, from: "192.0.2.7")
    }
}

/// What a refusal is, without its words.
enum Refusal: Equatable {
    case notFound, notSignedIn, notAllowed, invalid(String), conflict, tooMany(Int), busy, failed, none

    /// How an action ends.
    static func of(_ work: () async throws -> Void) async -> Refusal {
        do { try await work() } catch {
            return switch ServiceError(error) {
            case .notFound: .notFound
            case .notSignedIn: .notSignedIn
            case .notAllowed: .notAllowed
            case .invalid(let field, _), .otherKind(let field, _), .tooLarge(let field, _): .invalid(field)
            case .conflict: .conflict
            case .tooMany(let seconds, _): .tooMany(seconds)
            case .busy: .busy
            case .failed, .noRoom: .failed
            }
        }
        return .none
    }
}
