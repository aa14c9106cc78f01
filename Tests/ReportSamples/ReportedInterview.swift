import Delivery
import Evaluation
package import FoundationEssentials
package import Interview
import Signal
import Speech

/// Interviews for tests of reports, made without a recording.
package enum ReportedInterview {
    /// When all of them were begun.
    package static let date = Date(timeIntervalSince1970: 1_795_366_000)

    /// A question about indexes with two key points.
    package static func question(
        _ text: String = "What does an index do?", id: String = "index", kind: QuestionKind = .technical
    ) -> Question {
        Question(
            id: id, text: text, kind: kind, category: "databases", level: .mid,
            keyPoints: [
                KeyPoint(id: "rows", statement: "An index finds rows without reading the whole table."),
                KeyPoint(id: "writes", statement: "Writes become slower."),
            ])
    }

    /// The same to be answered with code, with labels.
    package static func codingQuestion(_ tags: [String]) -> Question {
        var question = question(kind: .coding)
        question.tags = tags
        return question
    }

    /// An interview that has begun.
    package static func begun(_ id: String = "a") -> Interview {
        Interview(id: id, plan: InterviewPlan(seed: 1), startedAt: date)
    }

    /// An interview of spoken answers, each with the words of its utterances.
    ///
    /// Every 17th word is doubtful, and those that say "ghost" were probably not said.
    package static func spoken(_ answers: [[String]], question: Question = question()) throws -> Interview {
        var interview = begun()
        for answer in answers {
            try ask(question, in: &interview)
            try interview.handle(.received(.spoken(recording: "answer.wav"), at: date))
            let analysis = analysis(answer)
            try interview.handle(.judged(analysis, evaluation(analysis, question)))
        }
        try interview.handle(.finished(at: date + 600))
        return interview
    }

    /// An interview of one question with typed takes.
    package static func typed(_ takes: [String], question: Question = question()) throws -> Interview {
        var interview = begun()
        try ask(question, in: &interview)
        for (index, text) in takes.enumerated() {
            if index > 0 { try interview.handle(.triedAgain) }
            try interview.handle(.received(.typed(text: text), at: date))
            let evaluation = RubricEvaluator().evaluate(JudgedAnswer(typed: text), against: question.rubric)
            try interview.handle(.judged(nil, evaluation))
        }
        try interview.handle(.finished(at: date + 600))
        return interview
    }

    /// An interview whose answer could not be analysed.
    package static func unjudged() throws -> Interview {
        var interview = begun()
        try ask(question(), in: &interview)
        try interview.handle(.received(.spoken(recording: "answer.wav"), at: date))
        try interview.handle(.analysisFailed(reason: "The recording answer.wav is no sound file."))
        return interview
    }

    /// An interview that was given up before an answer.
    package static func abandoned() throws -> Interview {
        var interview = begun()
        try ask(question(), in: &interview)
        try interview.handle(.abandoned(at: date + 20))
        return interview
    }

    /// An interview for practice whose spoken answer was given with a hint, tried again with code, corrected and reviewed by the
    /// person 5, as the whole interview was by the person 6.
    package static func reviewed() throws -> Interview {
        var question = codingQuestion(["sql"])
        question.hints = ["Think of a book."]
        var interview = begun()
        try ask(question, in: &interview)
        for code in [nil, "SELECT 1;"] {
            if code == nil {
                try interview.handle(.helped(.hint, number: 1))
            } else {
                try interview.handle(.triedAgain)
            }
            try interview.handle(.received(.spoken(recording: "answer.wav"), at: date, code: code))
            let analysis = analysis(["an index finds crows"])
            try interview.handle(.judged(analysis, evaluation(analysis, question)))
        }
        try interview.handle(.finished(at: date + 600))
        let text = "An index finds rows without reading the whole table."
        try interview.correct(
            turn: 1, take: 2,
            with: TranscriptCorrection(
                text: text, date: date + 86_400,
                evaluation: RubricEvaluator().evaluate(
                    JudgedAnswer(typed: text), against: question.rubric)))
        try interview.review(
            turn: 1, take: 2,
            as: HumanReview(
                score: 81.5, feedback: ["technical": "Sound."], notes: "Short.", reviewer: 5,
                date: date + 90_000))
        try interview.review(
            as: HumanReview(score: 70, notes: "On the way.", reviewer: 6, date: date + 90_000))
        return interview
    }

    /// An interview that was planned for a time, in a state that it can come to without being begun.
    package static func planned(_ state: InterviewState) throws -> Interview {
        var interview = Interview(
            id: "a", plan: InterviewPlan(seed: 1, fixed: [question(), question(id: "index-2")]),
            details: InterviewDetails(mode: .real),
            schedule: InterviewSchedule(start: date, durationMinutes: 45, place: "Room 4"),
            createdAt: date - 86_400)
        switch state {
        case .cancelled:
            try interview.handle(.cancelled(reason: "The candidate is ill.", at: date - 3600))
        case .noShow: try interview.handle(.missed(at: date + 3600))
        default: break
        }
        return interview
    }

    private static func ask(_ question: Question, in interview: inout Interview) throws {
        try interview.handle(.chose(question: question, followUp: nil, reason: "A question to begin with."))
        try interview.handle(.asked(recording: nil))
    }

    private static func analysis(_ utterances: [String]) -> AnswerAnalysis {
        var segments: [Transcript.Segment] = []
        var now = 0.5
        var count = 0
        for text in utterances {
            let start = now
            let words = text.split(separator: " ").map { word in
                defer {
                    now += 0.4
                    count += 1
                }
                return Word(
                    text: String(word), time: TimeRange(startSeconds: now, endSeconds: now + 0.35),
                    confidence: count % 17 == 16 ? 0.3 : 0.9, isUncertain: word == "ghost")
            }
            segments.append(
                Transcript.Segment(time: TimeRange(startSeconds: start, endSeconds: now), words: words))
            now += 0.8
        }
        let levels = (0..<Int(now / 0.05)).map { $0 % 8 < 5 ? -20.0 : -38 }
        let quality = RecordingQuality(
            durationSeconds: now, speechSeconds: now * 0.8, peakDBFS: -3, speechLevelDBFS: -20,
            noiseLevelDBFS: -60, signalToNoiseDB: 40, clippedShare: 0, problems: [])
        return AnswerAnalysis(
            transcript: Transcript(segments: segments, recognizer: "Test ear"), speech: segments.map(\.time),
            syllables: stride(from: 0.5, to: now, by: 0.22).map {
                SyllableNucleus(timeSeconds: $0, levelDB: 0)
            }, levelsDBFS: levels, quality: quality)
    }

    private static func evaluation(_ analysis: AnswerAnalysis, _ question: Question) -> Evaluation {
        let words = analysis.transcript.words.map {
            HeardWord(text: $0.text, timeSeconds: $0.time.startSeconds, confidence: $0.confidence)
        }
        return RubricEvaluator().evaluate(
            JudgedAnswer(
                spoken: words, delivery: nil, durationSeconds: analysis.delivery.durationSeconds,
                expectedWordErrorRate: nil), against: question.rubric)
    }
}
