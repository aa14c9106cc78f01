import ArgumentParser
import Audio
import FoundationEssentials
import Interview
import Recognition
import Speech

/// Makes recordings with filled pauses at known places out of real speech and real filled pauses.
struct SpliceBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "splice",
        abstract: "Put real filled pauses into real speech at known places, to measure how they are found.",
        discussion: """
            Each filled pause is altered every time (speed and pitch, length, tone, room, noise, level) and lands in the
            speech of other people only, in pauses and between words. The same seed makes the same recordings.
            """)

    @Option(help: "A folder with manifest.tsv: set, id, file, transcript.") var corpus: String
    @Option(help: "A tab-separated table: file, start, end, word, speaker, avoid (sets).") var fillers: String
    @Option(help: "The folder to write: audio/*.wav and manifest.tsv.") var output: String
    @Option(help: "Where the random choices start.") var seed: UInt64 = 7
    @Option(help: "Seconds from one filled pause to the next, about.") var spacing = 4.0
    @Option(help: "How often each recording is used, each time otherwise.") var rounds = 1
    @Option(help: "How much of each recording is used at most, in seconds.") var limit = 60.0
    @Option(help: "Use these speakers' filled pauses only, separated by commas.") var speakers: String?
    @Option(help: "Use one part of the recordings only, K/N: every N-th from the K-th on.") var part: String?

    func validate() throws {
        guard spacing > 0.5, limit > 1, rounds > 0 else {
            throw ValidationError("--spacing is above 0.5, --limit above 1 and --rounds above 0.")
        }
        guard part == nil || partNumbers != nil else {
            throw ValidationError("--part is K/N, for example 1/2.")
        }
    }

    func run() async throws {
        let folder = URL(filePath: corpus)
        var clips = try await FillerClip.table(fillers, corpus: folder)
        if let speakers {
            let wanted = Set(speakers.split(separator: ",").map(String.init))
            clips.removeAll { !wanted.contains($0.speaker) }
        }
        guard !clips.isEmpty else { throw ValidationError("The table has no filled pause to use.") }
        let target = URL(filePath: output)
        try FileManager.default.createDirectory(
            at: target.appending(path: "audio"), withIntermediateDirectories: true)
        var random = SplitMix64(seed: seed)
        var lines = ["set\tid\tfile\tseconds\ttranscript\tfillers\tspeaker"]
        let recognizer = try PocketSphinxRecognizer()
        for row in try receivers() {
            let suitable = clips.filter { !$0.avoidedSets.contains(row[0]) }
            let all = try await BenchSamples.read(folder.appending(path: row[2]).path)
            let samples = Array(all.prefix(AudioBuffer.sample(limit)))
            let audio = AudioBuffer(samples: samples)
            let words = try await recognizer.recognize(Utterance(audio: audio, speech: audio.time))
            let splicer = FillerSplicer(receiver: samples, words: words.map(\.time))
            for round in 1...rounds {
                let made = splicer.spliced(suitable, every: spacing, using: &random)
                guard !made.events.isEmpty else { continue }
                let id = rounds == 1 ? row[1] : "\(row[1])-\(round)"
                let file = "audio/\(row[0])--\(id).wav"
                let writer = try WAVWriter(
                    path: target.appending(path: file).path, sampleRateHz: AudioBuffer.sampleRateHz,
                    ifExists: .replace)
                try await writer.append(made.samples)
                let seconds = try await writer.finish()
                let events = made.events.map {
                    "\(Self.fixed($0.time.startSeconds))-\(Self.fixed($0.time.endSeconds)):\($0.word)"
                }
                let transcript = all.count > samples.count ? "" : row[3]
                lines.append(
                    [
                        row[0] + "+fillers", id, file, Self.fixed(seconds), transcript,
                        events.joined(separator: ";"),
                        made.events.map(\.speaker).joined(separator: ";"),
                    ].joined(separator: "\t"))
            }
        }
        try (lines.joined(separator: "\n") + "\n").write(
            to: target.appending(path: "manifest.tsv"), atomically: true, encoding: .utf8)
        print("\(lines.count - 1) recordings in \(output)")
    }

    /// The recordings without filled pauses of their own whose words are known.
    private func receivers() throws -> [[String]] {
        let path = URL(filePath: corpus).appending(path: "manifest.tsv").path
        let rows = try TabTable(path: path, columns: ["set", "id", "file", "transcript"]).rows.filter { row in
            let words = row[3].split(separator: " ").map(String.init)
            return !words.isEmpty && !words.contains { Word.filledPauses.contains($0) }
        }
        guard let (first, step) = partNumbers else { return rows }
        return rows.indices.filter { $0 % step == first - 1 }.map { rows[$0] }
    }

    private var partNumbers: (Int, Int)? {
        guard let numbers = part?.split(separator: "/").compactMap({ Int($0) }), numbers.count == 2,
            numbers[1] > 0, (1...numbers[1]).contains(numbers[0])
        else { return nil }
        return (numbers[0], numbers[1])
    }

    private static func fixed(_ seconds: Double) -> String {
        let milliseconds = Int((seconds * 1000).rounded())
        let fraction = String(milliseconds % 1000)
        return "\(milliseconds / 1000)." + String(repeating: "0", count: 3 - fraction.count) + fraction
    }
}
