import Audio
import Foundation
import TestSupport
import Testing

@Suite struct AudioFileTests {
    @Test(arguments: WAVBytes.Encoding.allCases, [8_000, 16_000, 22_050, 44_100, 48_000, 96_000, 192_000])
    func everyWAVEncodingAndRateComesBackAsTheSameTone(encoding: WAVBytes.Encoding, rateHz: Int) async throws
    {
        let folder = try TestFolder()
        let wav = WAVBytes(encoding: encoding, rateHz: rateHz)
        let path = try folder.write(wav.file(Tone(seconds: 0.4).samples(rateHz: rateHz)), to: "tone.wav")
        let file = try await AudioFile.open(.file(path: path))
        #expect(file.info.sampleRateHz == rateHz)
        #expect(file.info.channels == 1)
        #expect(abs((file.info.durationSeconds ?? 0) - 0.4) < 0.001)
        #expect(file.info.format.hasPrefix("WAV"))
        let heard = try await Heard(file.buffers())
        #expect(heard.isContiguous)
        #expect(heard.report.isClean)
        #expect(abs(heard.seconds - 0.4) < 0.002)
        #expect(abs(Tone.frequencyHz(in: heard.samples) - 440) < 1)
        #expect(abs(Tone.amplitude(of: 440, in: heard.samples) - 0.5) < 0.01)
    }

    @Test(
        .enabled(if: Tool.isInstalled("ffmpeg")),
        arguments: [
            ("flac", "FLAC", "flac"), ("vorbis.ogg", "OGG", "libvorbis"), ("opus", "OGG", "libopus"),
            ("mp3", "MPEG", "libmp3lame"), ("aiff", "AIFF", "pcm_s16be"), ("w64", "W64", "pcm_s16le"),
            ("m4a", "mov", "aac"), ("webm", "matroska", "libopus"), ("mkv", "matroska", "flac"),
            ("mp4", "mov", "aac"),
            ("aac", "aac", "aac"),
        ])
    func everyContainerComesBackAsTheSameTone(ending: String, format: String, codec: String) async throws {
        let folder = try TestFolder()
        let tone = Tone.stereo(left: Tone(seconds: 2), right: Tone(seconds: 2), rateHz: 48_000)
        let source = try folder.write(WAVBytes(rateHz: 48_000, channels: 2).file(tone), to: "source.wav")
        let path = folder.file("tone." + ending)
        try #require(await Tool.run("ffmpeg", "-nostdin", "-i", source, "-c:a", codec, "-strict", "-2", path))
        let file = try await AudioFile.open(.file(path: path))
        #expect(file.info.format.contains(format), "\(file.info.format)")
        #expect(file.info.channels == 2)
        #expect(file.info.sampleRateHz == 48_000)
        let heard = try await Heard(file.buffers())
        #expect(heard.isContiguous)
        #expect(heard.report.missingSeconds == 0)
        #expect(heard.report.damage == nil)
        // Lossy codecs add up to a frame of padding at each end.
        #expect(abs(heard.seconds - 2) < 0.08, "\(heard.seconds)")
        #expect(abs(Tone.frequencyHz(in: Array(heard.samples[1600..<28_000])) - 440) < 2)
        #expect(abs(Tone.amplitude(of: 440, in: heard.samples) - 0.5) < 0.03)
    }

    @Test(.enabled(if: Tool.isInstalled("ffmpeg"))) func rf64IsReadLikeWAV() async throws {
        let folder = try TestFolder()
        let source = try folder.write(WAVBytes().file(Tone().samples(rateHz: 16_000)), to: "source.wav")
        let path = folder.file("tone.rf64")
        try #require(await Tool.run("ffmpeg", "-nostdin", "-i", source, "-f", "wav", "-rf64", "always", path))
        let heard = try await Heard(path)
        #expect(heard.samples.count == 16_000)
        #expect(heard.report.isClean)
    }

    @Test(.enabled(if: Tool.isInstalled("ffmpeg"))) func aVideoIsHeardByItsFirstAudioStream() async throws {
        let folder = try TestFolder()
        let path = folder.file("film.mp4")
        try #require(
            await Tool.run(
                "ffmpeg", "-nostdin", "-f", "lavfi", "-i", "testsrc=duration=1:size=64x64:rate=10", "-f",
                "lavfi", "-i",
                "sine=frequency=700:duration=1:sample_rate=44100", "-shortest", path))
        let heard = try await Heard(path)
        // The codec adds faint noise before and after the tone.
        #expect(abs(Tone.frequencyHz(in: Array(heard.samples[1600..<14_000])) - 700) < 2)
    }

    @Test(arguments: 1...8) func upToEightChannelsAreMixed(channels: Int) async throws {
        let folder = try TestFolder()
        let tone = Tone(seconds: 0.2).samples(rateHz: 16_000)
        // Only the first channel sounds, so the mix is that much softer.
        let frames = tone.flatMap { [$0] + [Float](repeating: 0, count: channels - 1) }
        let path = try folder.write(WAVBytes(channels: channels).file(frames), to: "tone.wav")
        let heard = try await Heard(path)
        #expect(abs(Tone.amplitude(of: 440, in: heard.samples) - 0.5 / Double(channels)) < 0.01)
    }

    @Test func aFileCanBeReadTwiceAndByTwoAtOnce() async throws {
        let folder = try TestFolder()
        let path = try folder.write(WAVBytes().file(Tone().samples(rateHz: 16_000)), to: "tone.wav")
        let file = try await AudioFile.open(.file(path: path))
        async let first = Heard(file.buffers())
        async let second = Heard(file.buffers())
        let third = try await Heard(file.buffers())
        #expect(try await first.samples == third.samples)
        #expect(try await second.samples == third.samples)
    }

    @Test func eachChannelIsHeardByItself() async throws {
        let folder = try TestFolder()
        let both = Tone.stereo(left: Tone(frequencyHz: 300), right: Tone(frequencyHz: 900), rateHz: 44_100)
        let path = try folder.write(WAVBytes(rateHz: 44_100, channels: 2).file(both), to: "two.wav")
        let file = try await AudioFile.open(.file(path: path))
        let left = try await Heard(file.buffers(.channel(0)))
        let right = try await Heard(file.buffers(.channel(1)))
        let mix = try await Heard(file.buffers(.mix))
        #expect(abs(Tone.frequencyHz(in: left.samples) - 300) < 1)
        #expect(Tone.amplitude(of: 900, in: left.samples) < 0.001)
        #expect(abs(Tone.frequencyHz(in: right.samples) - 900) < 1)
        #expect(abs(Tone.amplitude(of: 300, in: mix.samples) - 0.25) < 0.01)
        #expect(abs(Tone.amplitude(of: 900, in: mix.samples) - 0.25) < 0.01)
        #expect(try file.passes(.split) == [.channel(0), .channel(1)])
        #expect(throws: AudioError.noSuchChannel(path: path, channel: 2, channels: 2)) {
            try file.buffers(.channel(2))
        }
        #expect(throws: AudioError.noSuchChannel(path: path, channel: -1, channels: 2)) {
            try file.buffers(.channel(-1))
        }
    }

    @Test func noProgramThatIsStartedGetsARecording() async throws {
        let folder = try TestFolder()
        let path = try folder.write(WAVBytes().file(Tone().samples(rateHz: 16_000)), to: "tone.wav")
        let stream = try await AudioFile.open(.file(path: path)).buffers()
        _ = try await stream.next()
        let open = try OpenFile.isInherited(path)
        #expect(open.count >= 2 && !open.contains(true))
        while try await stream.next() != nil {}
    }
}
