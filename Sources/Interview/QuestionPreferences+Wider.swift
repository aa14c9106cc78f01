extension QuestionPreferences {
    /// What is wanted where there are too few questions that fit: the same for any role, then the kinds beside the one that is wanted,
    /// the nearest first.
    var wider: [QuestionPreferences] {
        ([mix] + mix.neighbours).map { mix in
            var wider = self
            wider.mix = mix
            wider.role = nil
            return wider
        }
    }
}

extension QuestionPreferences.Mix {
    /// The kinds that are taken where it has too few questions, the nearest first.
    fileprivate var neighbours: [QuestionPreferences.Mix] {
        switch self {
        case .coding, .systemDesign, .caseStudy: [.technical, .mixed]
        case .hr: [.behavioural, .mixed]
        case .technical, .behavioural, .jobSpecific: [.mixed]
        case .mixed: []
        }
    }
}
