import FoundationEssentials
import Interview
import Records

/// Filters beside what they mean.
struct StatisticsScope: Sendable {
    var filter: InterviewFilter
    var holds: @Sendable (Interview) -> Bool

    static let all: [StatisticsScope] = [
        scope { _ in
        } holds: { _ in
            true
        },
        scope {
            $0.candidate = 2
        } holds: {
            $0.details.candidate == 2
        },
        scope {
            $0.interviewer = 5
        } holds: {
            $0.details.interviewer == 5
        },
        scope {
            $0.person = 6
        } holds: {
            $0.details.candidate == 6 || $0.details.interviewer == 6
        },
        scope {
            $0.role = "BACKEND developer"
        } holds: {
            $0.plan.preferences.role?.lowercased() == "backend developer"
        },
        scope {
            $0.kinds = [.mixed]
        } holds: {
            $0.plan.preferences.mix == .mixed
        },
        scope {
            $0.skill = "Go"
        } holds: {
            $0.plan.preferences.skills?.skills.contains { $0.skill.name == "Go" } ?? false
        },
        scope {
            $0.organization = 1
        } holds: {
            $0.details.organization == 1
        },
        scope {
            $0.template = 2
        } holds: {
            $0.details.template == 2
        },
        scope {
            $0.from = MadeInterviews.begin.addingTimeInterval(10 * 86_400)
            $0.before = MadeInterviews.begin.addingTimeInterval(40 * 86_400)
            $0.kinds = [.technical]
        } holds: {
            let days = $0.heldAt.timeIntervalSince(MadeInterviews.begin) / 86_400
            return days >= 10 && days < 40 && $0.plan.preferences.mix == .technical
        },
        scope {
            $0.candidate = 99
        } holds: { _ in
            false
        },
    ]

    private static func scope(
        _ change: (inout InterviewFilter) -> Void, holds: @escaping @Sendable (Interview) -> Bool
    ) -> StatisticsScope {
        var filter = InterviewFilter()
        change(&filter)
        return StatisticsScope(filter: filter, holds: holds)
    }
}
