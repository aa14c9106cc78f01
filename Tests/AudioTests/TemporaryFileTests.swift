import Foundation
import Speech
import SystemPackage
import TestSupport
import Testing

@testable import Audio

@Suite struct TemporaryFileTests {
    private func status(_ path: String) throws -> stat {
        var status = stat()
        try #require(stat(path, &status) == 0)
        return status
    }

    @Test func itHasNoNameAndIsPrivate() throws {
        let file = try TemporaryFile()
        #expect(try status(file.path).st_nlink == 0)
        #expect(try status(file.path).st_mode & 0o777 == 0o600)
        try file.descriptor.file.writeAll([1, 2, 3])
        let again = try Descriptor(reading: file.path, name: "copy")
        #expect(try again.read(count: 10, name: "copy") == [1, 2, 3])
    }

    @Test func itGoesWithItsLastUser() throws {
        var file: TemporaryFile? = try TemporaryFile()
        let status = try status(#require(file?.path))
        file = nil
        let open = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
        for descriptor in open {
            var other = stat()
            guard stat("/proc/self/fd/" + descriptor, &other) == 0 else { continue }
            #expect(!FileIdentity(other).isSameFile(as: FileIdentity(status)) || other.st_nlink > 0)
        }
    }

    @Test(.enabled(if: Tool.isInstalled("ffmpeg"))) func aDecodedCopyHasNoNameAndLivesAsLongAsItIsRead()
        async throws
    {
        let folder = try TestFolder()
        let source = try folder.write(WAVBytes().file(Tone().samples(rateHz: 16_000)), to: "source.wav")
        try #require(await Tool.run("ffmpeg", "-nostdin", "-i", source, folder.file("tone.m4a")))
        let stream: AudioStream
        do {
            let file = try await AudioFile.open(.file(path: folder.file("tone.m4a")))
            guard case .file(let stored) = file.storage else {
                Issue.record("\(file.storage)")
                return
            }
            #expect(try status(#require(stored.copy?.path)).st_nlink == 0)
            stream = try file.buffers()
            #expect(try await Heard(file.buffers()).seconds > 0.9)
        }
        #expect(try await Heard(stream).seconds > 0.9)
    }
}
