import Credentials
import Crypto
import Foundation
import Interview
import TestSupport
import Testing

@Suite("Access tokens")
struct AccessTokensTests {
    private static let noon = Date(timeIntervalSince1970: 1_700_000_000)
    private static let claims = AccessClaims(
        account: "0e6ef4b5-94f8-4e5b-9a3c-000000000001", session: "s1", role: .recruiter, organization: 7,
        id: "t1", issuedAt: noon, expiresAt: noon + 900)

    private static func key(_ sign: Character) throws -> TokenKey {
        try TokenKey(Array(("0123456789abcdef0123456789abcde" + String(sign)).utf8), source: "a test")
    }

    private static func tokens(_ sign: Character = "f") async throws -> AccessTokens {
        await AccessTokens(key: try key(sign), leewaySeconds: 30)
    }

    /// Why a token is refused at a time; `nil` when it is not.
    private static func refusal(
        _ token: String, at seconds: Double = 10, by tokens: AccessTokens? = nil
    ) async throws -> TokenError? {
        let tokens = if let tokens { tokens } else { try await Self.tokens() }
        do throws(TokenError) {
            _ = try await tokens.claims(of: token, at: noon + seconds)
            return nil
        } catch { return error }
    }

    /// A part of a token.
    private static func part(_ text: String) -> String {
        Data(text.utf8).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
            .replacing("=", with: "")
    }

    private static func signed(_ header: String, _ payload: String) -> String {
        let text = "\(part(header)).\(part(payload))"
        let key = SymmetricKey(data: Array("0123456789abcdef0123456789abcdef".utf8))
        let sum = HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: key)
        let signature = Data(sum).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
            .replacing("=", with: "")
        return "\(text).\(signature)"
    }

    private static func payload(
        iss: String = "viva", aud: String = "viva-api", iat: Int = 1_700_000_000, exp: Int = 1_700_000_900
    ) -> String {
        """
        {"iss":"\(iss)","aud":"\(aud)","sub":"a","sid":"s","role":"admin","jti":"j","iat":\(iat),"exp":\(exp)}
        """
    }

    @Test("What a token says is read back")
    func reads() async throws {
        let tokens = try await Self.tokens()
        let token = try await tokens.token(Self.claims)
        let read = try await tokens.claims(of: token, at: Self.noon + 899)
        #expect(read == Self.claims)
    }

    @Test("Time: over, to come, and within what clocks may differ")
    func times() async throws {
        let token = try await Self.tokens().token(Self.claims)
        #expect(try await Self.refusal(token, at: 929) == nil)
        #expect(try await Self.refusal(token, at: 930) == .expired)
        #expect(try await Self.refusal(token, at: -30) == nil)
        #expect(try await Self.refusal(token, at: -31) == .notYet)
        // However it is set, no more than a minute is allowed.
        let lax = await AccessTokens(key: try Self.key("f"), leewaySeconds: 3600)
        #expect(try await Self.refusal(token, at: 960, by: lax) == .expired)
    }

    @Test("Another key, and a change of any part, is noticed")
    func forged() async throws {
        let token = try await Self.tokens().token(Self.claims)
        let other = try await Self.tokens("e").token(Self.claims)
        #expect(try await Self.refusal(other) == .notOurs)
        let parts = token.split(separator: ".").map(String.init)
        let admin = Self.part(Self.payload())
        #expect(try await Self.refusal("\(parts[0]).\(admin).\(parts[2])") == .notOurs)
        #expect(try await Self.refusal("\(parts[0]).\(parts[1]).") == .notOurs)
        #expect(try await Self.refusal("\(parts[0]).\(parts[1])") == .notOurs)
        #expect(try await Self.refusal(token + "A") == .notOurs)
        for text in ["", ".", "..", "a.b.c", String(repeating: "a", count: 5000), "\u{0}", "…"] {
            #expect(try await Self.refusal(text) == .notOurs)
        }
    }

    @Test(
        "Only HS256 counts, whatever a head says",
        arguments: [
            #"{"alg":"none","typ":"JWT"}"#, #"{"alg":"None"}"#, #"{"alg":"HS512","typ":"JWT"}"#,
            #"{"alg":"RS256"}"#, #"{"typ":"JWT"}"#, "{}", "[]", #"{"alg":"HS256","crit":["x"],"x":1}"#,
        ])
    func algorithms(header: String) async throws {
        // The signature is right, so that nothing but the head is wrong.
        #expect(try await Self.refusal(Self.signed(header, Self.payload())) == .notOurs)
        #expect(try await Self.refusal("\(Self.part(header)).\(Self.part(Self.payload())).") == .notOurs)
    }

    @Test("Tokens of others that have the same key are not taken")
    func others() async throws {
        let header = #"{"alg":"HS256","typ":"JWT"}"#
        #expect(try await Self.refusal(Self.signed(header, Self.payload())) == nil)
        #expect(try await Self.refusal(Self.signed(header, Self.payload(iss: "another"))) == .notOurs)
        #expect(try await Self.refusal(Self.signed(header, Self.payload(aud: "another"))) == .notOurs)
        #expect(try await Self.refusal(Self.signed(header, #"{"sub":"a"}"#)) == .notOurs)
        let nested = String(repeating: "[", count: 1500)
        #expect(try await Self.refusal(Self.signed(header, nested)) == .notOurs)
    }

    @Test("The key is made once, for its owner alone, and short or open ones are refused")
    func keys() async throws {
        let folder = try TestFolder()
        let first = try TokenKey.find(environment: [:], folder: folder.path)
        let second = try TokenKey.find(environment: ["SECRET_KEY": ""], folder: folder.path)
        let token = try await AccessTokens(key: first, leewaySeconds: 0).token(Self.claims)
        let same = await AccessTokens(key: second, leewaySeconds: 0)
        #expect(try await Self.refusal(token, by: same) == nil)
        let path = folder.file(TokenKey.fileName)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [TokenKey.fileName])

        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
        #expect(throws: TokenKeyError.self) { try TokenKey.find(environment: [:], folder: folder.path) }
        let long = String(repeating: "key of many words ", count: 3)
        let named = try TokenKey.find(environment: ["SECRET_KEY": long], folder: folder.path)
        #expect("\(named)" == "<key of tokens>")
        for bad in ["your_secret_key_here", String(repeating: "a", count: 40)] {
            #expect(throws: TokenKeyError.self) {
                try TokenKey.find(
                    environment: ["VIVA_SECRET_KEY": bad, "SECRET_KEY": long], folder: folder.path)
            }
        }
    }

    @Test("Random texts are never the same, and codes are read however they are typed")
    func secrets() {
        #expect(Set((0..<100).map { _ in Secret.token() }).count == 100)
        #expect(Secret.token().utf8.count == 43)
        let code = Secret.code()
        #expect(code.utf8.count == 19)
        #expect(
            Secret.hash(ofCode: " \(code.lowercased().replacing("-", with: " ")) ")
                == Secret.hash(ofCode: code))
        #expect(Secret.hash(ofCode: code) != Secret.hash(ofCode: Secret.code()))
    }
}
