import ArgumentParser
import Audio
import FoundationEssentials
import Speech

/// A recording to measure on, with the words that are said in it where they are known.
struct BenchRecording {
    var path: String
    /// The words in lower case, fillers left out.
    var reference: [String]?

    private struct Note: Decodable { var text: String }

    /// A recording whose words stand in the JSON file beside it, if there is one.
    init(path: String) throws {
        self.path = path
        let note = URL(filePath: path).deletingPathExtension().appendingPathExtension("json")
        guard FileManager.default.fileExists(atPath: note.path) else { return }
        reference = Self.words(try JSONDecoder().decode(Note.self, from: Data(contentsOf: note)).text)
    }

    private init(path: String, reference: String) {
        self.path = path
        self.reference = Self.words(reference)
    }

    /// The recordings of a table: tab-separated, with a heading line that has the columns `file` and `transcript`.
    /// Files are relative to the table.
    static func manifest(_ path: String) throws -> [BenchRecording] {
        let text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
        let lines = text.split(separator: "\n").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false)
        }
        guard let heading = lines.first, let file = heading.firstIndex(of: "file"),
            let transcript = heading.firstIndex(of: "transcript")
        else { throw ValidationError("\(path) has no columns named file and transcript.") }
        let folder = URL(filePath: path).deletingLastPathComponent()
        return lines.dropFirst().filter { $0.count > max(file, transcript) && !$0[transcript].isEmpty }.map {
            BenchRecording(
                path: folder.appending(path: String($0[file])).path, reference: String($0[transcript]))
        }
    }

    /// A text as a word error rate compares it: lower case, no punctuation, no filled pauses.
    static func words(_ text: String) -> [String] {
        let fillers: Set<String> = ["um", "uh", "er", "erm", "hmm", "mm", "ah"]
        return text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "'") }.map(String.init)
            .filter { !fillers.contains($0) }
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
}
