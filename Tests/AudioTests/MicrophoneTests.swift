import Audio
import Foundation
import Speech
import Testing

/// Needs a sound system, for example PulseAudio with a null sink whose monitor is the default source: set
/// `VIVA_TEST_MICROPHONE=1`.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["VIVA_TEST_MICROPHONE"] == "1"), .serialized)
struct MicrophoneTests {
    @Test func whatIsPlayedIsRecorded() async throws {
        let microphone = try await Microphone.open()
        let tone = Tone(frequencyHz: 1000, amplitude: 0.3, seconds: 3)
        let speaker = Speaker()
        #expect(await speaker.isAvailable)
        async let playing: Void = speaker.play(tone.samples(rateHz: 22_050), sampleRateHz: 22_050)
        var heard: [Float] = []
        while heard.count < 16_000 * 3, let buffer = try await microphone.next() {
            #expect(buffer.startSample == heard.count)
            #expect(buffer.samples.count <= 1600)
            heard += buffer.samples
        }
        try await playing
        await microphone.stop()
        while let rest = try await microphone.next() {
            #expect(rest.startSample == heard.count && rest.samples.count <= 1600)
            heard += rest.samples
        }
        #expect(heard.count < 16_000 * 6)
        #expect(await microphone.overruns == 0)
        let middle = Array(heard[24_000..<40_000])
        #expect(abs(Tone.frequencyHz(in: middle) - 1000) < 3)
    }

    @Test func theDevicesHaveADefault() async throws {
        let devices = try await Microphone.devices()
        #expect(devices.contains { $0.isDefaultInput && $0.inputChannels > 0 })
    }

    @Test func playingStopsWhenCancelled() async throws {
        let task = Task {
            try await Speaker().play([Float](repeating: 0, count: 16_000 * 600), sampleRateHz: 16_000)
        }
        task.cancel()
        await #expect(throws: AudioError.cancelled) { try await task.value }
    }
}

@Suite struct MissingDeviceTests {
    @Test func anUnknownMicrophoneIsSaidToBeUnknown() async throws {
        let name = "no such microphone \(UUID().uuidString)"
        await #expect { try await Microphone.open(device: name) } throws: { error in
            if case AudioError.noSuchDevice(name, .recording, _) = error { return true }
            return false
        }
    }

    @Test func anUnknownSpeakerIsNotAvailable() async {
        let speaker = Speaker(device: "no such speaker \(UUID().uuidString)")
        #expect(await !speaker.isAvailable)
        await #expect(throws: AudioError.self) { try await speaker.play([0, 0], sampleRateHz: 16_000) }
    }
}
