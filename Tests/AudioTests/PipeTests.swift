import Dispatch
import Foundation
import Programs
import Speech
import SystemPackage
import TestSupport
import Testing

@testable import Audio

@Suite struct PipeTests {
    private let folder: TestFolder
    private let tone = Tone(seconds: 1.5)

    init() throws { folder = try TestFolder() }

    /// Opens what arrives through a pipe, as the standard input would be.
    private func open(
        _ bytes: [UInt8], _ format: RawFormat? = nil, limitBytes: Int = 1 << 30, piece: Int = 1000
    ) async throws -> AudioFile {
        let ends = try FileDescriptor.pipe()
        let writing = ends.writeEnd
        signal(SIGPIPE, SIG_IGN)
        DispatchQueue.global().async {
            for start in stride(from: 0, to: bytes.count, by: piece) {
                guard (try? writing.writeAll(bytes[start..<min(bytes.count, start + piece)])) != nil else {
                    break
                }
            }
            try? writing.close()
        }
        let opener = AudioOpener(
            name: "standard input", programs: .environment, storageLimitBytes: limitBytes)
        return try await opener.open(
            Descriptor(owning: ends.readEnd), path: "/proc/self/fd/0", rawFormat: format)
    }

    @Test(arguments: WAVBytes.Encoding.allCases, [1, 2]) func wavIsRecognisedFromTheStream(
        encoding: WAVBytes.Encoding, channels: Int
    ) async throws {
        let samples = tone.samples(rateHz: 44_100).flatMap { [Float](repeating: $0, count: channels) }
        let file = try await open(
            WAVBytes(encoding: encoding, rateHz: 44_100, channels: channels).file(samples))
        #expect(file.info.sampleRateHz == 44_100)
        #expect(file.info.channels == channels)
        #expect(abs((file.info.durationSeconds ?? 0) - 1.5) < 0.001)
        let heard = try await Heard(file.buffers())
        #expect(heard.isContiguous)
        #expect(heard.report.isClean)
        #expect(abs(heard.seconds - 1.5) < 0.001)
        #expect(abs(Tone.frequencyHz(in: heard.samples) - 440) < 1)
        #expect(abs(Tone.amplitude(of: 440, in: heard.samples) - 0.5) < 0.01)
    }

    @Test(arguments: [0, 0x7FFF_FFFF, 0xFFFF_FFFF] as [UInt32])
    func aLiveStreamOfUnknownLengthIsReadToItsEnd(size: UInt32) async throws {
        let file = try await open(WAVBytes(promisedBytes: size).file(tone.samples(rateHz: 16_000)))
        #expect(file.info.durationSeconds == nil)
        let heard = try await Heard(file.buffers())
        #expect(heard.samples.count == 24_000)
        #expect(heard.report.isClean)
    }

    @Test func whatFollowsTheSamplesIsNotHeard() async throws {
        let wav =
            WAVBytes().file(tone.samples(rateHz: 16_000)) + Array("LIST".utf8)
            + [UInt8](repeating: 9, count: 500)
        let heard = try await Heard(open(wav).buffers())
        #expect(heard.samples.count == 24_000)
    }

    @Test func aPipeThatBreaksOffSaysWhatIsMissing() async throws {
        let wav = WAVBytes().file(tone.samples(rateHz: 16_000))
        let heard = try await Heard(open(Array(wav[..<(44 + 16_001)])).buffers())
        #expect(heard.samples.count == 8000)
        #expect(abs(heard.report.missingSeconds - 1) < 0.001)
    }

    @Test func rawSamplesAreReadAsTold() async throws {
        let wav = WAVBytes(rateHz: 8000, channels: 2)
            .file(Tone.stereo(left: Tone(frequencyHz: 300), right: Tone(frequencyHz: 700), rateHz: 8000))
        let format = RawFormat(sampleRateHz: 8000, channels: 2, sampleFormat: .s16le)
        let heard = try await Heard(open(Array(wav[44...]), format).buffers(.channel(1)))
        #expect(abs(heard.seconds - 1) < 0.001)
        #expect(abs(Tone.frequencyHz(in: heard.samples) - 700) < 2)
        let floats = WAVBytes(encoding: .float32).file([0.25, -0.5, .nan])
        let exact = try await Heard(open(Array(floats[44...]), RawFormat(sampleFormat: .f32le)).buffers())
        #expect(exact.samples == [0.25, -0.5, 0])
        #expect(exact.report.nonFiniteSamples == 1)
    }

