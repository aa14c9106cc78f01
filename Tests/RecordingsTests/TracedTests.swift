import FoundationEssentials
import TestSupport
import Testing

@testable import Recordings

/// What `scripts/check-recordings` watches from outside: which system calls come in which order. Each test works in a
/// folder that the script names.
@Suite struct TracedTests {
    private static let folder = ProcessInfo.processInfo.environment["VIVA_TEST_TRACED_FOLDER"]

    @Test(.enabled(if: folder != nil)) func addingRotatingRemovingAndExporting() throws {
        let root = try #require(Self.folder)
        let content = Samples.content(200_000)
        let id = try RecordingVault(root: root + "/v").add(content).id
        let (old, new) = (try Samples.key(1), try Samples.key(2))
        _ = try RecordingVault(root: root + "/v", keys: MasterKeys(writing: old)).rotate()
        let vault = RecordingVault(root: root + "/v", keys: MasterKeys(writing: new, older: [old]))
        _ = try vault.rotate()
        try vault.add(Samples.content(100_000, seed: 2))
        var export = RecordingExport()
        export.add(try vault.open(id), as: "1.flac")
        try export.write(to: root + "/a.zip")
        #expect(try vault.content(id) == content)
        try vault.remove(id)
    }

    /// Run by several programs at once, each of which adds all.
    @Test(.enabled(if: folder != nil)) func addingTheSameAsOthers() throws {
        let root = try #require(Self.folder)
        let vault = RecordingVault(root: root + "/shared", keys: MasterKeys(writing: try Samples.key(1)))
        for seed in 0..<20 {
            let content = Samples.content(300_000, seed: UInt64(seed))
            let id = try vault.add(content).id
            #expect(try vault.content(id) == content)
        }
        #expect(try vault.list().recordings.count <= 20)
    }
}
