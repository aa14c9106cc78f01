import ArgumentParser
import Recognition
import Speech

/// `viva transcribe` against `pocketsphinx_continuous`, as whole processes on the same WAV files.
struct TranscribeBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "transcribe",
        abstract: "Word error rate, real-time factor and peak memory against pocketsphinx_continuous.",
        discussion: "The peer comes with Debian's package pocketsphinx.")

    @Argument(help: "Recordings; a JSON file beside one may hold its \"text\".") var files: [String] = []
    @Option(help: "A tab-separated table with the columns file and transcript.") var manifest: String?
    @Option(help: "How often to run each pair.") var runs = 3
    @Option(help: "How many utterances viva decodes at once; the peer decodes one.") var jobs = 1

    private struct Side {
        var words = WordErrorRate()
        var realTimeFactors: [Double] = []
        var wallFactors: [Double] = []
        var peaks: [Double] = []

        mutating func add(_ run: MeasuredProcess, seconds: Double) {
            realTimeFactors.append(run.processorSeconds / seconds)
            wallFactors.append(run.wallSeconds / seconds)
            peaks.append(run.peakMegabytes)
        }

        mutating func add(_ rate: WordErrorRate) { words = words + rate }
    }

    func run() async throws {
        var recordings = try files.map { try BenchRecording(path: $0) }
        if let manifest { recordings += try CorpusTable.read(manifest) }
        guard !recordings.isEmpty else { throw ValidationError("Name recordings or a --manifest.") }
        try await TemporaryFolder.use { folder in try await measure(recordings, in: folder) }
    }

    private func measure(_ recordings: [BenchRecording], in folder: String) async throws {
        var viva = Side()
        var peer = Side()
        var ratios: [Double] = []
        var totalSeconds = 0.0
        print("recording\tseconds\tviva RTF\tpeer RTF\tviva WER\tpeer WER")
        for recording in recordings {
            let (wav, seconds) = try await recording.wav(in: folder)
            totalSeconds += seconds
            var pair: [(viva: MeasuredProcess, peer: MeasuredProcess)] = []
            for _ in 0..<max(1, runs) {
                pair.append(
                    (
                        try MeasuredProcess.run(
                            Sibling.viva, ["transcribe", "--no-times", "--quiet", "--jobs", "\(jobs)", wav]),
                        try StockRecognizer.run(wav)
                    ))
            }
            for run in pair {
                viva.add(run.viva, seconds: seconds)
                peer.add(run.peer, seconds: seconds)
                ratios.append(run.viva.processorSeconds / run.peer.processorSeconds)
            }
            var rates = ["–", "–"]
            if let transcript = recording.transcript, let run = pair.first {
                let peerText = StockRecognizer.words(run.peer.output).map(\.text).joined(separator: " ")
                let pair = [run.viva.output, peerText].map { text in
                    let heard = SpokenWords.words(text)
                    return WordAlignment(ReferenceLattice(transcript, heard: heard), heard: heard).rate
                }
                viva.add(pair[0])
                peer.add(pair[1])
                rates = pair.map { Spread.text($0.rate) }
            }
            let factors = [pair.map(\.viva), pair.map(\.peer)].map { runs in
                Spread.text(Spread(runs.map { $0.processorSeconds / seconds }).median)
            }
            let name = recording.path.split(separator: "/").last ?? ""
            print(([String(name), Spread.text(seconds)] + factors + rates).joined(separator: "\t"))
        }
        report(viva, peer, ratios: ratios, totalSeconds: totalSeconds)
    }

    private func report(_ viva: Side, _ peer: Side, ratios: [Double], totalSeconds: Double) {
        print(
            "\n\(Spread.text(totalSeconds)) s of audio, \(runs) runs of each pair: median (minimum to maximum)"
        )
        print("real-time factor (processor)   viva \(Spread(viva.realTimeFactors))")
        print("                               peer \(Spread(peer.realTimeFactors))")
        print("                          viva/peer \(Spread(ratios))")
        print("real-time factor (clock)       viva \(Spread(viva.wallFactors))")
        print("                               peer \(Spread(peer.wallFactors))")
        print("peak memory, MB                viva \(Spread(viva.peaks))")
        print("                               peer \(Spread(peer.peaks))")
        guard viva.words.referenceWords > 0 else { return }
        print("word error rate                viva \(Spread.text(viva.words.rate))")
        print("                               peer \(Spread.text(peer.words.rate))")
        print("                          viva/peer \(Spread.text(viva.words.rate / peer.words.rate))")
    }
}
