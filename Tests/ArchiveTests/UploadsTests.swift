import Foundation
import Recordings
import Records
import Storage
import TestSupport
import Testing

@testable import Archive

@Suite("Files that are sent or heard")
struct UploadsTests {
    @Test("What nobody holds goes at once, and nothing else does")
    func unheld() async throws {
        let test = try await TestArchive()
        #expect(try test.archive.removeUnheldUploads() == 0)
        let held = try HeldUpload(in: test.archive.uploadFolder)
        try held.append(Array("being sent".utf8))
        let left = UUID().uuidString.lowercased()
        let partial = DurableOutput.partialPath(in: test.archive.uploadFolder, name: "copy")
        try test.scratch.write("the voice of somebody", to: "home/uploads/\(left)")
        try test.scratch.write("notes", to: "home/uploads/notes.txt")
        try TestFile.write("half the voice of somebody", to: partial)
        #expect(try test.archive.removeUnheldUploads() == 1)
        #expect(!test.scratch.exists("home/uploads/\(left)"))
        #expect(try TestFile.bytes(held.path) == Array("being sent".utf8))
        #expect(FileManager.default.fileExists(atPath: partial))
        #expect(test.scratch.exists("home/uploads/notes.txt"))
        let tomorrow = Date() + RecordingVault.leftoverAgeSeconds + 60
        #expect(try test.archive.removeUnheldUploads(at: tomorrow) == 1)
        #expect(!FileManager.default.fileExists(atPath: partial))
        // So do the commands that tidy and erase.
        try test.scratch.write("the voice of somebody", to: "home/uploads/\(left)")
        #expect(try await test.archive.tidy().leftovers == 1)
        try test.scratch.write("the voice of somebody", to: "home/uploads/\(left)")
        try await test.archive.erase(.everything)
        #expect(!test.scratch.exists("home/uploads/\(left)"))
        withExtendedLifetime(held) {}
    }

    @Test(
        "A readable copy goes with whoever has it, and no program that is started gets it",
        arguments: [false, true])
    func copies(isEncrypted: Bool) async throws {
        let test = try await TestArchive(isEncrypted: isEncrypted)
        let writer = try test.archive.vault.writer()
        try writer.append(TestArchive.sound("one"))
        let id = try writer.finish().id
        do {
            let copy = try test.archive.heldCopy(of: id)
            #expect(try TestFile.bytes(copy.path) == TestArchive.sound("one"))
            #expect(try OpenFile.isInherited(copy.path) == [false])
            withExtendedLifetime(copy) {}
        }
        #expect(test.scratch.names(in: "home/uploads") == [])
    }
}
