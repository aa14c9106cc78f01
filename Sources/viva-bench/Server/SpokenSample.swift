import Audio
import Foundation
import HTTPClient
import Speech

/// A recording that clients of a server give as an answer.
struct SpokenSample: Sendable {
    /// The file as it is sent.
    let bytes: [UInt8]
    /// Its name.
    let name: String
    /// How long it is, in seconds.
    let seconds: Double

    /// The recordings of a folder whose names end in `-good.flac`.
    ///
    /// - Throws: `MeasuredProcess.Failure` when there is none.
    static func read(_ folder: String) async throws -> [SpokenSample] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted().filter {
            $0.hasSuffix("-good.flac")
        }
        var samples: [SpokenSample] = []
        for name in names {
            let path = folder + "/" + name
            samples.append(
                SpokenSample(
                    bytes: Array(try Data(contentsOf: URL(filePath: path))), name: name,
                    seconds: AudioBuffer.seconds(try await BenchSamples.read(path).count)))
        }
        guard !samples.isEmpty else {
            throw MeasuredProcess.Failure(description: "\(folder) has no recordings.")
        }
        return samples
    }

    /// The form in which it is sent.
    func form(_ fields: [String: Int]) -> [MultipartPart] {
        fields.map { MultipartPart(name: $0.key, text: "\($0.value)") } + [
            MultipartPart(name: "audio", fileName: name, contentType: "audio/flac", bytes: bytes)
        ]
    }

    /// Whether a recording that a server gives back is as long, to a tenth of a second.
    func isWhole(in bytes: [UInt8]) async throws -> Bool {
        try await TemporaryFolder.use { folder in
            let path = folder + "/recording"
            try Data(bytes).write(to: URL(filePath: path))
            guard let kept = try? await BenchSamples.read(path) else { return false }
            return abs(AudioBuffer.seconds(kept.count) - seconds) < 0.1
        }
    }
}
