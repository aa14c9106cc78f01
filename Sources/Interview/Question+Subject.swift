import Evaluation

extension Question {
    /// The question about a subject, of a template.
    func about(_ subject: TemplateSubject) -> Question {
        let fill = { SubjectPlaceholder.filled($0, with: subject.name) }
        var question = self
        question.id = "\(subject.idPrefix)-\(id)"
        question.text = fill(text)
        question.spokenText = spokenText.map(fill)
        question.category = fill(category)
        question.roles = roles.map(fill)
        for place in keyPoints.indices {
            question.keyPoints[place].statement = fill(keyPoints[place].statement)
            question.keyPoints[place].variants = keyPoints[place].variants.map(fill)
        }
        question.sampleAnswers = sampleAnswers.map(fill)
        for place in criteria.indices { question.criteria[place].name = fill(criteria[place].name) }
        question.hints = hints.map(fill)
        question.followUps = followUps.map { FollowUp(target: $0.target, text: fill($0.text)) }
        question.tags = tags.map(fill)
        question.origin = .template
        return question
    }
}
