import Evaluation
import FoundationEssentials
import Interview

extension SampleInterview {
    /// How long before an appointment it was made, in seconds: a week.
    private static let notice = 7 * 86_400.0
    /// How long it takes to read a question, in seconds.
    private static let reading = 15.0

    /// Where and when samples are made, and by whom the answers are judged.
    struct Making {
        /// The numbers of what it names.
        var numbers: SampleNumbers
        /// Who judges the answers.
        var judge: RubricEvaluator
        /// The moment to which its days are relative.
        var now: Date
        /// Whose clocks its times are of.
        var timeZone: TimeZone
    }

    /// The interview as it would have come about.
    ///
    /// - Throws: `InterviewError` where it could not.
    func interview(_ making: Making) throws(InterviewError) -> Interview {
        var interview = try begin(making)
        if state == .cancelled {
            let start = interview.schedule?.start ?? interview.createdAt
            try interview.handle(.cancelled(reason: cancellation, at: start.addingTimeInterval(-86_400)))
        }
        if state == .noShow { try interview.handle(.missed(at: interview.schedule?.end ?? making.now)) }
        guard let started = interview.startedAt else { return interview }
        let last = try answer(&interview, from: started, making)
        let end = max(last, started.addingTimeInterval(Double(minutes ?? 0) * 60))
        if state == .completed { try interview.handle(.finished(at: end)) }
        if state == .abandoned { try interview.handle(.abandoned(at: end)) }
        if let review {
            try interview.review(
                as: review.review(
                    by: interview.details.interviewer, at: end.addingTimeInterval(Self.reviewing)))
        }
        return interview
    }

    /// How long after an interview somebody looks at it, in seconds: an hour.
    private static let reviewing = 3600.0

    /// When a remark was made.
    func date(of remark: Remark, in interview: Interview) -> Date {
        (interview.startedAt ?? interview.createdAt).addingTimeInterval(Double(remark.minute) * 60)
    }

    /// When a report was made of it.
    func reportDate(of interview: Interview) -> Date {
        interview.lastActivity.addingTimeInterval(Self.reviewing)
    }

    private func begin(_ making: Making) throws(InterviewError) -> Interview {
        let numbers = making.numbers
        var details = details
        details.organization = numbers[.organization, details.organization]
        details.candidate = numbers[.person, details.candidate]
        details.interviewer = numbers[.person, details.interviewer]
        details.template = numbers[.template, details.template]
        details.resume = numbers[.resume, details.resume]
        let id = SampleKind.interview.id(number)
        // The questions are fixed, so the seed chooses none.
        let plan = InterviewPlan(
            followUpLimit: 0, preferences: preferences, seed: UInt64(number), fixed: questions)
        let started = begun?.date(from: making.now, in: making.timeZone)
        guard let appointment else {
            return Interview(
                id: id, plan: plan, details: details, startedAt: started ?? making.now)
        }
        let start = appointment.time.date(from: making.now, in: making.timeZone)
        var interview = Interview(
            id: id, plan: plan, details: details,
            schedule: InterviewSchedule(
                start: start, durationMinutes: appointment.minutes, place: appointment.place,
                rescheduleDeadlineHours: appointment.rescheduleHours),
            createdAt: min(start.addingTimeInterval(-Self.notice), making.now))
        if let started { try interview.handle(.started(at: started)) }
        return interview
    }

    /// Asks and answers, and returns the moment of the last answer.
    private func answer(
        _ interview: inout Interview, from started: Date, _ making: Making
    ) throws(InterviewError) -> Date {
        var date = started
        for (place, question) in questions.enumerated() {
            let isAnswered = answers.indices.contains(place)
            guard isAnswered || (state == .inProgress && place == answers.count) else { break }
            try interview.handle(
                .chose(question: question, followUp: nil, reason: ChoiceReason.planned(question)))
            try interview.handle(.asked(recording: nil))
            guard isAnswered else { break }
            let answer = answers[place]
            date = date.addingTimeInterval(Self.reading + answer.seconds)
            try interview.handle(
                .received(.typed(text: answer.text), at: date, timeTakenSeconds: answer.seconds))
            try interview.handle(
                .judged(
                    nil, making.judge.evaluate(JudgedAnswer(typed: answer.text), against: question.rubric)))
            if let review = answer.review {
                try interview.review(
                    turn: place + 1, take: 1,
                    as: review.review(
                        by: interview.details.interviewer, at: date.addingTimeInterval(Self.reviewing)))
            }
        }
        return date
    }
}

extension SampleAnswer.Review {
    fileprivate func review(by reviewer: Int64?, at date: Date) -> HumanReview {
        HumanReview(score: score, feedback: feedback, notes: notes, reviewer: reviewer, date: date)
    }
}
