import Evaluation
import Interview
import Language
import Storage

/// Reads templates and interviews, which name questions, people and each other.
struct SampleReading {
    /// The most minutes that something may take: a day.
    static let minutes = InterviewSchedule.durations

    /// The questions that can be asked, by their ids.
    let questions: [String: Question]
    /// The skills that can be named.
    let catalogue: SkillCatalogue
    /// How many there are of what can be named.
    let organizations: Int
    let people: Int
    let resumes: Int
    var templates = 0

    func template(_ fields: inout NodeFields, _ number: Int) -> InterviewTemplate {
        InterviewTemplate(
            id: SampleKind.template.id(number), title: fields.string("title"),
            summary: fields.optionalString("summary"),
            kind: fields.choice("kind", default: .mixed), level: fields.choice("level", default: .mid),
            role: fields.optionalString("role"),
            durationMinutes: fields.integer("durationMinutes", in: Self.minutes),
            questions: .own(asked(&fields)), owner: fields.reference("owner", among: people),
            organization: fields.reference("organization", among: organizations), tags: fields.sampleTags())
    }

    func interview(_ fields: inout NodeFields, _ number: Int) -> SampleInterview {
        let asked = asked(&fields)
        let interview = SampleInterview(
            number: number, details: details(&fields), preferences: preferences(&fields), questions: asked,
            state: fields.choice("state", default: .scheduled), appointment: appointment(&fields),
            begun: fields.time("begun"), minutes: fields.optionalInteger("minutes", in: Self.minutes),
            answers: answers(&fields, to: asked), cancellation: fields.optionalString("cancellation"),
            review: review(&fields), remarks: remarks(&fields), reports: reports(&fields))
        for problem in problems(of: interview) { fields.report(problem.field, problem.reason) }
        return interview
    }

    private func asked(_ fields: inout NodeFields) -> [Question] {
        let ids = fields.strings("questions")
        if ids.isEmpty { fields.report("questions", "Name at least one question by its id.") }
        var seen: Set<String> = []
        return ids.compactMap { id in
            if !seen.insert(id).inserted { fields.report("questions", "`\(id)` is there twice.") }
            guard let question = questions[id] else {
                fields.report("questions", "There is no question `\(id)`, neither here nor in the bank.")
                return nil
            }
            return question
        }
    }

    private func details(_ fields: inout NodeFields) -> InterviewDetails {
        InterviewDetails(
            title: fields.string("title"), summary: fields.optionalString("summary"),
            mode: fields.choice("mode", orElse: .practice), medium: fields.choice("medium", orElse: .text),
            company: fields.optionalString("company"),
            jobDescription: fields.optionalString("jobDescription"), tags: fields.sampleTags(),
            organization: fields.reference("organization", among: organizations),
            candidate: fields.reference("candidate", among: people),
            interviewer: fields.reference("interviewer", among: people),
            template: fields.reference("template", among: templates),
            resume: fields.reference("resume", among: resumes))
    }

    private func preferences(_ fields: inout NodeFields) -> QuestionPreferences {
        let skills = fields.strings("skills").map { name in
            SkillSet.Wanted(skill: catalogue.skill(named: name) ?? Skill(name: name))
        }
        return QuestionPreferences(
            mix: fields.choice("kind", default: .mixed), role: fields.optionalString("role"),
            level: fields.choice("level", default: .mid), skills: skills.isEmpty ? nil : SkillSet(skills))
    }

    private func appointment(_ fields: inout NodeFields) -> SampleInterview.Appointment? {
        guard var inner = fields.fields("appointment") else { return nil }
        let appointment = SampleInterview.Appointment(
            time: inner.time(), minutes: inner.integer("minutes", in: Self.minutes),
            place: inner.optionalString("place"),
            rescheduleHours: inner.optionalInteger("rescheduleHours", in: 0...720) ?? 0)
        fields.take(inner)
        return appointment
    }

