import Foundation
import Speech
import Testing

@testable import Audio

@Suite struct TemporaryDirectoryTests {
    @Test func itIsPrivateAndGoesWithItsLastUser() throws {
        var directory: TemporaryDirectory? = try TemporaryDirectory()
        let path = try #require(directory?.path)
        try Data([1, 2, 3]).write(to: URL(fileURLWithPath: path + "/input"))
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o700)
        directory = nil
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test(.enabled(if: Tool.isInstalled("ffmpeg"))) func aDecodedCopyLivesAsLongAsItIsRead() async throws {
        let folder = try TestFolder()
        let source = try folder.write(WAVBytes().file(Tone().samples(rateHz: 16_000)), "source.wav")
        try #require(await Tool.run("ffmpeg", "-nostdin", "-i", source, folder.file("tone.m4a")))
        var copy = ""
        do {
            let stream: AudioStream
            do {
                let file = try await AudioFile.open(.file(path: folder.file("tone.m4a")))
                guard case .file(let stored) = file.storage else { return }
                copy = try #require(stored.directory?.path)
                stream = try file.buffers()
            }
            #expect(FileManager.default.fileExists(atPath: copy))
            #expect(try await stream.next()?.samples.count == 1600)
        }
        #expect(!FileManager.default.fileExists(atPath: copy))
    }
}
