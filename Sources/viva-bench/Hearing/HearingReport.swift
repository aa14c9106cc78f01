import FoundationEssentials
import Speech

/// The results of a run, as a table for people and as JSON.
struct HearingReport: Codable {
    /// The figures of one lever on one set, or the mean over the sets of one kind.
    struct Row: Codable {
        var lever: String
        /// The set, or `mean` and the kind.
        var set: String
        var kind: BenchRecording.Kind
        var isMean: Bool
        var figures: HearingFigures.Summary
    }

    /// What one lever made of one recording.
    struct Transcript: Codable {
        var lever: String
        var set: String
        var id: String
        var seconds: Double
        var wordErrors: Int?
        var words: Int?
        var text: String
    }

    /// What each lever is.
    var levers: [String: String]
    var rows: [Row]
    var transcripts: [Transcript]
    /// Runs that failed.
    var failures: [String]
    /// Recordings that were not heard, because a term of theirs stands in the texts that models are made of.
    var leftOut: [String]

    /// The JSON document.
    func json() throws -> Data { try BenchJSON.data(self) }

    /// A table in Markdown for each lever's part: words and cost for every set, then what only some sets can tell.
    func table() -> String {
        var text = section(
            "Words and cost",
            [
                "recordings", "minutes", "words", "WER", "WER/stock", "RTF", "without start", "CPU/stock",
                "peak MB",
                "failed",
            ]
        ) { figures in
            [
                "\(figures.recordings)", cell(figures.minutes, 1), "\(figures.words)",
                cell(figures.wordErrorRate), cell(figures.wordErrorRateToStock), cell(figures.realTimeFactor),
                cell(figures.hearingRealTimeFactor), cell(figures.processorToStock),
                cell(figures.peakMegabytes, 0), "\(figures.failures)",
            ]
        }
        text += section(
            "Key terms",
            ["said", "recall", "with uncertain", "offered, not said", "false"], where: { $0.termsSaid > 0 }
        ) { figures in
            [
                "\(figures.termsSaid)", cell(figures.termRecall), cell(figures.termRecallWithUncertain),
                "\(figures.termsOffered)", cell(figures.falseTermShare, 4),
            ]
        }
        text += section(
            "Filled pauses",
            ["timed", "precision", "recall", "F1", "said", "heard"],
            where: { $0.fillersSaid + $0.fillersHeard + $0.fillerEvents > 0 }
        ) { figures in
            [
                "\(figures.fillerEvents)", cell(figures.fillerPrecision), cell(figures.fillerRecall),
                cell(figures.fillerF1), "\(figures.fillersSaid)", "\(figures.fillersHeard)",
            ]
        }
        text += section(
            "Word times, ms",
            ["boundaries", "median error", "p90 error", "bias of starts", "bias of ends"],
            where: { $0.boundaries > 0 }
        ) { figures in
            [
                "\(figures.boundaries)", cell(figures.medianBoundaryErrorMs, 0),
                cell(figures.p90BoundaryErrorMs, 0), cell(figures.medianStartBiasMs, 0),
                cell(figures.medianEndBiasMs, 0),
            ]
        }
        return text
    }

    private func section(
        _ title: String, _ columns: [String],
        where isShown: (HearingFigures.Summary) -> Bool = { _ in true },
        _ cells: (HearingFigures.Summary) -> [String]
    ) -> String {
        let shown = rows.filter { isShown($0.figures) }
        guard !shown.isEmpty else { return "" }
        let head = ["set", "lever"] + columns
        let lines = shown.map { row in
            [row.isMean ? "**\(row.set)**" : row.set, row.lever] + cells(row.figures)
        }
        return "\(title)\n\n" + MarkdownTable.text(head: head, lines: lines, labels: 2) + "\n\n"
    }

    private func cell(_ value: Double?, _ places: Int = 3) -> String {
        value.map { FixedPoint($0, places: places).description } ?? "–"
    }
}
