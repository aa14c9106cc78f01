import Audio
import Foundation
import Programs
import TestSupport
import Testing

@Suite struct RefusalTests {
    private let folder: TestFolder

    init() throws { folder = try TestFolder() }

    private func refusal(_ path: String, programs: SearchPath = .environment) async -> AudioError? {
        do {
            _ = try await Heard(path, programs: programs)
            return nil
        } catch {
            return error
        }
    }

    @Test func aMissingFileIsSaidToBeMissing() async {
        let path = folder.file("none.wav")
        #expect(await refusal(path) == .notFound(path: path))
    }

    @Test func aFolderIsSaidToBeAFolder() async {
        #expect(await refusal(folder.path) == .isDirectory(path: folder.path))
    }

    @Test func aDeviceIsNotAFile() async {
        #expect(await refusal("/dev/null") == .notAFile(path: "/dev/null"))
    }

    @Test(.enabled(if: getuid() != 0)) func aFileWithoutPermissionIsSaidSo() async throws {
        let path = try folder.write(WAVBytes().file([0]), to: "secret.wav")
        chmod(path, 0)
        #expect(await refusal(path) == .notPermitted(path: path, action: "read"))
    }

    @Test func anEmptyFileIsSaidToBeEmpty() async throws {
        let path = try folder.write([], to: "empty.wav")
        #expect(await refusal(path) == .empty(path: path))
    }

    @Test func aFileWithoutSamplesIsSaidToHaveNone() async throws {
        let path = try folder.write(WAVBytes().file([]), to: "silent.wav")
        #expect(await refusal(path) == .noSamples(path: path, promisedSeconds: nil))
    }

    @Test func aHeaderWithoutItsSamplesSaysWhatItPromised() async throws {
        let path = try folder.write(WAVBytes().header(dataBytes: 64_000), to: "header.wav")
        #expect(await refusal(path) == .noSamples(path: path, promisedSeconds: 2))
    }

    @Test(arguments: [5, 12, 20, 30, 38, 43]) func aFileThatEndsInItsHeaderIsSaidSo(bytes: Int) async throws {
        let wav = WAVBytes().file(Tone().samples(rateHz: 16_000))
        let path = try folder.write(Array(wav[..<bytes]), to: "cut.wav")
        guard case .headerTruncated(path, _) = await refusal(path) else {
            Issue.record("\(String(describing: await refusal(path)))")
            return
        }
    }

    @Test(.enabled(if: Tool.isInstalled("ffmpeg")), arguments: ["notes.wav", "notes.mp3", "notes.txt"])
    func textIsNotAudioAndBothReasonsAreGiven(name: String) async throws {
        let text = String(repeating: "These are the notes of a meeting, not a recording of it.\n", count: 40)
        let path = try folder.write(text, to: name)
        guard case .notAudio(path, let reasons) = await refusal(path) else {
            Issue.record("\(String(describing: await refusal(path)))")
            return
        }
        #expect(reasons.count == 2)
        #expect(reasons[0].hasPrefix("libsndfile: "))
        #expect(reasons[1].hasPrefix("ffmpeg: "))
    }

    @Test func withoutFFmpegTheErrorNamesThePackage() async throws {
        let path = try folder.write("ftypM4A and no more", to: "answer.m4a")
        let error = await refusal(path, programs: SearchPath(directories: []))
        guard case .decoderMissing(path, "ffmpeg", "ffmpeg", _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(error?.description.contains("apt-get install ffmpeg") == true)
    }

    @Test func tooManyChannelsAndAbsurdRatesAreRefused() async throws {
        let wide = try folder.write(
            WAVBytes(channels: 40).file([Float](repeating: 0, count: 400)), to: "wide.wav")
        #expect(await refusal(wide) == .unsupported(path: wide, what: "it has 40 channels"))
        let slow = try folder.write(WAVBytes(rateHz: 50).file([0, 0, 0]), to: "slow.wav")
        #expect(await refusal(slow) == .unsupported(path: slow, what: "its sample rate is 50 Hz"))
    }

    @Test(.enabled(if: Tool.isInstalled("ffmpeg"))) func aPlaylistCannotMakeFFmpegReadOtherFiles()
        async throws
    {
        try folder.write(WAVBytes().file(Tone().samples(rateHz: 16_000)), to: "secret.wav")
        let concat = try folder.write("ffconcat version 1.0\nfile secret.wav\n", to: "list.m4a")
        let playlist = "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:1,\nsecret.wav\n#EXT-X-ENDLIST\n"
        let hls = try folder.write(playlist, to: "list.m3u8")
        for path in [concat, hls] {
            guard case .notAudio = await refusal(path) else {
                Issue.record("\(path): \(String(describing: await refusal(path)))")
                continue
            }
        }
    }
}
