import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import Files

@Suite struct FileLockTests {
    @Test func oneAtATimeHoldsItAndNothingIsWaitedFor() throws {
        let folder = try TestFolder()
        let path = folder.file("lock")
        do {
            let lock = try FileLock(path: path)
            #expect(throws: FileLockError.held) { _ = try FileLock(path: path) }
            withExtendedLifetime(lock) {}
        }
        _ = try FileLock(path: path)
    }

    /// A program that is just being started holds copies of all descriptors until it takes over.
    @Test func aCopyOfTheDescriptorDoesNotKeepIt() throws {
        let folder = try TestFolder()
        let path = folder.file("lock")
        let copy: FileDescriptor
        do {
            let lock = try FileLock(path: path)
            copy = try lock.file.duplicate()
            withExtendedLifetime(lock) {}
        }
        defer { try? copy.close() }
        _ = try FileLock(path: path)
    }

    @Test func whatIsInTheFileStays() throws {
        let folder = try TestFolder()
        let path = try folder.write("one\n", to: "lock")
        do {
            let lock = try FileLock(path: path, options: .append)
            try lock.file.writeAll("two\n".utf8)
        }
        #expect(try folder.text("lock") == "one\ntwo\n")
    }

    @Test func aFileThatCannotBeOpenedOrLockedIsNotHeldByAnybody() throws {
        let folder = try TestFolder()
        #expect(throws: FileLockError.failed(.noSuchFileOrDirectory)) {
            _ = try FileLock(path: folder.file("none/lock"))
        }
        #expect(throws: FileLockError.failed(.isDirectory)) { _ = try FileLock(path: folder.path) }
        // A descriptor that only names the file (Linux's O_PATH) cannot be locked, as no file can on some network drives.
        let onlyNames: CInt = 0o10_000_000
        let path = try folder.write("", to: "lock")
        #expect(throws: FileLockError.failed(.badFileDescriptor)) {
            _ = try FileLock(path: path, options: FileDescriptor.OpenOptions(rawValue: onlyNames))
        }
    }
}
