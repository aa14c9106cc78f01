import ArgumentParser
import Foundation
import Speech

/// How right the figures of the delivery are, against references in the same run.
struct DeliveryBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delivery",
        abstract: "How right pauses, syllables, pitch and the other figures of the delivery are.",
        discussion: """
            References are made signals whose answer is known, the words of a corpus, and other programs on the same \
            samples: Praat and Silero VAD (bench/peers/README.md says how they are installed). Without these the parts \
            are measured that need none, and without recordings those that need no recordings.

            EXAMPLES
              viva-bench delivery
              viva-bench delivery --corpus recordings --json delivery.json
              VIVA_BENCH_PYTHON=peers/bin/python viva-bench delivery --corpus recordings --parts syllables,pitch
            """)

    @Option(parsing: .upToNextOption, help: "Folders with a manifest.tsv.") var corpus: [String] = []
    @Option(help: "A tab-separated table with the columns file and transcript.") var manifest: String?
    @Option(
        parsing: .upToNextOption,
        help: "Only these parts: \(DeliveryPart.allCases.map(\.rawValue).joined(separator: ",")).")
    var parts: [String] = []
    @Option(help: "Who hears the words for words a minute.") var words: BenchEar?
    @Option(help: "Write the figures here, after each part those so far.") var json: String?

    func validate() throws { _ = try chosenParts() }

    func run() async throws {
        let parts = try chosenParts()
        var figures = DeliveryFigures()
        var recordings: [DeliveryRecording] = []
        if parts.contains(where: \.needsRecordings) {
            let known = try tables.flatMap(CorpusTable.read)
            guard !known.isEmpty else { throw ValidationError("There is nothing to hear in these corpora.") }
            let python = peer(for: parts, &figures)
            recordings = try await TemporaryFolder.use { folder in
                try await read(known, in: folder, python: python, &figures)
            }
        }
        for part in parts where figures.peer != nil || !part.needsPeer {
            ProgressNote.write(part.rawValue)
            figures.rows += try await rows(part, recordings)
            if let json { try figures.json().write(to: URL(filePath: json), options: .atomic) }
        }
        print(figures.table())
    }

    /// The figures of one part.
    private func rows(_ part: DeliveryPart, _ recordings: [DeliveryRecording]) async throws -> [DeliveryRow] {
        switch part {
        case .made: try await MadePauses.rows()
        case .pauses: RealPauses.rows(recordings)
        case .syllables: try SyllableRates.rows(recordings)
        case .tones: TonePitch.rows()
        case .pitch: PitchAgreement.rows(recordings)
        case .intensity: try await IntensityAgreement.rows(recordings)
        case .words: if let words { try await WordRates.rows(recordings, heardBy: words) } else { [] }
        case .speed: try await PartSpeeds.rows(recordings)
        }
    }

    /// The interpreter of the peers; without it, what cannot be measured is noted.
    private func peer(for parts: [DeliveryPart], _ figures: inout DeliveryFigures) -> PeerPython? {
        let missed = parts.filter { $0.missedWithoutPeer != nil }
        guard !missed.isEmpty else { return nil }
        let python = PeerPython(environment: ProcessInfo.processInfo.environment)
        do {
            try python.check(for: PeerDelivery.script, needing: PeerDelivery.packages)
            return python
        } catch {
            let names = missed.map { "\($0.rawValue) (\($0.missedWithoutPeer ?? ""))" }
            figures.leftOut.append("\(names.joined(separator: ", ")): \(error)")
            return nil
        }
    }

    /// Reads recordings as all that measures them hears them: the same 16 bits of every sample.
    private func read(
        _ known: [BenchRecording], in folder: String, python: PeerPython?, _ figures: inout DeliveryFigures
    ) async throws -> [DeliveryRecording] {
        let wavs = try await BenchRecording.wavs(of: known, in: folder)
        let peer = try python.map { try PeerDelivery(of: wavs.map(\.path), by: $0) }
        figures.peer = peer?.name
        var recordings: [DeliveryRecording] = []
        for (number, wav) in wavs.enumerated() {
            recordings.append(
                DeliveryRecording(
                    known: known[number], samples: try await BenchSamples.read(wav.path),
                    peer: peer?.recordings[number]))
        }
        return recordings
    }

    /// The corpora to measure on.
    private var tables: [String] { corpus + (manifest.map { [$0] } ?? []) }

    /// The parts to measure.
    private func chosenParts() throws -> [DeliveryPart] {
        try DeliveryPart.chosen(parts, hasRecordings: !tables.isEmpty, hasEar: words != nil)
    }
}
