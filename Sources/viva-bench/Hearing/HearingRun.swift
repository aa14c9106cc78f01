import FoundationEssentials
import Recognition
import Speech

/// Hears recordings by levers, each as a whole process, and gathers what came of it.
///
/// The levers take turns on each recording, so that a machine that slows down slows all of them.
struct HearingRun {
    private let levers: [HearingLever]
    private let folder: String
    private let peers: PeerSetup?
    /// Started when a lever first asks it.
    private var server: TranscriptionServer?
    /// By lever, then set.
    private var figures: [String: [String: HearingFigures]] = [:]
    /// The sets in the order of the corpora.
    private var sets: [(name: String, kind: BenchRecording.Kind)] = []
    private var transcripts: [HearingReport.Transcript] = []
    private var failures: [String] = []

    /// A run that keeps its files in `folder`; levers that are peers need `peers`.
    init(levers: [HearingLever], folder: String, peers: PeerSetup? = nil) {
        self.levers = levers
        self.peers = peers
        self.folder = folder
    }

    /// Hears a recording by all levers.
    ///
    /// - Parameter other: a question that this recording does not answer, with its terms, for false key terms.
    mutating func hear(_ recording: BenchRecording, other: BenchRecording?) async throws {
        if !sets.contains(where: { $0.name == recording.set }) {
            sets.append((recording.set, recording.kind))
        }
        let (wav, seconds) = try await recording.wav(in: folder)
        defer { try? FileManager.default.removeItem(atPath: wav) }
        for lever in levers {
            var sum = figures[lever.name]?[recording.set] ?? HearingFigures()
            let run = attempt(lever, wav, recording.context, recording)
            if let run {
                sum.add(run.process, startSeconds: run.heard.startSeconds)
            } else {
                sum.failures += 1
            }
            let heard = run?.heard.words ?? []
            let score = RecordingScore(heard, of: recording)
            sum.add(score, seconds: seconds)
            if let other {
                // A lever that knows nothing of questions hears the same words whichever is asked.
                let misled =
                    lever.usesQuestion ? attempt(lever, wav, other.context, recording)?.heard.words : heard
                let terms = RecordingScore.falseTerms(misled ?? [], of: recording, offered: other.terms)
                sum.termsOffered += terms.offered
                sum.termsFalse += terms.shown
            }
            figures[lever.name, default: [:]][recording.set] = sum
            transcripts.append(
                HearingReport.Transcript(
                    lever: lever.name, set: recording.set, id: recording.id, seconds: seconds,
                    wordErrors: score.words?.errors, words: score.words?.referenceWords,
                    text: heard.map { $0.isUncertain ? "[\($0.text)?]" : $0.text }.joined(separator: " ")))
        }
    }

    /// What came of everything heard so far.
    func report(leftOut: [String]) -> HearingReport {
        var rows: [HearingReport.Row] = []
        for set in sets {
            for lever in levers {
                guard let sum = figures[lever.name]?[set.name] else { continue }
                rows.append(
                    HearingReport.Row(
                        lever: lever.name, set: set.name, kind: set.kind, isMean: false,
                        figures: sum.summary(against: figures["stock"]?[set.name])))
            }
        }
        for kind in BenchRecording.Kind.allCases {
            let means = levers.compactMap { lever -> HearingReport.Row? in
                let sums = rows.filter { $0.kind == kind && $0.lever == lever.name && !$0.isMean }
                guard !sums.isEmpty else { return nil }
                return HearingReport.Row(
                    lever: lever.name, set: "mean, \(kind.rawValue)", kind: kind, isMean: true,
                    figures: .mean(sums.map(\.figures)))
            }
            let stock = means.first { $0.lever == "stock" }
            rows += means.map { row in
                var row = row
                row.figures = row.figures.against(stock?.figures)
                return row
            }
        }
        return HearingReport(
            levers: Dictionary(levers.map { ($0.name, $0.summary) }) { first, _ in first }, rows: rows,
            transcripts: transcripts, failures: failures, leftOut: leftOut)
    }

    private mutating func attempt(
        _ lever: HearingLever, _ wav: String, _ context: HearingContext?, _ recording: BenchRecording
    ) -> (heard: HeardRecording, process: MeasuredProcess)? {
        do {
            switch lever.way {
            case .stock:
                let process = try StockRecognizer.run(wav)
                return (HeardRecording(words: StockRecognizer.words(process.output)), process)
            case .fasterWhisper:
                guard let peers else { return nil }
                let process = try peers.run("faster_whisper_once.py", [wav])
                return (try FasterWhisperAnswer.heard(process.output), process)
            case .own:
                let server = try server(for: lever)
                let before = server?.processorSeconds ?? 0
                let task = HearingTask(
                    path: wav, context: context, transcript: recording.transcript,
                    endpoint: server?.address)
                var run = try own(lever, task)
                if let server {
                    run.process.processorSeconds += server.processorSeconds - before
                    run.process.peakMegabytes += server.peakMegabytes
                }
                return run
            }
        } catch {
            failures.append("\(lever.name), \(recording.set), \(recording.id): \(error)")
            return nil
        }
    }

    /// The server that a lever asks; `nil` for one that asks none.
    private mutating func server(for lever: HearingLever) throws -> TranscriptionServer? {
        guard lever.asksServer, let peers else { return nil }
        let running = try server ?? TranscriptionServer(peers)
        server = running
        return running
    }

    /// Hears in a process of Viva's own.
    private func own(
        _ lever: HearingLever, _ task: HearingTask
    ) throws -> (heard: HeardRecording, process: MeasuredProcess) {
        let file = URL(filePath: folder).appending(path: "task.json")
        try JSONEncoder().encode(task).write(to: file)
        let process = try MeasuredProcess.run(
            Sibling.itself, ["hear-once", lever.name, file.path], showingErrors: true)
        return (try JSONDecoder().decode(HeardRecording.self, from: Data(process.output.utf8)), process)
    }
}
