import Foundation
import Testing

@testable import Programs

@Suite struct PrivateFolderTests {
    @Test func onlyThisUserMayEnterItAndItGoesWithItsOwner() throws {
        var path = ""
        do {
            let folder = try PrivateFolder.create(for: "the recording")
            path = folder.path
            let permissions = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
            #expect((permissions as? NSNumber)?.intValue == 0o700)
            let file = try folder.write([1, 2, 3], name: "answer.wav")
            #expect(file.hasPrefix(path + "/"))
            #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == Data([1, 2, 3]))
        }
        #expect(!path.isEmpty && !FileManager.default.fileExists(atPath: path))
    }

    @Test func eachIsAnother() throws {
        let first = try PrivateFolder.create(for: "the recording")
        let second = try PrivateFolder.create(for: "the recording")
        let paths = [first.path, second.path]
        #expect(paths[0] != paths[1])
        #expect(paths.allSatisfy { FileManager.default.fileExists(atPath: $0) })
    }
}
