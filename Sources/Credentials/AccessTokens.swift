public import FoundationEssentials
import Interview
import JWTKit

/// Makes and reads access tokens: JSON Web Tokens (RFC 7519) signed with HS256 and a key of this server's.
///
/// What the head of a token says of its algorithm decides nothing: HS256 is the only one, and a head that says another is refused.
public struct AccessTokens: Sendable {
    private let keys: JWTKeyCollection
    /// By how many seconds the clocks of two servers may differ.
    private let leewaySeconds: Double

    /// The most bytes that are looked at.
    public static let limitBytes = 4096
    private static let issuer = "viva"
    private static let audience = "viva-api"
    private static let algorithm = "HS256"

    /// Tokens of a key.
    ///
    /// - Parameter leewaySeconds: by how much the clocks of two servers may differ, 0...60.
    public init(key: TokenKey, leewaySeconds: Int) async {
        keys = JWTKeyCollection()
        await keys.add(hmac: HMACKey(key: key.key), digestAlgorithm: .sha256)
        self.leewaySeconds = Double(min(max(0, leewaySeconds), 60))
    }

    /// A token that says this.
    ///
    /// - Throws: `TokenError.notMade`.
    public func token(_ claims: AccessClaims) async throws(TokenError) -> String {
        let payload = Payload(
            iss: IssuerClaim(value: Self.issuer), aud: AudienceClaim(value: [Self.audience]),
            sub: SubjectClaim(value: claims.account), sid: claims.session, role: claims.role,
            organization: claims.organization, jti: IDClaim(value: claims.id),
            iat: IssuedAtClaim(value: claims.issuedAt), exp: ExpirationClaim(value: claims.expiresAt))
        do {
            return try await keys.sign(
                payload, header: ["alg": .string(Self.algorithm), "typ": .string("JWT")])
        } catch { throw .notMade(reason: "\(error)") }
    }

    /// What a token says, after its signature, issuer, audience and times were looked at. Whether its session still stands is not known
    /// here.
    ///
    /// - Throws: `TokenError`.
    public func claims(of token: String, at date: Date) async throws(TokenError) -> AccessClaims {
        guard token.utf8.count <= Self.limitBytes else { throw .notOurs }
        let payload: Payload
        do {
            let header = try DefaultJWTParser().parse(Array(token.utf8), as: Payload.self).header
            guard header.alg == Self.algorithm, header.fields["crit"] == nil else { throw TokenError.notOurs }
            payload = try await keys.verify(token, as: Payload.self)
        } catch { throw .notOurs }
        guard payload.iss.value == Self.issuer, payload.aud.value.contains(Self.audience) else {
            throw .notOurs
        }
        guard payload.iat.value.timeIntervalSince(date) <= leewaySeconds else { throw .notYet }
        guard date.timeIntervalSince(payload.exp.value) < leewaySeconds else { throw .expired }
        return AccessClaims(
            account: payload.sub.value, session: payload.sid, role: payload.role,
            organization: payload.organization, id: payload.jti.value, issuedAt: payload.iat.value,
            expiresAt: payload.exp.value)
    }

    /// Until when a token with these claims is taken.
    public func end(of claims: AccessClaims) -> Date { claims.expiresAt + leewaySeconds }

    private struct Payload: JWTPayload {
        var iss: IssuerClaim
        var aud: AudienceClaim
        var sub: SubjectClaim
        var sid: String
        var role: PersonRole
        var organization: Int64?
        var jti: IDClaim
        var iat: IssuedAtClaim
        var exp: ExpirationClaim

        /// Times are looked at with a clock that is given.
        func verify(using algorithm: some JWTAlgorithm) async throws {}
    }
}
