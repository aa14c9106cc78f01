import ArgumentParser
import Audio
import Delivery
import Practice
import Recognition
import Speech

/// Whether a word's confidence is the chance that it is right.
struct ConfidenceBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "confidence",
        abstract: "The reliability of the confidences: how many words of each confidence are right.",
        discussion: """
            Hears recordings whose words are known and counts the right ones by their confidence. The expected
            calibration error is the mean difference of both, each bin counted by its words. The straight line tells a
            recording's word error rate from the mean confidence of its words: least squares, each recording counted by its
            words.

            EXAMPLES
              viva-bench confidence --manifest recordings.tsv
              viva-bench confidence --two-ears --manifest recordings/manifest.tsv
              viva-bench confidence --live-quick --manifest recordings/manifest.tsv
            """)

    @Argument(help: "Recordings; a JSON file beside one holds its \"text\".") var files: [String] = []
    @Option(help: "A tab-separated table with the columns file and transcript.") var manifest: String?
    @Option(help: "How many bins.") var bins = 10
    /// What hears, where it is not PocketSphinx as it is, a whole utterance at a time.
    private enum Way: String, EnumerableFlag {
        case withoutVerification, twoEars, live, liveCareful, liveQuick

        static func help(for way: Way) -> ArgumentHelp? {
            switch way {
            case .withoutVerification: "Take the confidence from the search for words alone."
            case .twoEars: "Hear by two ears, as the lever two-ears of `hearing` does."
            case .live: "Hear as the lever live of `hearing` does, without a question."
            case .liveCareful: "The same as the lever live-careful."
            case .liveQuick: "The same as the lever live-quick."
            }
        }
    }

    @Flag private var way: Way?

    func validate() throws {
        guard bins > 0 else { throw ValidationError("--bins is at least 1.") }
        guard !files.isEmpty || manifest != nil else {
            throw ValidationError("Name recordings or a --manifest.")
        }
    }

    func run() async throws {
        var recordings = try files.map { try BenchRecording(path: $0) }
        if let manifest { recordings += try CorpusTable.read(manifest) }
        let recognizer = try await recognizer()
        var outcomes: [(confidence: Double, isRight: Bool)] = []
        var points: [ErrorLine.Point] = []
        print("recording\twords\tmean confidence\tright\texpected WER\tWER")
        for recording in recordings {
            let reference = SpokenWords.words(recording.transcript ?? "")
            guard !reference.isEmpty else { continue }
            let words = try await hear(recording.path, with: recognizer)
            let heard = words.map(\.text)
            let right = WordErrorRate.matches(reference: reference, hypothesis: heard)
            let confidences = words.compactMap(\.confidence)
            outcomes += zip(confidences, right).map { ($0, $1) }
            let mean = confidences.reduce(0, +) / Double(max(1, confidences.count))
            let share = Double(right.count { $0 }) / Double(max(1, right.count))
            let expected = recognizer.expectedWordErrorRate(meanConfidence: mean) ?? .nan
            let rate = WordErrorRate(reference: reference, hypothesis: heard).rate
            if !confidences.isEmpty {
                points.append(ErrorLine.Point(meanConfidence: mean, rate: rate, words: reference.count))
            }
            let name = recording.path.split(separator: "/").last.map(String.init) ?? ""
            print(
                ([name, "\(words.count)"] + [mean, share, expected, rate].map(Spread.text)).joined(
                    separator: "\t"))
        }
        report(ReliabilityTable(outcomes, bins: bins))
        report(ErrorLine(points), recordings: points.count)
    }

    private func recognizer() async throws -> any Recognizer {
        switch way {
        case .twoEars: return try await BenchEar.twoEars.make()
        case .live: return try await BenchEar.pocketSphinx.make()
        case .liveCareful: return try await BenchEar.pocketSphinx.make(.careful)
        case .liveQuick: return try await BenchEar.pocketSphinx.make(.quick)
        case .withoutVerification, .none:
            var options = PocketSphinxOptions()
            options.verification = way == nil ? .on : .off
            return try PocketSphinxRecognizer(options: options)
        }
    }

    /// The words without filled pauses, which the references lack.
    private func hear(_ path: String, with recognizer: any Recognizer) async throws -> [Word] {
        let words: [Word]
        switch way {
        case .live, .liveCareful, .liveQuick:
            // Nothing of the recording before: another person speaks.
            try await recognizer.expect(nil)
            words = try await HearingLever.words(of: path, along: recognizer)
        case .withoutVerification, .twoEars, .none:
            let analyzer = AnswerAnalyzer(recognizer: recognizer, fillers: .asHeard)
            words = try await analyzer.analyze(AudioFile.open(.file(path: path))).transcript.words
        }
        return words.filter { !$0.isFilledPause }
    }

    private func report(_ table: ReliabilityTable) {
        print("\nconfidence\twords\tmean\tright")
        for bin in table.bins {
            let bounds = [bin.confidences.lowerBound, bin.confidences.upperBound].map(Spread.text)
            let figures =
                bin.count == 0 ? ["–", "–"] : [bin.meanConfidence, bin.shareRight].map(Spread.text)
            print(([bounds.joined(separator: " to "), "\(bin.count)"] + figures).joined(separator: "\t"))
        }
        guard let error = table.expectedCalibrationError else { return }
        print("\(table.count) words, expected calibration error \(Spread.text(error))")
    }

    private func report(_ line: ErrorLine?, recordings: Int) {
        guard let line else { return }
        let slope = "\(line.slope < 0 ? "-" : "+") \(Spread.text(abs(line.slope)))"
        print(
            "\(recordings) recordings, word error rate = \(Spread.text(line.intercept)) \(slope) · mean confidence; "
                + "mean distance from the line \(Spread.text(line.meanDistance))")
    }
}