    @Test func aRawFormatOutOfRangeIsRefused() async throws {
        for format in [RawFormat(sampleRateHz: 0), RawFormat(channels: 0), RawFormat(channels: -1)] {
            await #expect(throws: AudioError.self) { try await open([0, 0], format) }
        }
    }

    @Test(.enabled(if: Tool.isInstalled("ffmpeg")), arguments: ["flac", "ogg", "mp3", "m4a", "aiff"])
    func otherFormatsArriveThroughAPipeToo(ending: String) async throws {
        let source = try folder.write(
            WAVBytes(rateHz: 44_100).file(tone.samples(rateHz: 44_100)), to: "source.wav")
        try #require(await Tool.run("ffmpeg", "-nostdin", "-i", source, folder.file("tone." + ending)))
        let file = try await open(folder.bytes("tone." + ending))
        let heard = try await Heard(file.buffers())
        #expect(abs(heard.seconds - 1.5) < 0.1)
        #expect(abs(Tone.frequencyHz(in: Array(heard.samples[1600..<20_000])) - 440) < 2)
        // The stored copy can be read again.
        #expect(try await Heard(file.buffers()).samples == heard.samples)
    }

    @Test func aPipeIsReadOnceOnly() async throws {
        let file = try await open(WAVBytes().file(tone.samples(rateHz: 16_000)))
        _ = try file.buffers()
        #expect(throws: AudioError.alreadyRead(path: "standard input")) { try file.buffers() }
    }

    @Test func nothingThroughThePipeIsSaidToBeNothing() async throws {
        await #expect(throws: AudioError.empty(path: "standard input")) { try await open([]) }
        let silent = try await open(WAVBytes().file([]))
        await #expect(throws: AudioError.noSamples(path: "standard input", promisedSeconds: nil)) {
            try await Heard(silent.buffers())
        }
        await #expect(throws: AudioError.self) {
            try await open(Array(WAVBytes().header(dataBytes: 0)[..<30]))
        }
    }

    @Test func aHeaderWithoutEndDoesNotFillTheMemory() throws {
        // 70 chunks of 1 MiB before samples that never come.
        var opening = Array("RIFF".utf8) + [0xFF, 0xFF, 0xFF, 0xFF] + Array("WAVE".utf8)
        var readBytes = 0
        #expect(throws: WAVHeader.Failure.self) {
            try WAVHeader { count in
                readBytes += count
                if !opening.isEmpty {
                    defer { opening = [] }
                    return opening
                }
                return count == 8
                    ? Array("junk".utf8) + [0, 0, 16, 0] : [UInt8](repeating: 0, count: count)
            }
        }
        #expect(readBytes <= WAVHeader.limitBytes + 64)
    }

    @Test func aPipeMayNotFillTheDisk() async throws {
        let noise = [UInt8](repeating: 77, count: 300_000)
        await #expect(throws: AudioError.tooLarge(path: "standard input", limitBytes: 100_000)) {
            try await open(noise, limitBytes: 100_000)
        }
    }

    @Test func aNamedPipeIsReadAsItArrives() async throws {
        let path = folder.file("pipe.wav")
        try #require(mkfifo(path, 0o600) == 0)
        let bytes = WAVBytes(promisedBytes: 0xFFFF_FFFF).file(tone.samples(rateHz: 16_000))
        DispatchQueue.global().async {
            let writing = try? FileDescriptor.open(FilePath(path), .writeOnly)
            _ = try? writing?.writeAll(bytes)
            try? writing?.close()
        }
        let heard = try await Heard(path)
        #expect(heard.samples.count == 24_000)
    }

    @Test func aSilentPipeLetsItselfBeCancelled() async throws {
        let path = folder.file("silent")
        try #require(mkfifo(path, 0o600) == 0)
        let task = Task { try await Heard(path) }
        task.cancel()
        await #expect(throws: AudioError.cancelled) { try await task.value }
    }

    @Test func aDashIsTheStandardInput() {
        #expect(AudioInput(argument: "-") == .standardInput(nil))
        #expect(AudioInput(argument: "./-") == .file(path: "./-"))
    }
}
