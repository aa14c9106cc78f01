import Foundation
import Speech
import TestSupport
import Testing

@testable import Audio

@Suite struct WAVWriterTests {
    private let folder: TestFolder
    private let path: String

    init() throws {
        folder = try TestFolder()
        path = folder.file("answer.wav")
    }

    @Test(arguments: [(16_000, 1), (44_100, 2), (48_000, 1)])
    func whatIsWrittenIsReadBack(rateHz: Int, channels: Int) async throws {
        let frames = Tone().samples(rateHz: rateHz).flatMap { [Float](repeating: $0, count: channels) }
        let writer = try WAVWriter(path: path, sampleRateHz: rateHz, channels: channels)
        for start in stride(from: 0, to: frames.count, by: 1000) {
            try await writer.append(Array(frames[start..<min(frames.count, start + 1000)]))
        }
        #expect(await writer.durationSeconds == 1)
        #expect(!folder.exists("answer.wav"))
        #expect(try await writer.finish() == 1)
        #expect(!folder.exists("answer.wav.part"))
        let file = try await AudioFile.open(.file(path: path))
        #expect(file.info.channels == channels && file.info.sampleRateHz == rateHz)
        #expect(file.info.format.hasSuffix("Signed 16 bit PCM"))
        let heard = try await Heard(file.buffers())
        #expect(abs(Tone.amplitude(of: 440, in: heard.samples) - 0.5) < 0.01)
    }

    @Test func samplesBeyondFullScaleAreLimitedAndWhatIsNoNumberIsSilence() async throws {
        let writer = try WAVWriter(path: path, sampleRateHz: 16_000)
        try await writer.append([0, 0.5, 1, 1.5, 100, -1, -1.5, .nan, .infinity, -.infinity])
        #expect(await writer.nonFiniteSamples == 3)
        try await writer.finish()
        let heard = try await Heard(path)
        let expected: [Float] = [0, 0.5, 1, 1, 1, -1, -1, 0, 0, 0]
        #expect(zip(heard.samples, expected).allSatisfy { abs($0 - $1) < 0.0001 })
    }

    @Test func theUnfinishedFileIsAWholeWAVAfterEveryAppend() async throws {
        let writer = try WAVWriter(path: path, sampleRateHz: 16_000)
        for count in 1...3 {
            try await writer.append([Float](repeating: 0.1, count: 1600))
            #expect(try await Heard(path + ".part").samples.count == count * 1600)
        }
        try await writer.discard()
        #expect(!folder.exists("answer.wav.part") && !folder.exists("answer.wav"))
    }

    @Test func aRecordingThatACrashLeftOverIsGoneOnWith() async throws {
        let samples = Tone().samples(rateHz: 16_000)
        for promised in [0, 1000, 32_000, 64_000] as [UInt32] {
            // Half a sample at the end is none.
            let wav = WAVBytes(promisedBytes: promised).file(samples) + [7]
            try Data(wav).write(to: URL(filePath: path + ".part"))
            #expect(try WAVWriter.repairPartial(at: path) == 1)
            let writer = try WAVWriter(continuing: path)
            #expect(await writer.durationSeconds == 1)
            for _ in 0..<3 { try await writer.append([Float](repeating: 0.25, count: 1600)) }
            #expect(try await writer.finish() == 1.3)
            let heard = try await Heard(path)
            #expect(heard.samples.count == 20_800)
            #expect(abs(Tone.amplitude(of: 440, in: Array(heard.samples.prefix(16_000))) - 0.5) < 0.01)
            #expect(heard.samples.suffix(4800).allSatisfy { abs($0 - 0.25) < 0.0001 })
            try FileManager.default.removeItem(atPath: path)
        }
        #expect(throws: AudioError.self) { try WAVWriter(continuing: path) }
    }

    @Test func aRecordingThatACrashLeftOverIsMadeWhole() async throws {
        // The header of a crashed writer may be older than its samples, or promise more than reached the
        // disk.
        let samples = Tone().samples(rateHz: 16_000)
        for promised in [0, 1000, 32_000, 64_000, 0x7FFF_FFFF] as [UInt32] {
            let wav = WAVBytes(promisedBytes: promised).file(samples) + [7]
            try folder.write(wav, to: "answer.wav.part")
            #expect(try WAVWriter.recoverPartial(at: path) == 1)
            #expect(!folder.exists("answer.wav.part"))
            let heard = try await Heard(path)
            #expect(heard.samples.count == 16_000)
            #expect(heard.report.isClean)
            unlink(path)
        }
    }

