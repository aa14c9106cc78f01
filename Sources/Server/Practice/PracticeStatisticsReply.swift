import Evaluation
import FoundationEssentials
import Interview
import Service
import Web

/// Figures over sessions, as this interface shows them.
enum PracticeStatisticsReply {
    private static let distribution = ReplyForm<InterviewStatistics>(
        "PerformanceDistribution",
        PerformanceLabel.allCases.map { label in
            ReplyField(label.rawValue, "How many completed sessions are that.") { statistics in
                statistics.labels.first { $0.label == label }?.interviews ?? 0
            }
        })

    static let form = ReplyForm<InterviewStatistics>(
        "PracticeStatistics",
        [
            ReplyField("total_sessions", "How many sessions there are.") { $0.interviews },
            ReplyField("total_questions_answered", "How many questions were answered.") {
                $0.questionsAnswered
            },
            ReplyField(
                "average_overall_score", "The mean score of completed sessions; 0 without one.",
                schema: .number(0...100)
            ) { PracticeScores.shown($0.meanOverall ?? 0) },
            ReplyField(
                "average_session_duration_minutes", "How long was worked on one, on average; 0 without one."
            ) { PracticeScores.shown($0.meanDurationMinutes ?? 0) },
            ReplyField(
                "performance_distribution", "How many completed sessions have which label.", distribution
            ) { $0 },
            ReplyField("favorite_job_role", "The role with the most sessions; empty without one.") {
                $0.favouriteRole?.role ?? ""
            },
            ReplyField(
                "improvement_trend",
                "The last three sessions against the three before; stable as well while there are fewer than six to compare."
            ) { $0.trend?.direction ?? .stable },
        ])

    private static let score = ReplyForm<ScorePoint>(
        "PracticeScore",
        [
            ReplyField("session_id", "The number of the session.") { $0.interview },
            ReplyField("date", "When it was held.") { $0.heldAt },
            ReplyField("overall", "The score.", schema: .number(0...100)) {
                PracticeScores.shown($0.overall)
            },
        ] + sides)

    /// The sides of a session; `null` for one that was not judged.
    private static let sides: [ReplyField<ScorePoint>] = [
        ("relevance", "Whether the answers were to the questions.", Dimension.relevance),
        ("completeness", "How many of the expected points they made.", .completeness),
        ("clarity", "Whether they were easy to follow.", .clarity),
        ("technical_accuracy", "Whether their technical content was what is expected.", .technicalAccuracy),
        ("communication", "How well they were put.", .communication),
    ].map { name, about, side in
        ReplyField(name, about, schema: .nullable(.number(0...100))) { point in
            point.dimensions.first { $0.dimension == side }.map { PracticeScores.shown($0.score) }
        }
    }

    private static let area = ReplyForm<WeakAreas.Area>(
        "PracticeArea",
        [
            ReplyField("name", "The subject.") { PracticeCategory($0.name).name },
            ReplyField("average_score", "The mean score.", schema: .number(0...100)) {
                PracticeScores.shown($0.mean)
            },
            ReplyField("answers", "How many answers it rests on.") { $0.count },
        ])

    private static let period = ReplyForm<PracticeFrequency.Period>(
        "PracticePeriod",
        [
            ReplyField("begin", "When the week or the month begins, in UTC.") { $0.begin },
            ReplyField("sessions", "How many sessions.") { $0.interviews },
        ])

    static let history = ReplyForm<PracticeProgress>(
        "PracticeHistory",
        [
            ReplyField("scores", "The scores of completed sessions, by time.", listOf: score) { $0.scores },
            ReplyField("weak_areas", "Subjects whose answers were weak.", listOf: area) {
                $0.weakAreas.categories.filter(\.isWeak)
            },
            ReplyField("sessions_per_week", "How often was practised.", listOf: period) {
                $0.weeks.periods
            },
            ReplyField("sessions_per_month", "The same by months.", listOf: period) { $0.months.periods },
            ReplyField("current_streak_days", "Days in a row up to today.") { $0.streaks.currentDays },
            ReplyField("longest_streak_days", "The most days in a row.") { $0.streaks.longestDays },
        ])
}
