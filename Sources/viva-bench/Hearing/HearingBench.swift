import ArgumentParser
import FoundationEssentials
import Speech

/// How well recordings are heard, by stock PocketSphinx and by each of Viva's levers.
struct HearingBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hearing",
        abstract:
            "Words, key terms, filled pauses, word times and cost of hearing, against stock PocketSphinx.",
        discussion: """
            A corpus is a folder with a manifest.tsv, as Docs/Corpus.md describes. Every recording is heard by every
            lever in a process of its own, one after the other, and the process is measured.

            Answers to known questions may not share a run of five words with what the recogniser is told of the
            question: the run stops when they do.

            EXAMPLES
              viva-bench hearing --corpus recordings
              viva-bench hearing --answers bench/answers --levers stock segmentation --limit 5
              viva-bench hearing --corpus recordings --json hearing.json --sets ami_meeting
              viva-bench hearing --answers bench/answers --check
              VIVA_BENCH_PYTHON=peers/bin/python VIVA_BENCH_CT2=peers/model \\
                viva-bench hearing --corpus recordings --levers whisper faster-whisper
            """)

    @Option(parsing: .upToNextOption, help: "Folders with a manifest.tsv.") var corpus: [String] = []
    @Option(help: "The folder of the technical answers; the script `make` beside it makes their recordings.")
    var answers: String?
    @Option(parsing: .upToNextOption, help: "Only these sets.") var sets: [String] = []
    @Option(
        parsing: .upToNextOption,
        help:
            "Only these levers: \(HearingLever.named.map(\.name).joined(separator: ", ")); those up to fillers when none is named."
    )
    var levers: [String] = []
    @Option(help: "At most so many recordings of each set, evenly spread.") var limit: Int?
    @Option(
        parsing: .upToNextOption,
        help:
            """
            Files and folders whose texts models are made of: single terms that stand in them are left out, and answers \
            may not share five words in a row with them either.
            """)
    var modelTexts: [String] = []
    @Option(help: "Write the figures and all transcripts here, after each recording those so far.") var json:
        String?
    @Option(help: "Print the table of a file written by --json and hear nothing.") var show: String?
    @Flag(help: "Only read the corpora and check them.") var check = false

    func validate() throws {
        guard !corpus.isEmpty || answers != nil || show != nil else {
            throw ValidationError("Name a --corpus or --answers.")
        }
        if let limit, limit < 1 { throw ValidationError("--limit is at least 1.") }
        for name in levers where !HearingLever.named.contains(where: { $0.name == name }) {
            throw ValidationError("There is no lever \(name).")
        }
    }

    func run() async throws {
        if let show {
            let report = try JSONDecoder().decode(
                HearingReport.self, from: Data(contentsOf: URL(filePath: show)))
            return print(report.table())
        }
        var folders = corpus
        if let answers { folders += try SpokenAnswers.corpora(of: answers) }
        var recordings = try folders.flatMap(CorpusTable.read).filter {
            sets.isEmpty || sets.contains($0.set)
        }
        guard !recordings.isEmpty else { throw ValidationError("There is nothing to hear in these sets.") }
        let known = try ModelTexts(modelTexts)
        try checkHeldOut(recordings, from: known)
        let leftOut = recordings.filter(known.holdTerm(of:)).map { "\($0.set), \($0.id)" }
        recordings.removeAll(where: known.holdTerm(of:))
        let all = recordings
        recordings = limited(recordings)
        if check { return printContents(recordings, leftOut) }

        let chosen =
            levers.isEmpty
            ? HearingLever.all : HearingLever.named.filter { levers.contains($0.name) }
        let peers = try peers(of: chosen)
        let report = try await TemporaryFolder.use { folder in
            var run = HearingRun(levers: chosen, folder: folder, peers: peers)
            for (number, recording) in recordings.enumerated() {
                ProgressNote.write("\(number + 1)/\(recordings.count) \(recording.set) \(recording.id)")
                try await run.hear(recording, other: Self.otherQuestion(for: recording, in: all))
                // A run takes hours; one that is broken off leaves what it has.
                if let json {
                    try run.report(leftOut: leftOut).json().write(to: URL(filePath: json), options: .atomic)
                }
            }
            return run.report(leftOut: leftOut)
        }
        print(report.table())
        for failure in report.failures { print("failed: \(failure)") }
        if !leftOut.isEmpty { print("left out, their terms stand in the texts of models: \(leftOut.count)") }
        if !report.failures.isEmpty { throw ExitCode.failure }
    }

    /// What the peers among the levers need; that it is missing is said before anything is heard.
    private func peers(of levers: [HearingLever]) throws -> PeerSetup? {
        guard levers.contains(where: \.needsPeers) else { return nil }
        return try PeerSetup.checked(environment: ProcessInfo.processInfo.environment)
    }

    /// The question half the set away, so that neighbours of one topic do not help each other.
    static func otherQuestion(
        for recording: BenchRecording, in recordings: [BenchRecording]
    ) -> BenchRecording? {
        guard let question = recording.context?.question else { return nil }
        var seen: Set<String> = []
        let questions = recordings.filter {
            $0.set == recording.set && $0.context.map { seen.insert($0.question).inserted } == true
        }
        guard questions.count > 1,
            let place = questions.firstIndex(where: { $0.context?.question == question })
        else { return nil }
        return questions[(place + questions.count / 2) % questions.count]
    }

    private func checkHeldOut(_ recordings: [BenchRecording], from texts: ModelTexts) throws {
        let inModels = HeldOutCheck(known: texts.texts)
        let problems = recordings.flatMap { recording -> [String] in
            guard let context = recording.context, let transcript = recording.transcript else { return [] }
            let known = HeldOutCheck(known: [context.question] + context.sampleAnswers + context.keyPoints)
            return (known.sharedRuns(transcript) + inModels.sharedRuns(transcript))
                .map { "\(recording.id): \($0)" }
        }
        guard problems.isEmpty else {
            throw CorpusFailure(
                "These runs of words are spoken and known beforehand; say them otherwise or take them out there:\n"
                    + problems.joined(separator: "\n"))
        }
    }

    /// Of each set at most so many, in the order of the corpora.
    private func limited(_ recordings: [BenchRecording]) -> [BenchRecording] {
        guard let limit else { return recordings }
        let places = Dictionary(grouping: recordings.indices) { recordings[$0].set }
        return places.values.flatMap { $0.evenlySpread(limit) }.sorted().map { recordings[$0] }
    }

    private func printContents(_ recordings: [BenchRecording], _ leftOut: [String]) {
        print("set\tkind\trecordings\twith words\twith word times\twith timed fillers\tquestions\tterms")
        for (set, group) in Dictionary(grouping: recordings, by: \.set).sorted(by: { $0.key < $1.key }) {
            let counts = [
                group.count, group.count { $0.transcript != nil }, group.count { $0.words != nil },
                group.count { $0.fillers != nil }, Set(group.compactMap(\.context?.question)).count,
                Set(group.flatMap(\.terms).map(\.written)).count,
            ]
            print(([set, group[0].kind.rawValue] + counts.map(String.init)).joined(separator: "\t"))
        }
        for recording in leftOut { print("left out: \(recording)") }
    }
}