    private func answers(_ fields: inout NodeFields, to asked: [Question]) -> [SampleAnswer] {
        var answers: [SampleAnswer] = []
        for (place, entry) in fields.list("answers").enumerated() {
            var inner = entry
            answers.append(
                SampleAnswer(
                    text: text(&inner, asked.indices.contains(place) ? asked[place] : nil),
                    seconds: Double(inner.integer("seconds", in: 1...7200)), review: review(&inner)))
            fields.take(inner)
        }
        return answers
    }

    /// The words of an answer: its own, or the first sentences of the question's sample answer.
    private func text(_ fields: inout NodeFields, _ question: Question?) -> String {
        let text = fields.optionalString("text")
        let count = fields.optionalInteger("sampleSentences", in: 1...100)
        switch (text, count) {
        case (let text?, nil): return text
        case (nil, let count?):
            guard let sample = question?.sampleAnswers.first else {
                fields.report("sampleSentences", "The question has no sample answer: give a text.")
                return ""
            }
            return Sentences.split(sample).prefix(count).map(\.text).joined(separator: " ")
        default:
            fields.report(nil, "An answer has either a text or a number of sampleSentences.")
            return ""
        }
    }

    private func review(_ fields: inout NodeFields) -> SampleAnswer.Review? {
        guard var inner = fields.fields("review") else { return nil }
        var feedback: [String: String] = [:]
        for entry in inner.list("feedback") {
            var remark = entry
            feedback[remark.string("subject")] = remark.string("text")
            inner.take(remark)
        }
        let review = SampleAnswer.Review(
            score: inner.optionalNumber("score", in: 0...100), notes: inner.optionalString("notes"),
            feedback: feedback)
        fields.take(inner)
        return review
    }

    private func remarks(_ fields: inout NodeFields) -> [SampleInterview.Remark] {
        var remarks: [SampleInterview.Remark] = []
        for entry in fields.list("messages") {
            var inner = entry
            remarks.append(
                SampleInterview.Remark(
                    speaker: inner.choice("speaker", default: .system), text: inner.string("text"),
                    minute: inner.integer("minute", in: 0...1440)))
            fields.take(inner)
        }
        return remarks
    }

    private func reports(_ fields: inout NodeFields) -> [ReportDecision] {
        fields.strings("reports").compactMap { name in
            let decision = ReportDecision(rawValue: name)
            if decision == nil {
                let names = ReportDecision.allCases.map(\.rawValue).joined(separator: ", ")
                fields.report("reports", "`\(name)` is none of \(names).")
            }
            return decision
        }
    }

    /// What does not fit together in an interview.
    private func problems(of interview: SampleInterview) -> [(field: String, reason: String)] {
        var problems: [(String, String)] = []
        func require(_ isSo: Bool, _ field: String, _ reason: String) {
            if !isSo { problems.append((field, reason)) }
        }
        let isHeld = [.inProgress, .completed, .abandoned].contains(interview.state)
        require(
            isHeld == (interview.begun != nil), "begun",
            isHeld ? "It is missing: when was it begun?" : "It was never held, so leave this out.")
        require(
            isHeld || interview.appointment != nil, "appointment", "It is missing: when was it to be held?")
        require(isHeld || interview.answers.isEmpty, "answers", "It was never held, so leave them out.")
        require(
            (interview.begun?.day ?? -1) < 0, "begun",
            "It is not over on the day of the seeding: take one before 0.")
        let day = interview.appointment?.time.day ?? 0
        switch interview.state {
        case .scheduled: require(day > 0, "appointment", "It is not in the future: take a day after 0.")
        case .cancelled, .noShow: require(day < 0, "appointment", "It is not over: take a day before 0.")
        case .inProgress:
            require(
                interview.answers.count < interview.questions.count, "answers", "All questions are answered.")
            require(interview.minutes == nil, "minutes", "It has not ended, so leave this out.")
        case .completed:
            require(
                interview.answers.count == interview.questions.count, "answers",
                "There are \(interview.answers.count), and \(interview.questions.count) questions.")
        case .abandoned:
            require(
                interview.answers.count < interview.questions.count, "answers", "All questions are answered.")
        }
        require(
            interview.review == nil || interview.details.interviewer != nil, "review",
            "Nobody can have said this: name the interviewer.")
        return problems
    }
}
