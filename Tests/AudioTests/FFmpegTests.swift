import Foundation
import Programs
import Speech
import SystemPackage
import TestSupport
import Testing

@testable import Audio

@Suite(.enabled(if: Tool.isInstalled("ffmpeg"))) struct FFmpegTests {
    private let folder: TestFolder

    init() throws { folder = try TestFolder() }

    @Test func aFileThatNeverGivesItsDataIsGivenUp() async throws {
        let path = folder.file("silent.m4a")
        try #require(mkfifo(path, 0o600) == 0)
        let ffmpeg = try FFmpeg(programs: .environment, name: "silent.m4a", refusal: "unknown format")
        let failure = AudioError.decoderFailed(
            path: "silent.m4a", program: "ffmpeg", reason: "it was stopped after 1 s without an end")
        await #expect(throws: failure) {
            _ = try await ffmpeg.decode(
                path, name: "silent.m4a", refusal: "unknown format", wallLimit: .seconds(1))
        }
    }

    @Test func aVideoWithoutSoundSaysSo() async throws {
        let path = folder.file("mute.mp4")
        try #require(
            await Tool.run("ffmpeg", "-nostdin", "-f", "lavfi", "-i", "color=size=16x16:duration=0.2", path))
        let failure = AudioError.unsupported(path: path, what: "it is a video without sound")
        await #expect(throws: failure) { _ = try await AudioFile.open(.file(path: path)) }
    }

    @Test func aFileGivenAsStandardInputIsDecodedAsOftenAsAsked() async throws {
        let source = try folder.write(WAVBytes().file(Tone().samples(rateHz: 16_000)), to: "source.wav")
        try #require(await Tool.run("ffmpeg", "-nostdin", "-i", source, folder.file("tone.m4a")))
        let original = try FileDescriptor.standardInput.duplicate()
        let redirected = try FileDescriptor.open(FilePath(folder.file("tone.m4a")), .readOnly)
        _ = try redirected.duplicate(as: .standardInput)
        defer {
            _ = try? original.duplicate(as: .standardInput)
            try? original.close()
            try? redirected.close()
        }
        let file = try await AudioFile.open(.standardInput(nil))
        #expect(file.info.format.contains("decoded by ffmpeg"))
        let heard = try await Heard(file.buffers())
        #expect(abs(heard.seconds - 1) < 0.1)
        #expect(try await Heard(file.buffers()).samples == heard.samples)
    }
}
