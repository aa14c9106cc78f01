import ArgumentParser
import FoundationEssentials
import Speech

/// A real filled pause cut out of a recording.
struct FillerClip: Sendable {
    /// How it is written: um, uh, er, mm.
    var word: String
    /// Who says it.
    var speaker: String
    /// The sets of the corpus in which the same person speaks, so that nobody's sound lands in their own speech.
    var avoidedSets: Set<String>
    /// Its sound, with `edgeSeconds` more on both sides for the crossfade.
    var samples: [Float]

    /// How much of the sound around it is kept, in seconds.
    static let edgeSeconds = 0.01

    /// The clips of a table: tab-separated, with the columns file, start, end, word, speaker and avoid (sets, separated
    /// by commas). Files are relative to `corpus`; times are seconds.
    static func table(_ path: String, corpus: URL) async throws -> [FillerClip] {
        let rows = try TabTable(path: path, columns: ["file", "start", "end", "word", "speaker", "avoid"])
        var recordings: [String: [Float]] = [:]
        var clips: [FillerClip] = []
        for row in rows.rows {
            guard let start = Double(row[1]), let end = Double(row[2]), start >= 0, end > start else {
                throw ValidationError("\(path): \(row[1]) to \(row[2]) is no stretch of time in seconds.")
            }
            if recordings[row[0]] == nil {
                recordings[row[0]] = try await BenchSamples.read(corpus.appending(path: row[0]).path)
            }
            let sound = recordings[row[0]] ?? []
            let first = max(0, AudioBuffer.sample(start - edgeSeconds))
            let last = min(sound.count, AudioBuffer.sample(end + edgeSeconds))
            guard first < last else { throw ValidationError("\(path): \(row[0]) ends before \(end) s.") }
            clips.append(
                FillerClip(
                    word: row[3], speaker: row[4],
                    avoidedSets: Set(row[5].split(separator: ",").map(String.init)),
                    samples: Array(sound[first..<last])))
        }
        return clips
    }
}
