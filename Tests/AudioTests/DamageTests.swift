import Audio
import Foundation
import Speech
import TestSupport
import Testing

@Suite struct DamageTests {
    private let folder: TestFolder

    init() throws { folder = try TestFolder() }

    @Test func aCutRecordingGivesWhatIsThereAndSaysWhatIsMissing() async throws {
        let wav = WAVBytes().file(Tone(seconds: 2).samples(rateHz: 16_000))
        let path = try folder.write(Array(wav[..<(44 + 24_000)]), to: "cut.wav")
        let heard = try await Heard(path)
        #expect(heard.samples.count == 12_000)
        #expect(abs(heard.report.missingSeconds - 1.25) < 0.001)
        #expect(heard.report.warnings == ["The recording is cut short: 1.25 s of it are missing."])
    }

    @Test(arguments: [0, 0x7FFF_FFFF, 0xFFFF_FFFF] as [UInt32])
    func aSizeThatMeansUnknownIsNotTakenForATruncation(size: UInt32) async throws {
        let path = try folder.write(
            WAVBytes(promisedBytes: size).file(Tone().samples(rateHz: 16_000)), to: "open.wav")
        let heard = try await Heard(path)
        #expect(heard.samples.count == 16_000)
        #expect(heard.report.isClean)
    }

    @Test func whatIsNoNumberBecomesSilenceAndIsCounted() async throws {
        var samples = Tone().samples(rateHz: 16_000)
        samples[100] = .nan
        samples[200] = .infinity
        samples[300] = -.infinity
        samples[400] = 1e30
        samples[500] = -3
        for encoding in [WAVBytes.Encoding.float32, .float64] {
            let path = try folder.write(WAVBytes(encoding: encoding).file(samples), to: "strange.wav")
            let heard = try await Heard(path)
            #expect(heard.report.nonFiniteSamples == 3)
            #expect(heard.report.limitedSamples == 2)
            #expect(heard.samples[100] == 0 && heard.samples[200] == 0 && heard.samples[300] == 0)
            #expect(heard.samples[400] == 1 && heard.samples[500] == -1)
            #expect(heard.report.warnings.count == 2)
        }
    }

    @Test func noSampleLeavesFullScaleAfterConversion() async throws {
        // A square wave at full scale rings beyond it in the filter of the conversion.
        let square = (0..<44_100).map { Float($0 / 50 % 2 == 0 ? 1 : -1) }
        let path = try folder.write(
            WAVBytes(encoding: .float32, rateHz: 44_100).file(square), to: "square.wav")
        let heard = try await Heard(path)
        #expect(heard.samples.allSatisfy { abs($0) <= 1 })
        #expect(heard.report.isClean)
    }

    @Test func aFileThatGrowsIsReadAsFarAsItWasPromised() async throws {
        let path = try folder.write(WAVBytes().file(Tone().samples(rateHz: 16_000)), to: "growing.wav")
        let stream = try await AudioFile.open(.file(path: path)).buffers()
        _ = try await stream.next()
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data(repeating: 1, count: 64_000))
        try handle.close()
        let heard = try await restOf(stream)
        #expect(heard.count == 16_000 - 1600)
        #expect(await stream.report.grewWhileRead)
    }

    @Test func aFileThatShrinksEndsEarlyAndSaysSo() async throws {
        let path = try folder.write(
            WAVBytes().file(Tone(seconds: 3).samples(rateHz: 16_000)), to: "shrinking.wav")
        let stream = try await AudioFile.open(.file(path: path)).buffers()
        _ = try await stream.next()
        truncate(path, 44 + 32_000)
        let heard = try await restOf(stream)
        #expect(heard.count == 16_000 - 1600)
        #expect(abs(await stream.report.missingSeconds - 2) < 0.001)
    }

    @Test func aFileThatVanishesWhileReadIsReadToItsEnd() async throws {
        let path = try folder.write(WAVBytes().file(Tone().samples(rateHz: 16_000)), to: "vanishing.wav")
        let file = try await AudioFile.open(.file(path: path))
        let stream = try file.buffers()
        unlink(path)
        #expect(try await restOf(stream).count == 16_000)
        #expect(throws: AudioError.notFound(path: path)) { try file.buffers() }
    }

    @Test func anotherFileInThePlaceOfTheOpenedOneIsNotReadForIt() async throws {
        let path = try folder.write(WAVBytes().file(Tone().samples(rateHz: 16_000)), to: "one.wav")
        let other = try folder.write(WAVBytes().file(Tone().samples(rateHz: 16_000)), to: "other.wav")
        let file = try await AudioFile.open(.file(path: path))
        rename(other, path)
        #expect(throws: AudioError.changedSinceOpened(path: path)) { try file.buffers() }
    }

    @Test(.enabled(if: Tool.isInstalled("flac") || Tool.isInstalled("ffmpeg")))
    func aCutFLACGivesWhatIsThereAndSaysWhatIsMissing() async throws {
        let source = try folder.write(
            WAVBytes().file(Tone(seconds: 4).samples(rateHz: 16_000)), to: "source.wav")
        try #require(await Tool.run("ffmpeg", "-nostdin", "-i", source, folder.file("whole.flac")))
        let whole = try folder.bytes("whole.flac")
        let path = try folder.write(Array(whole[..<(whole.count * 6 / 10)]), to: "cut.flac")
        let heard = try await Heard(path)
        #expect(heard.seconds > 0.5 && heard.seconds < 3.5)
        #expect(abs(heard.seconds + heard.report.missingSeconds - 4) < 0.01)
    }

    @Test(.enabled(if: Tool.isInstalled("ffmpeg")))
    func aFLACWithoutAWholeFrameIsBadInputAndSaysWhatItPromised() async throws {
        let source = try folder.write(
            WAVBytes().file(Tone(seconds: 4).samples(rateHz: 16_000)), to: "source.wav")
        try #require(await Tool.run("ffmpeg", "-nostdin", "-i", source, folder.file("whole.flac")))
        for bytes in [60, 200, 8300] {
            let path = try folder.write(Array(folder.bytes("whole.flac")[..<bytes]), to: "cut.flac")
            await #expect("\(bytes) bytes") { try await Heard(path) } throws: { error in
                switch error as? AudioError {
                case .noSamples(path, let promised): promised == nil || promised == 4
                case .headerTruncated(path, _), .notAudio(path, _): true
                default: false
                }
            }
        }
    }

    @Test func aCancelledTaskStopsReading() async throws {
        let path = try folder.write(
            WAVBytes().file(Tone(seconds: 20).samples(rateHz: 16_000)), to: "long.wav")
        let file = try await AudioFile.open(.file(path: path))
        let task = Task { try await Heard(file.buffers()) }
        task.cancel()
        await #expect(throws: AudioError.cancelled) { try await task.value }
    }

    private func restOf(_ stream: AudioStream) async throws -> [Float] {
        var samples: [Float] = []
        for try await buffer in stream { samples += buffer.samples }
        return samples
    }
}
