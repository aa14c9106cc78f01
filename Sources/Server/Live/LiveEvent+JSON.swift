import Delivery
import Evaluation
import Interview
import Practice
import Service
import Signal
import Speech
import Web

extension LiveEvent {
    /// The event as it is sent: its type, its number, and what it says.
    ///
    /// - Parameter sampleRateHz: the rate of the client's sound, in which places are told as samples.
    func json(sequence: Int, sampleRateHz rate: Int) -> String {
        var writer = JSONWriter()
        writer.object { writer in
            writer.field("type") { $0.write(type) }
            writer.field("sequence") { $0.write(sequence) }
            write(to: &writer, rate)
        }
        return writer.text
    }

    private var type: String {
        switch self {
        case .question: "question"
        case .listening: "listening"
        case .resumed: "resumed"
        case .answer(let event): event.type
        case .bargeIn: "barge_in"
        case .paused: "paused"
        case .continued: "continued"
        case .final: "final"
        case .delivery: "delivery"
        case .scores: "scores"
        case .feedback: "feedback"
        case .problem: "error"
        case .end: "end"
        }
    }

    private func write(to writer: inout JSONWriter, _ rate: Int) {
        switch self {
        case .question(let question): question.write(to: &writer)
        case .listening(let seconds):
            writer.time(seconds)
            writer.field("samples") { $0.write(Int((seconds * Double(rate)).rounded())) }
        case .resumed(let seconds, let isListening):
            writer.time(seconds)
            writer.field("samples") { $0.write(Int((seconds * Double(rate)).rounded())) }
            writer.field("listening") { $0.write(isListening) }
        case .answer(let event): event.write(to: &writer)
        case .bargeIn(let seconds), .paused(let seconds), .continued(let seconds): writer.time(seconds)
        case .final(let analysis): Self.write(analysis, to: &writer)
        case .delivery(let report): report.write(to: &writer)
        case .scores(let evaluation):
            PracticeScores.ofAnswer.writeFields(
                PracticeScores(evaluation, overall: evaluation.overall), to: &writer)
        case .feedback(let evaluation): Self.feedback.writeFields(evaluation, to: &writer)
        case .problem(let problem):
            writer.field("code") { $0.write(problem.code.rawValue) }
            writer.field("detail") { $0.write(problem.detail) }
            writer.field("retry_after") { problem.retryAfterSeconds.write(to: &$0) }
        case .end(let summary, let answers):
            writer.field("completed") { $0.write(summary != nil) }
            writer.field("overall") { (summary?.meanOverall).map(PracticeScores.shown).write(to: &$0) }
            writer.field("answers") { $0.write(answers) }
        }
    }

    private static func write(_ analysis: AnswerAnalysis, to writer: inout JSONWriter) {
        writer.field("text") { $0.write(analysis.transcript.text) }
        writer.field("seconds") { $0.write(analysis.delivery.durationSeconds.milliseconds) }
        writer.field("recognizer") { $0.write(analysis.transcript.recognizer) }
        writer.field("expected_word_error_rate") {
            analysis.transcript.expectedWordErrorRate.map(\.milliseconds).write(to: &$0)
        }
        writer.field("words") { writer in
            writer.list(analysis.transcript.words) { word, writer in
                writer.object { word.write(to: &$0) }
            }
        }
    }

    private static let feedback = ReplyForm<Evaluation>(
        "LiveFeedback",
        [
            ReplyField("narrative", "It all in two to four sentences.") { $0.narrative },
            ReplyField("strengths", "What was done well.") { $0.strengths },
            ReplyField("weaknesses", "What weakened it.") { $0.weaknesses },
            ReplyField("missing_points", "What was expected and not found.") { $0.missingPoints },
            ReplyField("suggestions", "What to do next time.") { $0.suggestions },
            ReplyField("sentiment", "How it went in one word.") { $0.sentiment.rawValue },
            ReplyField("judges", "Who judged.") { $0.judges },
            ReplyField("needs_review", "Whether a person should look at it.") { $0.needsReview ?? false },
        ])
}

