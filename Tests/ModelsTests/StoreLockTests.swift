import Foundation
import TestSupport
import Testing

@testable import Models

@Suite struct StoreLockTests {
    /// A program that is just being started holds copies of all descriptors until it takes over.
    @Test func aCopyOfTheDescriptorDoesNotKeepIt() throws {
        let folder = try TestFolder()
        let path = folder.file("lock")
        var lock: StoreLock? = try StoreLock(path: path, folder: folder.path)
        #expect(throws: ModelError.storeBusy(folder: folder.path)) {
            try StoreLock(path: path, folder: folder.path)
        }
        let copies = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").compactMap(
            Int32.init
        )
        .filter {
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)")) == path
        }.map { dup($0) }
        defer { for copy in copies { close(copy) } }
        #expect(copies.count == 1 && copies[0] >= 0 && lock != nil)
        lock = nil
        _ = try StoreLock(path: path, folder: folder.path)
    }
}
