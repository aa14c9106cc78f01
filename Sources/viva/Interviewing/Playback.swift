import Audio
import Practice
import Speech

/// Plays recordings where there is a speaker.
struct Playback {
    let common: CommonOptions

    /// Plays a recording of an interview. Not hearing it is no reason to stop, so a failure is a note.
    func play(_ name: String, of room: PracticeRoom) async {
        do { await play(try await room.file(name)) } catch {
            common.note("viva: \(name) could not be played: \(error)")
        }
    }

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
