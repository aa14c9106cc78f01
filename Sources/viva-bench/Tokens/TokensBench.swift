import ArgumentParser
import Audio
import Foundation
import Recognition
import Speech

/// Whether the native Whisper writes what CTranslate2 writes with the same weights, and in what time.
struct TokensBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tokens",
        abstract: "The tokens of the native Whisper against those of faster-whisper, with the same weights.",
        discussion: """
            Each clip is one window: the likeliest token each time, no prompt, no times, nothing tried again. The seconds \
            are processor time of hearing alone, without loading a model or reading a recording. Clips are recordings of \
            30 s at most. bench/peers/README.md says how the peer is installed.

            EXAMPLES
              viva-bench tokens --corpus recordings
              viva-bench tokens --corpus recordings --clips 100
            """)

    /// One window of the model.
    private static let limitSeconds = 30.0

    @Option(parsing: .upToNextOption, help: "Folders with a manifest.tsv.") var corpus: [String]
    @Option(help: "How many clips, evenly spread over the corpus.") var clips = 20

    private struct Outcome {
        var id: String
        var seconds: Double
        var tokens: [Int]
        var ownSeconds: Double
        var peer: PeerTokens.Clip
    }

    func validate() throws {
        guard clips > 0 else { throw ValidationError("--clips is at least 1.") }
    }

    func run() async throws {
        let peers = try PeerSetup.checked(environment: ProcessInfo.processInfo.environment)
        let model = try BenchEar.whisperModel()
        var short: [BenchRecording] = []
        for recording in try corpus.flatMap(CorpusTable.read) {
            let seconds = try await AudioFile.open(.file(path: recording.path)).info.durationSeconds
            if let seconds, seconds <= Self.limitSeconds { short.append(recording) }
        }
        guard !short.isEmpty else { throw ValidationError("The corpus has no recording of 30 s or less.") }
        let chosen = short.evenlySpread(clips)
        let outcomes = try await TemporaryFolder.use { folder in
            try await decode(chosen, by: model, and: peers, in: folder)
        }
        report(outcomes.clips, model: model, peer: outcomes.peer)
    }

    private func decode(
        _ recordings: [BenchRecording], by model: WhisperModel, and peers: PeerSetup, in folder: String
    ) async throws -> (clips: [Outcome], peer: String) {
        let wavs = try await BenchRecording.wavs(of: recordings, in: folder)
        let output = try peers.run("tokens.py", wavs.map(\.path)).output
        let peer = try PeerTokens(output: output, count: wavs.count)
        var outcomes: [Outcome] = []
        for (number, wav) in wavs.enumerated() {
            // Both hear the same 16 bits of every sample.
            let samples = try await BenchSamples.read(wav.path)
            let start = ProcessorTime.seconds
            let tokens = model.write(model.hear(samples), choice: .beam(1)).hypothesis.tokens
            outcomes.append(
                Outcome(
                    id: recordings[number].id, seconds: wav.seconds, tokens: tokens,
                    ownSeconds: ProcessorTime.seconds - start, peer: peer.clips[number]))
        }
        return (outcomes, peer.name)
    }

    private func report(_ outcomes: [Outcome], model: WhisperModel, peer: String) {
        for outcome in outcomes {
            guard let difference = TokenDifference(own: outcome.tokens, peer: outcome.peer.tokens) else {
                continue
            }
            let texts = [difference.own, difference.peer].map { tokens in
                "\(tokens) `\(model.vocabulary.text(of: tokens))`"
            }
            print("\(outcome.id), from token \(difference.place): \(texts[0]), peer \(texts[1])")
        }
        let equal = outcomes.count { $0.tokens == $0.peer.tokens }
        let own = outcomes.map(\.ownSeconds).reduce(0, +)
        let peerSeconds = outcomes.map(\.peer.seconds).reduce(0, +)
        let ratios = outcomes.map { $0.ownSeconds / $0.peer.seconds }
        print("\(model.name) against \(peer)")
        print("clips with equal tokens  \(equal) of \(outcomes.count)")
        print("audio, s                 \(Spread.text(outcomes.map(\.seconds).reduce(0, +)))")
        print("processor seconds a clip viva \(Spread.text(own / Double(outcomes.count)))")
        print("                         peer \(Spread.text(peerSeconds / Double(outcomes.count)))")
        print("viva / peer              \(Spread(ratios)): median (minimum to maximum)")
    }
}
