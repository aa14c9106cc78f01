import Delivery
import Signal
import Speech

/// Shows how an answer was spoken: the figures, what they mean and what to practise.
struct DeliveryView {
    let page: Page

    /// Shows an answer against the speaker's earlier ones, where they are known.
    func show(_ analysis: AnswerAnalysis, history: DeliveryHistory? = nil) {
        let report = analysis.delivery
        page.heading("How it was said")
        figure("Pace", report.wordsPerMinute) { "\(TextLayout.number($0)) words a minute" }
        figure("Articulation", report.articulationRateSyllablesPerSecond) {
            "\(TextLayout.number($0, places: 1)) syllables a second of speech"
        }
        figure("Longest pause", report.longestPauseSeconds) {
            "\(TextLayout.number($0, places: 1)) s, of \(report.pauseCount)"
                + (report.pauseCount == 1 ? " pause" : " pauses") + pausePlaces(report)
        }
        figure("Fillers", report.fillersPerMinute) { rate in
            FillerRateText.of(rate) + fillers(report)
        }
        fillerPlaces(report)
        if let taken = report.disfluencies, report.wordCount > 0 {
            page.figure("Repeats and restarts", disfluencies(taken))
        }
        if let pitch = report.pitch {
            figure("Pitch", pitch.variationSemitones) {
                "varies by \(TextLayout.number($0, places: 1)) semitones" + median(pitch)
            }
        }
        if let loudness = report.loudness {
            figure("Loudness", loudness.variationDB) {
                "varies by \(TextLayout.number($0, places: 1)) dB from syllable to syllable"
            }
        }
        figure("Speaking", report.phonationTimeRatio) {
            "\(TextLayout.number($0 * 100)) % of the time, \(ClockTime(report.speakingSeconds)) in all"
        }
        for problem in analysis.quality.problems {
            page.item("\(problem.explanation) \(problem.advice)", mark: "!", style: page.palette.poor)
        }
        let feedback = DeliveryFeedback(analysis, history: history)
        // What is wrong with the recording stands above.
        for observation in feedback.observations where observation.kind != .recording { show(observation) }
        for drill in feedback.drills { page.item(drill, mark: "→", style: page.palette.accent) }
    }

    /// How many of the pauses lie inside phrases.
    private func pausePlaces(_ report: DeliveryReport) -> String {
        let inside = report.pauseDetails?.pauses.count { $0.place == .insidePhrase } ?? 0
        return inside > 0 ? ", \(inside) inside a phrase" : ""
    }

    private func median(_ pitch: PitchFigures) -> String {
        pitch.medianHz.value.map { " around \(TextLayout.number($0)) Hz" } ?? ""
    }

    private func figure(_ name: String, _ figure: Figure, words: (Double) -> String) {
        if let value = figure.value {
            page.figure(name, words(value))
        } else {
            page.figure(name, "–", remark: figure.absentBecause ?? "")
        }
    }

    /// The fillers by how often they were heard.
    private func fillers(_ report: DeliveryReport) -> String {
        let heard = report.fillers.filter { $0.kind != .hedge }
        return heard.isEmpty ? "" : ": " + commonest(heard.map(\.text))
    }

    /// How many fillers of each class there are in a hundred words, and the first of them in the words around them.
    private func fillerPlaces(_ report: DeliveryReport) {
        if let rates = report.fillerRates, !report.fillers.isEmpty {
            let classes = [
                (rates.filledPauses, "filled pauses"), (rates.lexical, "lexical"), (rates.hedges, "hedges"),
            ]
            let heard = classes.filter { ($0.0.value ?? 1) > 0 }.compactMap { rate, name in
                rate.value.map { "\(TextLayout.number($0, places: 1)) \(name)" }
            }
            page.figure(
                "Fillers in 100 words", heard.isEmpty ? "–" : heard.joined(separator: ", "),
                remark: rates.lexical.absentBecause ?? "")
        }
        let said = report.fillers.filter { $0.kind != .hedge }
        for filler in said.prefix(Self.mostPlaces) {
            guard let context = filler.context else { continue }
            let words = [context.before, "[\(filler.text)]", context.after].filter { !$0.isEmpty }
            page.figure("  at \(ClockTime(filler.time.startSeconds))", words.joined(separator: " "))
        }
        if said.count > Self.mostPlaces { page.figure("", "and \(said.count - Self.mostPlaces) more") }
    }

    /// So many fillers are shown with their words; more would hide the rest.
    private static let mostPlaces = 6

    /// How often words were said again and begun again, and which.
    private func disfluencies(_ taken: Disfluencies) -> String {
        guard !taken.found.isEmpty else { return "none heard" }
        let counts = [
            (taken.repetitionCount, "repetition", "repetitions"), (taken.restartCount, "restart", "restarts"),
        ]
        let named = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }
        return named.joined(separator: ", ") + ": " + commonest(taken.found.map(\.text))
    }

    /// The four texts heard most, with how often where it was more than once.
    private func commonest(_ texts: [String]) -> String {
        let counts = Dictionary(grouping: texts) { $0 }.mapValues(\.count)
        let listed = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(4)
        return listed.map { $0.value > 1 ? "\($0.key) ×\($0.value)" : $0.key }.joined(separator: ", ")
    }

    private func show(_ observation: Observation) {
        switch observation.judgement {
        case .strength: page.item(observation.text, mark: "+", style: page.palette.good)
        case .neutral: page.item(observation.text, mark: "·", style: page.palette.dim)
        case .weakness: page.item(observation.text, mark: "-", style: page.palette.fair)
        }
    }
}
