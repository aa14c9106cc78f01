import Audio
import Speech

/// Plays a recording of the session where there is a speaker.
struct Playback {
    let common: CommonOptions

    /// Plays a file. Not hearing it is no reason to stop an interview, so a failure is a note.
    func play(_ path: String) async {
        let speaker = Speaker()
        guard await speaker.isAvailable else { return }
        do {
            let file = try await AudioFile.open(.file(path: path))
            var samples: [Float] = []
            for try await buffer in try file.buffers() { samples += buffer.samples }
            try await speaker.play(samples, sampleRateHz: AudioBuffer.sampleRateHz)
        } catch {
            common.note("viva: \(path) could not be played: \(error)")
        }
    }
}