extension LiveQuestion {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.field("question_id") { $0.write(number) }
        writer.field("number") { $0.write(place) }
        writer.field("total") { $0.write(count) }
        writer.field("text") { $0.write(text) }
        writer.field("reason") { $0.write(reason) }
        writer.field("follow_up") { $0.write(isFollowUp) }
        writer.field("audio") { writer in
            guard let sound else { return writer.writeNull() }
            writer.object { writer in
                writer.field("media_type") { $0.write("audio/wav") }
                writer.field("bytes") { $0.write(sound.count) }
            }
        }
    }
}

extension AnswerEvent {
    fileprivate var type: String {
        switch self {
        case .level: "level"
        case .speech: "speech"
        case .partial: "partial"
        case .word: "word"
        case .filler: "filler"
        case .pause: "pause"
        case .pace: "pace"
        }
    }

    fileprivate func write(to writer: inout JSONWriter) {
        switch self {
        case .level(let level, let seconds, let silent):
            writer.time(seconds)
            writer.field("rms_dbfs") { $0.write(PracticeScores.shown(level.rmsDBFS)) }
            writer.field("peak_dbfs") { $0.write(PracticeScores.shown(level.peakDBFS)) }
            writer.field("silent_seconds") { silent.map(\.milliseconds).write(to: &$0) }
        case .speech(let seconds): writer.time(seconds)
        case .partial(let text, let seconds):
            writer.time(seconds)
            writer.field("text") { $0.write(text) }
        case .word(let word), .filler(let word): word.write(to: &writer)
        case .pause(let range):
            writer.range(range)
            writer.field("seconds") { $0.write(range.durationSeconds.milliseconds) }
        case .pace(let live):
            writer.time(live.elapsedSeconds)
            writer.field("syllables_per_second") {
                live.paceNow.value.map(\.milliseconds).write(to: &$0)
            }
            writer.field("speaking_seconds") { $0.write(live.speakingSeconds.milliseconds) }
            writer.field("fillers") { $0.write(live.fillerCount) }
            writer.field("pauses") { $0.write(live.pauseCount) }
        }
    }
}

extension DeliveryReport {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.field("seconds") { $0.write(durationSeconds.milliseconds) }
        writer.field("speaking_seconds") { $0.write(speakingSeconds.milliseconds) }
        writer.field("words") { $0.write(wordCount) }
        for (name, figure) in [
            ("words_per_minute", wordsPerMinute),
            ("syllables_per_second", articulationRateSyllablesPerSecond),
            ("response_latency_seconds", responseLatencySeconds),
            ("speaking_share", phonationTimeRatio), ("fillers_per_minute", fillersPerMinute),
            ("median_pause_seconds", medianPauseSeconds), ("longest_pause_seconds", longestPauseSeconds),
            ("speech_level_dbfs", speechLevelDBFS),
        ] {
            writer.field(name) { figure.value.map(\.milliseconds).write(to: &$0) }
        }
        writer.field("pauses") { writer in
            writer.list(pauses) { pause, writer in writer.object { $0.range(pause) } }
        }
        writer.field("fillers") { writer in
            writer.list(fillers) { filler, writer in
                writer.object { writer in
                    writer.field("kind") { $0.write(filler.kind.rawValue) }
                    writer.field("text") { $0.write(filler.text) }
                    writer.range(filler.time)
                }
            }
        }
    }
}

extension Word {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.field("text") { $0.write(text) }
        writer.range(time)
        writer.field("confidence") { confidence.map(\.milliseconds).write(to: &$0) }
    }
}

extension JSONWriter {
    fileprivate mutating func time(_ seconds: Double) {
        field("time") { $0.write(seconds.milliseconds) }
    }

    fileprivate mutating func range(_ range: TimeRange) {
        field("start") { $0.write(range.startSeconds.milliseconds) }
        field("end") { $0.write(range.endSeconds.milliseconds) }
    }
}

extension Double {
    /// To the thousandth: seconds to the millisecond.
    var milliseconds: Double { (self * 1000).rounded() / 1000 }
}
