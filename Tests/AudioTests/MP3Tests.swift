import Foundation
import Programs
import Speech
import TestSupport
import Testing

@testable import Audio

@Suite struct MP3Tests {
    private let folder: TestFolder

    init() throws { folder = try TestFolder() }

    /// The first bytes of a frame of Layer III, 44.1 kHz stereo, with `name` and `flags` where the header is.
    private func frame(_ name: String, flags: UInt8) -> [UInt8] {
        [0xFF, 0xFB, 0x90, 0x00] + [UInt8](repeating: 0, count: 32) + Array(name.utf8) + [0, 0, 0, flags]
            + [0, 0, 1, 0]
    }

    @Test func onlyAHeaderThatCountsTheFramesSaysTheLength() {
        #expect(MP3Header(bytes: frame("Xing", flags: 15)).countsFrames)
        #expect(MP3Header(bytes: frame("Info", flags: 1)).countsFrames)
        #expect(!MP3Header(bytes: frame("Xing", flags: 2)).countsFrames)
        #expect(!MP3Header(bytes: frame("\0\0\0\0", flags: 1)).countsFrames)
        #expect(!MP3Header(bytes: Array(frame("Xing", flags: 1)[..<41])).countsFrames)
        #expect(!MP3Header(bytes: Array("Xing Info".utf8)).countsFrames)
        #expect(!MP3Header(bytes: [0xFF]).countsFrames)
        #expect(!MP3Header(bytes: []).countsFrames)
    }

    @Test func theHeaderIsFoundBehindTags() throws {
        let tag = Array("ID3".utf8) + [4, 0, 0, 0, 0, 0x4E, 0x10] + [UInt8](repeating: 0xFF, count: 10_000)
        let path = try folder.write(tag + [0, 0] + frame("Xing", flags: 1), to: "tagged.mp3")
        #expect(try MP3Header(Descriptor(reading: path, name: path), name: path).countsFrames)
    }

    /// 10 s of noise and 30 s of a tone: the bit rate of the beginning is much higher than that of the rest.
    private func recording(_ arguments: String...) async throws -> String {
        var random = SplitMix64(seed: 1)
        let noise = (0..<160_000).map { _ in Float.random(in: -0.3...0.3, using: &random) }
        let tone = Tone(amplitude: 0.01, seconds: 30).samples(rateHz: 16_000)
        let source = try folder.write(WAVBytes().file(noise + tone), to: "source.wav")
        let path = folder.file("speech.mp3")
        try #require(
            await Tool.run(
                "ffmpeg",
                ["-nostdin", "-i", source, "-c:a", "libmp3lame", "-q:a", "4", "-id3v2_version", "0"]
                    + arguments + [path]))
        return path
    }

    @Test(.enabled(if: Tool.isInstalled("ffmpeg")))
    func variableBitRateWithoutALengthIsReadToItsEnd() async throws {
        let path = try await recording("-write_xing", "0")
        let file = try await AudioFile.open(.file(path: path))
        #expect(abs((file.info.durationSeconds ?? 0) - 40) < 0.2)
        let heard = try await Heard(file.buffers())
        #expect(abs(heard.seconds - 40) < 0.2)
        #expect(heard.report.missingSeconds == 0 && heard.report.damage == nil)
    }

    @Test(.enabled(if: Tool.isInstalled("ffmpeg")))
    func withoutFFmpegItIsSaidThatTheRestIsMissing() async throws {
        let path = try await recording("-write_xing", "0")
        let heard = try await Heard(path, programs: SearchPath(directories: []))
        #expect(heard.seconds > 5 && heard.seconds < 20)
        #expect(!heard.report.isClean)
        #expect(heard.report.warnings.contains { $0.contains("with ffmpeg installed") })
    }

    @Test(.enabled(if: Tool.isInstalled("ffmpeg"))) func aLengthInTheHeaderIsBelieved() async throws {
        let path = try await recording()
        let file = try await AudioFile.open(.file(path: path), programs: SearchPath(directories: []))
        let heard = try await Heard(file.buffers())
        #expect(abs(heard.seconds - 40) < 0.2)
        #expect(heard.report.warnings.isEmpty)
    }
}