    @Test func aWriterThatIsGivenUpLeavesARecordingThatCanBeRecovered() async throws {
        do {
            let writer = try WAVWriter(path: path, sampleRateHz: 16_000)
            try await writer.append([Float](repeating: 0.1, count: 8000))
        }
        #expect(throws: AudioError.partialExists(path: path + ".part")) {
            try WAVWriter(path: path, sampleRateHz: 16_000)
        }
        #expect(try WAVWriter.recoverPartial(at: path) == 0.5)
        #expect(try await Heard(path).samples.count == 8000)
    }

    @Test func whatCannotBeRecoveredStaysAndSaysWhy() async throws {
        let part = path + ".part"
        #expect(throws: AudioError.notFound(path: part)) { try WAVWriter.recoverPartial(at: path) }
        try folder.write([], to: "answer.wav.part")
        #expect(throws: AudioError.empty(path: part)) { try WAVWriter.recoverPartial(at: path) }
        try folder.write(WAVBytes().header(dataBytes: 0), to: "answer.wav.part")
        #expect(throws: AudioError.noSamples(path: part, promisedSeconds: nil)) {
            try WAVWriter.recoverPartial(at: path)
        }
        try folder.write(Array(WAVBytes().header(dataBytes: 0)[..<20]), to: "answer.wav.part")
        #expect(throws: AudioError.self) { try WAVWriter.recoverPartial(at: path) }
        try folder.write("some notes, not a recording", to: "answer.wav.part")
        #expect(throws: AudioError.notAudio(path: part, reasons: ["it is not the WAV file of a recording"])) {
            try WAVWriter.recoverPartial(at: path)
        }
        #expect(folder.exists("answer.wav.part"))
    }

    @Test func recoveringNeverReplacesAFinishedRecording() async throws {
        try folder.write(WAVBytes().file([0.5]), to: "answer.wav")
        try folder.write(WAVBytes().file([0.1, 0.1]), to: "answer.wav.part")
        #expect(throws: AudioError.alreadyExists(path: path)) { try WAVWriter.recoverPartial(at: path) }
        #expect(try await Heard(path).samples.count == 1)
        #expect(folder.exists("answer.wav.part"))
    }

    @Test func anExistingFileIsReplacedOnlyOnRequest() async throws {
        try folder.write(WAVBytes().file([0.5]), to: "answer.wav")
        #expect(throws: AudioError.alreadyExists(path: path)) {
            try WAVWriter(path: path, sampleRateHz: 16_000)
        }
        let writer = try WAVWriter(path: path, sampleRateHz: 16_000, ifExists: .replace)
        try await writer.append([0.1, 0.2, 0.3])
        #expect(try await Heard(path).samples.count == 1)
        try await writer.finish()
        #expect(try await Heard(path).samples.count == 3)
    }

    @Test func aFileThatAppearsWhileRecordingIsNotReplaced() async throws {
        let writer = try WAVWriter(path: path, sampleRateHz: 16_000)
        try await writer.append([0.1, 0.2, 0.3])
        try folder.write(WAVBytes().file([0.5]), to: "answer.wav")
        await #expect(throws: AudioError.alreadyExists(path: path)) { try await writer.finish() }
        #expect(try await Heard(path).samples.count == 1)
        #expect(try await Heard(path + ".part").samples.count == 3)
    }

    @Test func aFullFileSaysWhatIsSavedAndCanBeFinished() async throws {
        let writer = try WAVWriter(
            path: path, sampleRateHz: 16_000, channels: 1, ifExists: .refuse, limitBytes: 44 + 3200)
        try await writer.append([Float](repeating: 0, count: 1600))
        await #expect(
            throws: AudioError.fileFull(
                path: path, limitBytes: 3244, savedPath: path + ".part", savedSeconds: 0.1)
        ) {
            try await writer.append([0])
        }
        #expect(try await writer.finish() == 0.1)
        #expect(try await Heard(path).samples.count == 1600)
    }

    @Test func afterFinishingNothingCanBeWritten() async throws {
        let writer = try WAVWriter(path: path, sampleRateHz: 16_000)
        try await writer.append([0])
        try await writer.finish()
        await #expect(throws: AudioError.alreadyFinished(path: path)) { try await writer.append([0]) }
        await #expect(throws: AudioError.alreadyFinished(path: path)) { try await writer.finish() }
        await #expect(throws: AudioError.alreadyFinished(path: path)) { try await writer.discard() }
        #expect(folder.exists("answer.wav"))
    }

    @Test func impossibleShapesAndPlacesAreRefused() async throws {
        #expect(throws: AudioError.self) { try WAVWriter(path: path, sampleRateHz: 0) }
        #expect(throws: AudioError.self) { try WAVWriter(path: path, sampleRateHz: 16_000, channels: 0) }
        let stereo = try WAVWriter(path: path, sampleRateHz: 16_000, channels: 2)
        await #expect(throws: AudioError.self) { try await stereo.append([0, 0, 0]) }
    }

    /// Mounts a small file system, which only root may do and which an aborted run leaves behind: set
    /// `VIVA_TEST_FULL_DISK=1`.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["VIVA_TEST_FULL_DISK"] == "1"))
    func aFullDiskIsAnErrorThatSaysWhatIsSaved() async throws {
        let small = folder.file("small")
        try FileManager.default.createDirectory(atPath: small, withIntermediateDirectories: false)
        try #require(mount("tmpfs", small, "tmpfs", 0, "size=64k") == 0)
        defer { umount(small) }
        let path = small + "/answer.wav"
        let writer = try WAVWriter(path: path, sampleRateHz: 16_000)
        var failure: AudioError?
        for _ in 0..<40 where failure == nil {
            do {
                try await writer.append([Float](repeating: 0.25, count: 1600))
            } catch {
                failure = error
            }
        }
        guard case .writeFailed(path, "Writing", let reason, _, let savedSeconds) = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
        #expect(reason.contains("No space left"))
        #expect(savedSeconds > 1.5 && savedSeconds < 2.1)
        #expect(try await Heard(path + ".part").seconds >= savedSeconds - 0.01)
    }
}
