import Files
import Testing

@testable import Archive

@Suite("The right to name and to remove recordings")
struct NamingLockTests {
    private actor Order {
        var names: [String] = []

        func append(_ name: String) { names.append(name) }
    }

    @Test("Who has waited long to have it alone comes before those who want to share it")
    func order() async throws {
        let test = try await TestArchive()
        let archive = test.archive
        let order = Order()
        let first = try await archive.namingLock(isShared: true)
        let alone = Task {
            let lock = try await archive.namingLock(isShared: false, patience: .zero)
            await order.append("alone")
            _ = consume lock
        }
        // It waits when nobody else gets through the door.
        while Self.isOpen(archive.doorPath) { await Task.yield() }
        let next = Task {
            let lock = try await archive.namingLock(isShared: true)
            await order.append("shared")
            _ = consume lock
        }
        // Long enough for the one that came later, were it let in.
        try await Task.sleep(for: .milliseconds(100))
        _ = consume first
        try await alone.value
        try await next.value
        let names = await order.names
        #expect(names == ["alone", "shared"])
    }

    private static func isOpen(_ path: String) -> Bool {
        do throws(FileLockError) {
            _ = try FileLock(path: path, isShared: true)
            return true
        } catch { return false }
    }
}
