import ArgumentParser
import Audio
import FoundationEssentials
import Speech

/// A recording to measure on, with what is known of it.
struct BenchRecording {
    /// How the words came about; means are taken within each.
    enum Kind: String, Codable, CaseIterable {
        case spontaneous, read, synthetic, spliced
    }

    /// The set it belongs to, whose figures are reported together.
    var set = "recordings"
    /// How its words came about.
    var kind = Kind.read
    /// Its name in the report.
    var id: String
    /// The audio file.
    var path: String
    /// What is said, filled pauses kept; `nil` when nobody wrote it down.
    var transcript: String?
    /// The words with their times, where they are known.
    var words: [TimedWord]?
    /// The filled pauses with their times, where they are known.
    var fillers: [TimedWord]?
    /// What is known of the answer beforehand.
    var context: HearingContext?
    /// Terms that matter when they are said, and are false when they are not.
    var terms: [KeyTerm] = []

    /// A recording at a path of which nothing is known.
    init(unknown path: String) {
        self.path = path
        id = URL(filePath: path).deletingPathExtension().lastPathComponent
    }

    private struct Note: Decodable { var text: String }

    /// A recording whose words stand in the JSON file beside it, if there is one.
    init(path: String) throws {
        self.init(unknown: path)
        let note = URL(filePath: path).deletingPathExtension().appendingPathExtension("json")
        guard FileManager.default.fileExists(atPath: note.path) else { return }
        transcript = try JSONDecoder().decode(Note.self, from: Data(contentsOf: note)).text
    }

    /// The recording as a 16 kHz WAV file in `folder`, which every recogniser can read, and its length.
    func wav(in folder: String) async throws -> (path: String, seconds: Double) {
        let name = URL(filePath: path).deletingPathExtension().lastPathComponent
        let target = "\(folder)/\(name).wav"
        let writer = try WAVWriter(path: target, sampleRateHz: AudioBuffer.sampleRateHz, ifExists: .replace)
        for try await buffer in try await AudioFile.open(.file(path: path)).buffers() {
            try await writer.append(buffer.samples)
        }
        return (target, try await writer.finish())
    }

    /// Recordings as such WAV files, in their order; those of one name from different folders stay apart.
    static func wavs(
        of recordings: [BenchRecording], in folder: String
    ) async throws -> [(path: String, seconds: Double)] {
        var wavs: [(path: String, seconds: Double)] = []
        for (number, recording) in recordings.enumerated() {
            let place = "\(folder)/\(number)"
            try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
            wavs.append(try await recording.wav(in: place))
        }
        return wavs
    }
}
