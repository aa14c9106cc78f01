import Accounts
import FoundationEssentials
import Testing

@Suite("Waiting after wrong passwords")
struct LoginBackOffTests {
    private static let rules = LoginBackOff(
        freeFailures: 3, firstSeconds: 2, limitSeconds: 60, quietSeconds: 3600)
    private static let noon = Date(timeIntervalSince1970: 1_700_000_000)

    /// What there is to wait right after each of some failures.
    private static func waits(_ count: Int) -> [Int] {
        var failures = LoginFailures()
        return (0..<count).map { _ in
            failures = rules.afterFailure(failures, at: noon)
            return rules.waitSeconds(failures, at: noon)
        }
    }

    @Test("Nothing for the first ones, then twice as long each time, up to the limit")
    func doubles() { #expect(Self.waits(10) == [0, 0, 0, 2, 4, 8, 16, 32, 60, 60]) }

    @Test("The wait passes, and after quiet all is forgotten")
    func passes() {
        let failures = LoginFailures(count: 5, last: Self.noon)
        #expect(Self.rules.waitSeconds(failures, at: Self.noon) == 4)
        #expect(Self.rules.waitSeconds(failures, at: Self.noon + 3.5) == 1)
        #expect(Self.rules.waitSeconds(failures, at: Self.noon + 4) == 0)
        #expect(Self.rules.afterFailure(failures, at: Self.noon + 3599).count == 6)
        #expect(Self.rules.afterFailure(failures, at: Self.noon + 3600).count == 1)
    }

    @Test("A clock that is set back makes nobody wait for longer than the limit")
    func clockSetBack() {
        let failures = LoginFailures(count: 1_000_000, last: Self.noon + 86_400)
        #expect(Self.rules.waitSeconds(failures, at: Self.noon) == 60)
    }

    @Test("Any number of failures is counted")
    func many() {
        var failures = LoginFailures(count: 1_000_000, last: Self.noon)
        failures = Self.rules.afterFailure(failures, at: Self.noon)
        #expect(Self.rules.waitSeconds(failures, at: Self.noon) == 60)
    }
}

@Suite("Limits of how often")
struct TokenBucketTests {
    @Test("So often at once, then so often a second")
    func takes() {
        var bucket = TokenBucket(.init(burst: 2, perSecond: 4), atSeconds: 10)
        #expect(bucket.take(atSeconds: 10) == nil && bucket.take(atSeconds: 10) == nil)
        #expect(bucket.take(atSeconds: 10) == 0.25)
        #expect(bucket.take(atSeconds: 10.25) == nil)
        #expect(bucket.take(atSeconds: 10.25) == 0.25)
        // A long rest gives no more than may come at once, and a clock that goes back gives nothing.
        #expect(bucket.take(atSeconds: 1000) == nil && bucket.take(atSeconds: 1000) == nil)
        #expect(bucket.take(atSeconds: 900) == 0.25)
    }

    @Test("What was not asked for lately goes")
    func recent() {
        var values = RecentValues<Int, String>(limit: 4)
        for key in 0..<100 {
            values[key] = "\(key)"
            #expect(values[0] == "0")
            #expect(values.count <= 4)
        }
        #expect(values[99] == "99" && values[50] == nil)
        values.removeAll { $0 == "99" }
        #expect(values[99] == nil && values[0] == "0")
        values[0] = nil
        #expect(values[0] == nil)
    }

    @Test("A household's addresses are counted together, others apart")
    func groups() {
        for address in ["2001:db8:0:7::1", "2001:DB8::7:1:2:3:4", "2001:0db8:0000:0007:ffff:0:0:1%eth0"] {
            #expect(AddressGroup.name(of: address) == "2001:db8:0:7::/64")
        }
        #expect(AddressGroup.name(of: "::1") == "0:0:0:0::/64")
        #expect(AddressGroup.name(of: "fe80::") == "fe80:0:0:0::/64")
        #expect(AddressGroup.name(of: "192.0.2.7") == "192.0.2.7")
        #expect(AddressGroup.name(of: "::ffff:192.0.2.7") == "192.0.2.7")
        #expect(AddressGroup.name(of: "") == "")
    }

    @Test(
        "Addresses of this machine", arguments: ["127.0.0.1", "127.8.9.10", "localhost", "::1", "LOCALHOST"])
    func loopback(host: String) { #expect(AccountSettings.isLoopback(host)) }

    @Test(
        "Others",
        arguments: ["0.0.0.0", "::", "127.0.0.1.example.org", "127.1", "192.168.0.1", "", "127.0.0.256"])
    func elsewhere(host: String) { #expect(!AccountSettings.isLoopback(host)) }
}
