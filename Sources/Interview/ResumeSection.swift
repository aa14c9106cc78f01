/// The parts of a resume, as far as they say where employers stand.
enum ResumeSection: Sendable, Hashable {
    /// Where somebody worked.
    case experience
    /// Anything else under a heading: schools, projects, skills.
    case other

    /// The part that a heading opens; `nil` for a line that is none.
    static func of(heading line: String) -> ResumeSection? {
        guard line.count <= 60 else { return nil }
        var words = JobTitleWords.words(of: line[...])
        // "E X P E R I E N C E"
        if words.count > 4, words.allSatisfy({ $0.count == 1 }) { words = [words.joined()] }
        guard (1...5).contains(words.count) else { return nil }
        let heading = words.joined(separator: " ")
        if experienceHeadings.contains(heading) { return .experience }
        return otherHeadings.contains(heading) ? .other : nil
    }

    private static let experienceHeadings: Set<String> = [
        "experience", "work experience", "professional experience", "relevant experience", "employment",
        "employment history", "work history", "career", "career history", "professional background",
        "industry experience", "experience and employment", "positions", "work", "internships",
        "experience summary", "professional history", "career summary", "relevant work experience",
        "berufserfahrung", "berufliche erfahrung", "beruflicher werdegang", "werdegang", "praxiserfahrung",
        "expérience", "expériences", "expérience professionnelle", "expériences professionnelles",
        "experiencia", "experiencia laboral", "experiencia profesional", "experiência",
        "experiência profissional", "esperienza", "esperienze", "esperienza lavorativa",
        "esperienze professionali", "werkervaring", "doświadczenie", "doświadczenie zawodowe",
        "опыт", "опыт работы", "職歴", "職務経歴", "工作经历", "工作經歷", "工作经验", "경력", "경력사항", "الخبرة",
        "الخبرات", "الخبرة العملية", "iş deneyimi", "deneyim",
    ]
    private static let otherHeadings: Set<String> = [
        "education", "academic background", "education and training", "academics", "studies",
        "qualifications",
        "projects", "personal projects", "side projects", "selected projects", "open source", "publications",
        "patents", "certifications", "certificates", "courses", "training", "awards", "honors", "honours",
        "achievements", "awards and honors", "skills", "technical skills", "key skills", "core skills",
        "core competencies", "competencies", "technologies", "tools", "languages", "interests", "hobbies",
        "references", "volunteering", "volunteer experience", "volunteer work", "volunteer", "activities",
        "extracurricular activities", "leadership and activities", "summary", "profile",
        "professional summary",
        "about", "about me", "objective", "career objective", "contact", "contacts", "links",
        "personal details",
        "additional information", "education and certifications", "strengths", "conferences", "talks",
        "memberships",
        "ausbildung", "bildung", "studium", "kenntnisse", "sprachen", "projekte", "interessen", "hobbys",
        "profil",
        "weiterbildung", "zertifikate", "persönliche daten", "formation", "formations", "compétences",
        "langues",
        "projets", "centres d intérêt", "loisirs", "educación", "formación", "formación académica",
        "habilidades",
        "idiomas", "proyectos", "formação", "educação", "competências", "projetos", "istruzione",
        "formazione",
        "competenze", "lingue", "progetti", "opleiding", "vaardigheden", "talen", "wykształcenie",
        "umiejętności",
        "образование", "навыки", "ключевые навыки", "языки", "проекты", "о себе", "学歴", "スキル", "資格", "教育背景",
        "教育经历", "技能", "语言", "项目经历", "项目经验", "학력", "기술", "التعليم", "المهارات", "اللغات", "eğitim",
    ]
}
