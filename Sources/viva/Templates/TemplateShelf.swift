import Archive
import Evaluation
import FoundationEssentials
import Interview
import Records
import Storage

/// The interview templates of an archive, with the questions that they are made of. Those that come with Viva are files, and
/// their rows follow these.
struct TemplateShelf {
    let archive: Archive
    /// The questions that templates may name.
    let bank: QuestionBank
    private let banks: [Archive.FollowedBank]
    private let shippedKeys: Set<String>

    /// The templates of an archive, with all that comes with Viva brought in.
    ///
    /// - Parameters:
    ///   - found: the questions; left out, those alone that come with Viva, where no others are needed.
    ///   - isWhole: whether one's own folder of questions was read.
    static func open(
        _ archive: Archive, questions found: QuestionImport.Bank? = nil, isWhole: Bool = false
    ) async throws -> TemplateShelf {
        let found = try found ?? Questions.shipped()
        let banks = try await archive.follow(found, isWhole: isWhole)
        let bank = try Questions.bank(of: found)
        let folder = try Places.data() + "/interviews"
        let isThere = FileManager.default.fileExists(atPath: folder)
        let entries =
            isThere ? try InterviewTemplateFile.entries(directory: folder, bank: bank.questions) : []
        let shelf = TemplateShelf(
            archive: archive, bank: bank, banks: banks, shippedKeys: Set(entries.compactMap(\.key)))
        let templates = try entries.map { try shelf.template($0) }
        try await archive.records.syncTemplates(templates)
        return shelf
    }

    /// Whether a template comes with Viva, so that it is changed with its file alone.
    func isShipped(_ template: InterviewTemplate) -> Bool {
        template.key.map(shippedKeys.contains) ?? false
    }

    /// Goes on with a template of one's own.
    ///
    /// - Throws: `CommandFailure` for one that comes with Viva.
    func requireOwn(_ kept: KeptTemplate) throws {
        guard isShipped(kept.template) else { return }
        throw CommandFailure(
            .usage,
            "The template \(kept.number) (\(kept.template.title)) comes with Viva and stays as it is: make one of your own with "
                + "`\(archive.viva("templates create --like \(kept.number)"))`.")
    }

    /// A template as a file says it.
    ///
    /// - Throws: `CommandFailure` when a question is not in the bank, or no question fits its rule.
    func template(_ entry: InterviewTemplateEntry) throws -> InterviewTemplate {
        let skills = try Self.skills(named: entry.skills, bank: bank)
        let questions = try questions(entry.questions, place: entry.place)
        var template = InterviewTemplate(
            id: UUID().uuidString.lowercased(), key: entry.key, title: entry.title, summary: entry.summary,
            kind: entry.kind, level: entry.level, role: entry.role, durationMinutes: entry.minutes,
            questions: questions, tags: entry.tags, skills: skills)
        if template.choosesQuestions {
            let lacking = QuestionTemplates.subjects(
                lackingIn: bank, skills: skills ?? SkillSet(), role: entry.role)
            template.subjects = lacking.isEmpty ? nil : lacking
        }
        try requireFitting(template)
        return template
    }

    /// The skills behind names; `nil` for none.
    static func skills(named names: [String], bank: QuestionBank) throws -> SkillSet? {
        guard !names.isEmpty else { return nil }
        let catalogue = try ChosenPreferences.catalogue(of: bank)
        return SkillSet(names.compactMap { catalogue.skill(named: $0).map { SkillSet.Wanted(skill: $0) } })
    }

    /// Fails where a template that chooses its questions would find none.
    func requireFitting(_ template: InterviewTemplate) throws {
        guard case .chosen = template.questions else { return }
        let whole = bank.adding(templates: template.subjects ?? [])
        guard template.preferences.admitted(of: whole.questions).isEmpty else { return }
        throw CommandFailure(
            .usage,
            "The template \"\(template.title)\" would find no question: choose another kind or role; `viva questions stats` "
                + "counts what there is.")
    }

    /// What a template asks, in the form in which it is kept: where all of it is in one bank, as that reads when the template is
    /// used.
    ///
    /// - Parameter place: where it was said, for messages.
    /// - Throws: `CommandFailure` when a question is not in the bank.
    func questions(
        _ questions: InterviewTemplateEntry.Questions, place: String = ""
    ) throws -> InterviewTemplate.Questions {
        guard case .listed(let asked) = questions else {
            if case .chosen(let count) = questions { return .chosen(count) }
            return .own([])
        }
        var whole: [Question] = []
        var ids: [String] = []
        for asked in asked {
            switch asked {
            case .own(let question): whole.append(question)
            case .ofBank(let id):
                guard let question = bank[id] else {
                    throw CommandFailure(
                        place.isEmpty ? .usage : .badInput,
                        "\(place.isEmpty ? "" : "\(place): ")There is no question \(id): `viva questions search WORDS` finds "
                            + "ids; a question of your own is written with its text.")
                }
                whole.append(question)
                ids.append(id)
            }
        }
        let isOfBank = ids.count == asked.count
        guard isOfBank, let bank = banks.first(where: { $0.ids.isSuperset(of: ids) }) else {
            return .own(whole)
        }
        return .ofBank(bank.number, ids: ids)
    }

    /// Questions as they are named in options: an id of the bank, or a text with expected answers behind bars.
    func asked(
        _ texts: [String], kind: QuestionPreferences.Mix, level: QuestionLevel
    ) throws -> [InterviewTemplateEntry.Asked] {
        var taken: Set<String> = []
        return try texts.map { text in
            let parts = text.split(separator: "|").map {
                $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            }.filter { !$0.isEmpty }
            guard let question = parts.first else {
                throw CommandFailure(.usage, "--question needs the id of a question, or a text.")
            }
            if parts.count == 1, bank[question] != nil || !question.contains(" ") {
                return .ofBank(question)
            }
            let name = QuestionSlug.beginning(of: question)
            let base = name.isEmpty ? "question" : name
            var id = base
            var number = 2
            while bank[id] != nil || !taken.insert(id).inserted {
                id = "\(base)-\(number)"
                number += 1
            }
            return .own(
                Question(
                    id: id, text: question, kind: InterviewTemplateEntry.usualKind(in: kind),
                    category: InterviewTemplateEntry.usualCategory, level: level, keyPoints: [],
                    sampleAnswers: Array(parts.dropFirst())))
        }
    }

    /// The questions of a template as they read now; empty where they are chosen.
    func questions(of template: InterviewTemplate) async throws -> [Question] {
        switch template.questions {
        case .chosen: return []
        case .own(let questions): return questions
        case .ofBank(let number, let ids):
            let kept = try await archive.records.activeQuestions(of: .number(number))
            let byID = Dictionary(kept.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
            return ids.compactMap { byID[$0] }
        }
    }
}
