extension InterviewTemplate {
    /// A template of an interview: its questions as they read in it, follow-ups left out; of one that asked none yet, its rule for
    /// choosing them.
    ///
    /// - Parameters:
    ///   - interview: the interview, in whatever state.
    ///   - id: the template's id.
    ///   - title: what it is called.
    public init(of interview: Interview, id: String, title: String) {
        let preferences = interview.plan.preferences
        let asked = interview.turns.filter { $0.followUp == nil }.map(\.question)
        let questions = interview.plan.fixed ?? asked
        self.init(
            id: id, title: title, summary: interview.details.summary, kind: preferences.mix,
            level: preferences.level, role: preferences.role,
            durationMinutes: interview.schedule?.durationMinutes ?? InterviewSchedule.usualMinutes,
            questions: questions.isEmpty
                ? .chosen(max(interview.plan.questionCount, InterviewPlan.questionCounts.lowerBound))
                : .own(questions),
            organization: interview.details.organization, tags: interview.details.tags,
            skills: preferences.skills, subjects: preferences.templates)
    }
}
