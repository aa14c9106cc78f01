import Foundation
import TestSupport
import Testing

@testable import Storage

@Suite struct FileLockTests {
    @Test func oneHasItUntilItIsGivenBack() throws {
        let folder = try TestFolder()
        var lock = try FileLock(folder.file("lock"))
        #expect(lock != nil)
        #expect(try FileLock(folder.file("lock")) == nil)
        lock = nil
        #expect(try FileLock(folder.file("lock")) != nil)
    }

    /// A program that is just being started holds copies of all descriptors until it takes over.
    @Test func aCopyOfTheDescriptorDoesNotKeepIt() throws {
        let folder = try TestFolder()
        let path = folder.file("lock")
        var lock = try FileLock(path)
        let copies = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").compactMap(
            Int32.init
        )
        .filter {
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)")) == path
        }.map { dup($0) }
        defer { for copy in copies { close(copy) } }
        #expect(copies.count == 1 && copies[0] >= 0 && lock != nil)
        lock = nil
        #expect(try FileLock(path) != nil)
    }

    @Test func whatCannotBeMadeIsAnError() {
        #expect(throws: StorageError.self) { try FileLock("/proc/none/lock") }
    }
}
