/// Words by which a title of a job is known, as in "Senior Backend Engineer".
enum JobTitleWords {
    /// Whether a piece of a line is a title: one of its words is such a word, and it is no sentence.
    static func isTitle(_ text: Substring) -> Bool {
        let words = Self.words(of: text)
        guard (1...longestTitle).contains(words.count), !text.hasSuffix(".") else { return false }
        guard let head = words.lastIndex(where: isHead), !isCertificate(words),
            !words.contains(where: sentenceWords.contains)
        else {
            return false
        }
        return !isSentence(text, afterHead: head)
    }

    /// Whether ordinary words follow the title, as in "Engineer reliable systems", or a long row of them leads to it.
    private static func isSentence(_ text: Substring, afterHead head: Int) -> Bool {
        let written = text.split(whereSeparator: \.isWhitespace)
        func isOrdinary(_ word: Substring) -> Bool { word.first?.isLowercase ?? false }
        let key = Self.words(of: text)[head]
        let place = written.lastIndex { Self.words(of: $0).contains(key) } ?? head
        if place + 1 < written.count, isOrdinary(written[place + 1]),
            !joiners.contains(written[place + 1].lowercased())
        {
            return true
        }
        return written.count > 3 && written.first.map(isOrdinary) ?? false
    }

    private static let joiners: Set<String> = [
        "of", "for", "in", "and", "or", "at", "de", "für", "des", "du", "en", "y", "e", "di", "von", "im",
        "bei", "to",
    ]
    /// Whether words name what is earned and not worked as: "AWS Certified Solutions Architect".
    static func isCertificate(_ words: [String]) -> Bool { words.contains(where: certificates.contains) }

    private static let sentenceWords: Set<String> = [
        "the", "with", "a", "an", "as", "my", "our", "their", "by", "from", "was", "is", "were", "that",
        "which", "i",
        "we",
    ]
    /// Words of what is earned and not worked as.
    private static let certificates: Set<String> = [
        "certified", "certificate", "certification", "award", "bachelor", "bachelors", "degree", "diploma",
        "phd",
        "msc", "bsc",
    ]

    /// Whether a word makes a title of what it ends.
    static func isHead(_ word: String) -> Bool {
        heads.contains(word) || endings.contains { word.hasSuffix($0) }
            || parts.contains { word.contains($0) }
    }

    /// The words in lower case, cut at all that is no letter, digit or hyphen.
    static func words(of text: Substring) -> [String] {
        text.lowercased().split {
            !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "." || $0 == "+" || $0 == "#")
        }
        .map { String($0.drop { $0 == "." || $0 == "-" }) }.filter { !$0.isEmpty }
    }

    private static let longestTitle = 9

    private static let heads: Set<String> = [
        "engineer", "developer", "programmer", "architect", "analyst", "scientist", "researcher", "designer",
        "manager", "director", "administrator", "admin", "consultant", "specialist", "technician", "tester",
        "lead", "leader", "head", "chief", "president", "vp", "cto", "ceo", "cfo", "coo", "cio", "ciso",
        "cpo",
        "founder", "co-founder", "cofounder", "owner", "intern", "internship", "trainee", "apprentice",
        "student", "assistant", "associate", "fellow", "officer", "coordinator", "supervisor", "strategist",
        "representative", "executive", "advisor", "adviser", "accountant", "auditor", "controller", "lawyer",
        "attorney", "paralegal", "teacher", "tutor", "lecturer", "professor", "instructor", "nurse",
        "physician",
        "pharmacist", "therapist", "editor", "writer", "journalist", "recruiter", "operator", "planner",
        "buyer",
        "clerk", "cashier", "secretary", "receptionist", "driver", "chef", "cook", "waiter", "waitress",
        "barista",
        "mechanic", "electrician", "evangelist", "advocate", "scrum", "sre", "sde", "swe", "sdet", "sysadmin",
        "freelancer", "statistician", "economist", "biologist", "chemist", "translator", "producer",
        "desarrollador", "desarrolladora", "ingeniero", "ingeniera", "analista", "gerente", "programador",
        "programadora", "consultor", "consultora", "ingénieur", "ingénieure", "développeur", "développeuse",
        "analyste", "responsable", "directeur", "directrice", "stagiaire", "consultante", "alternant",
        "desenvolvedor", "desenvolvedora", "engenheiro", "engenheira", "estagiário", "sviluppatore",
        "ingegnere", "programista", "inżynier", "utvecklare", "ingenjör", "ontwikkelaar",
        "разработчик", "инженер", "программист", "аналитик", "менеджер", "руководитель", "тестировщик",
        "дизайнер", "директор", "стажёр", "стажер", "архитектор", "администратор",
        "مهندس", "مهندسة", "مطور", "مطورة", "مدير", "مديرة", "محلل", "مصمم", "מהנדס", "מהנדסת", "מפתח",
        "מפתחת",
        "μηχανικός", "προγραμματιστής", "इंजीनियर", "डेवलपर",
    ]

    /// German joins words, and women's titles end with "in".
    private static let endings = [
        "entwickler", "entwicklerin", "ingenieur", "ingenieurin", "leiter", "leiterin", "berater",
        "beraterin",
        "architekt", "architektin", "praktikant", "praktikantin", "werkstudent", "werkstudentin",
        "assistent", "assistentin", "analystin", "managerin", "informatiker", "informatikerin",
        "sachbearbeiter", "geschäftsführer",
    ]

    /// Scripts without blanks between words.
    private static let parts = [
        "エンジニア", "開発者", "デザイナー", "マネージャー", "プログラマ", "アナリスト", "コンサルタント", "インターン",
        "工程师", "工程師", "开发者", "经理", "經理", "设计师", "設計師", "分析师", "架构师", "实习生", "程序员",
        "개발자", "엔지니어", "디자이너", "매니저", "분석가", "인턴", "วิศวกร", "นักพัฒนา",
    ]
}
