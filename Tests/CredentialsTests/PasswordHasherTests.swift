import Credentials
import Testing

@Suite("Hashing of passwords", .serialized)
struct PasswordHasherTests {
    @Test("A password is known again, however its letters are composed, and another is not")
    func compares() async throws {
        let hasher = PasswordHasher()
        let hash = try await hasher.hash("zwölf Bögen")
        #expect(hash.text.hasPrefix("$scrypt$ln=15,r=8,p=3$"))
        let isKnown = try await hasher.matches("zwo\u{308}lf Bo\u{308}gen", hash)
        let isOther = try await hasher.matches("zwolf Bogen", hash)
        #expect(isKnown && !isOther)
        let again = try await hasher.hash("zwölf Bögen")
        #expect(again.text != hash.text)
    }

    @Test("A password of nobody takes the same work as that of somebody, and never fits")
    func nobody() async throws {
        let hasher = PasswordHasher()
        let somebody = try await hasher.hash("one of somebody")
        let before = hasher.count
        let known = try await hasher.matches("another password", somebody)
        let unknown = try await hasher.matches("another password", nil)
        #expect(!known && !unknown && hasher.count == before + 2)
        // Both are derived with the same settings.
        #expect(PasswordHash.ofNobody.settings == somebody.settings)
    }

    @Test("Few are hashed at once, few wait, and others are refused at once")
    func bounded() async throws {
        let hasher = PasswordHasher(atOnce: 1, limitWaiting: 2)
        let outcomes = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<12 {
                group.addTask { (try? await hasher.hash("a password of twelve")) != nil }
            }
            var outcomes: [Bool] = []
            for await outcome in group { outcomes.append(outcome) }
            return outcomes
        }
        let done = outcomes.count { $0 }
        #expect(done >= 3 && done < 12 && hasher.count == done)
        // Nothing is held for ever.
        _ = try await hasher.hash("another of twelve")
    }

    @Test("Somebody is served while another party asks for as many as may wait", .timeLimit(.minutes(30)))
    func fair() async throws {
        let hasher = PasswordHasher(atOnce: 1, limitWaiting: 2)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<3 { group.addTask { _ = try? await hasher.hash("a password of twelve", for: "a") } }
            while hasher.waitingCount < 2 { await Task.yield() }
            _ = try await hasher.hash("another of twelve", for: "b")
            try await group.waitForAll()
        }
    }

    @Test(
        "What is no hash fits nothing",
        arguments: ["", "$scrypt$", "$scrypt$ln=40,r=8,p=3$AA==$AA==", "plain"])
    func damaged(text: String) async throws {
        let matches = try await PasswordHasher().matches("plain", PasswordHash(kept: text))
        #expect(!matches)
    }
}
