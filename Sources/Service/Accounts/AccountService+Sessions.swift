public import Accounts
import Credentials
import Records

extension AccountService {
    /// Gives two new tokens for a refresh token. One that was used before ends its session: of the two who have it one is not its owner.
    ///
    /// - Throws: `ServiceError.notSignedIn`.
    public func refresh(_ token: String, from address: String?) async throws(ServiceError) -> SignedIn {
        let rotation = try await ServiceError.doing {
            let (fresh, kept) = newRefreshToken()
            let rotation = try await records.rotate(
                refreshToken: Secret.hash(ofToken: token), to: kept, at: now())
            return (fresh, rotation)
        }
        switch rotation.1 {
        case .rotated(let session, let info):
            return try await ServiceError.doing {
                SignedIn(
                    access: try await accessToken(info, session), refresh: rotation.0, account: info)
            }
        case .replayed(let number):
            administration.standing.forget(account: number)
            try await ServiceError.doing {
                let info = try await records.accountInfo(.number(number))
                try await records.log(
                    AuditEntry(
                        date: now(), account: nil, organization: info.organization, action: .replay,
                        resource: .account, number: number, address: address, outcome: .refused))
            }
            throw .notSignedIn(
                reason: "This refresh token was used before, so its session has ended: sign in again.")
        case .refused:
            throw .notSignedIn(reason: "The refresh token is not good any more: sign in again.")
        }
    }

    /// Ends the session of a refresh token, at once for its access tokens too. A token that is none ends nothing.
    public func logout(_ token: String, from address: String?) async throws(ServiceError) {
        try await ServiceError.doing {
            let info = try await records.endSession(ofToken: Secret.hash(ofToken: token), at: now())
            guard let info else { return }
            administration.standing.forget(account: info.number)
            try await administration.log(.logout, info, by: Caller(info.requester, from: address))
        }
    }

    /// Ends all sessions of whoever asks.
    public func logoutEverywhere(_ caller: Caller) async throws(ServiceError) {
        let info = try await me(caller)
        try await ServiceError.doing {
            let count = try await records.endSessions(ofAccount: info.number, at: now())
            administration.standing.forget(account: info.number)
            try await administration.log(
                .logoutEverywhere, info, by: caller, detail: "\(count) of them")
        }
    }

    /// The account of whoever asks.
    ///
    /// - Throws: `ServiceError.conflict` where somebody works alone, without an account.
    public func me(_ caller: Caller) async throws(ServiceError) -> AccountInfo {
        guard let number = caller.requester.account else {
            throw .conflict(
                reason: "There are no accounts here: whoever reaches this server works as its only user.")
        }
        return try await ServiceError.doing { try await records.accountInfo(.number(number)) }
    }

    /// Changes the password of whoever asks, who says the old one. All sessions end, and a new one begins.
    ///
    /// - Throws: `ServiceError.invalid` for a wrong or a bad password; `conflict` when another was set meanwhile; `tooMany`, `busy`.
    public func changePassword(
        from old: String, to new: String, by caller: Caller
    ) async throws(ServiceError) -> SignedIn {
        let info = try await me(caller)
        return try await ServiceError.doing {
            guard let before = try await checked(info.login, password: old, from: caller.address) else {
                throw ServiceError.invalid(field: "old_password", reason: "It is not the password.")
            }
            return try await begin(
                administration.setPassword(of: info, from: before.passwordHash, to: new, by: caller))
        }
    }
}
