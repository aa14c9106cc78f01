import FoundationEssentials
import TestSupport
import Testing

@testable import Server

/// What a crash leaves of uploads goes when a server begins again.
struct UploadFolderTests {
    @Test func onlyOldUploadsGo() throws {
        let folder = try TestFolder()
        let upload = UUID().uuidString.lowercased()
        _ = try folder.write("a", to: "uploads/\(upload)")
        _ = try folder.write("b", to: "uploads/notes.txt")
        UploadFolder.tidy(folder.file("uploads"))
        #expect(FileManager.default.fileExists(atPath: folder.file("uploads/\(upload)")))
        UploadFolder.tidy(folder.file("uploads"), at: Date() + UploadFolder.limitSeconds + 60)
        #expect(!FileManager.default.fileExists(atPath: folder.file("uploads/\(upload)")))
        #expect(FileManager.default.fileExists(atPath: folder.file("uploads/notes.txt")))
        UploadFolder.tidy(folder.file("nothing"))
    }
}
