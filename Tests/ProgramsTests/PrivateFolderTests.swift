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

    @Test func whatKilledProgramsLeftGoesAfterADay() throws {
        let manager = FileManager.default
        let parent = manager.temporaryDirectory.path + "/sweep-" + UUID().uuidString
        defer { try? manager.removeItem(atPath: parent) }
        for name in ["viva-run-old", "viva-run-new", "other-old"] {
            try manager.createDirectory(atPath: "\(parent)/\(name)", withIntermediateDirectories: true)
            try Data([1]).write(to: URL(fileURLWithPath: "\(parent)/\(name)/document.pdf"))
        }
        try Data([1]).write(to: URL(fileURLWithPath: parent + "/viva-run-file"))
        let old = Date(timeIntervalSinceNow: -25 * 60 * 60)
        for name in ["viva-run-old", "other-old", "viva-run-file"] {
            try manager.setAttributes([.modificationDate: old], ofItemAtPath: "\(parent)/\(name)")
        }
        PrivateFolder.removeAbandoned(in: parent)
        #expect(
            try manager.contentsOfDirectory(atPath: parent).sorted()
                == ["other-old", "viva-run-file", "viva-run-new"])
    }

    @Test func eachIsAnother() throws {
        let first = try PrivateFolder.create(for: "the recording")
        let second = try PrivateFolder.create(for: "the recording")
        let paths = [first.path, second.path]
        #expect(paths[0] != paths[1])
        #expect(paths.allSatisfy { FileManager.default.fileExists(atPath: $0) })
    }
}
