import Audio
import Speech

/// The samples of a recording, all at once: benches repeat, cut and spoil them.
enum BenchSamples {
    /// Reads a recording as the pipeline hears it: one channel at 16 kHz.
    static func read(_ path: String) async throws -> [Float] {
        var samples: [Float] = []
        for try await buffer in try await AudioFile.open(.file(path: path)).buffers() {
            samples += buffer.samples
        }
        return samples
    }
}
