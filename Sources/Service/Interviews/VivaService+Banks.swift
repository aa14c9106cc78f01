public import Accounts
import Archive
public import Interview
public import Records

extension VivaService {
    /// For whom lists of banks are; `nil` for somebody who sees all.
    func audience(of requester: Requester) -> Audience? {
        switch AccessTable.scope(of: requester, .read, .bank) {
        case .all: nil
        case .organization: Audience(person: requester.person, organization: requester.organization)
        case .own: Audience(person: requester.person)
        case .none: Audience()
        }
    }

    /// All questions that may be asked for somebody; where banks share an id, the older bank's question stays.
    func bank(for requester: Requester) async throws -> QuestionBank {
        var filter = BankFilter()
        filter.audience = audience(of: requester)
        var questions: [Question] = []
        var seen: Set<String> = []
        for stamp in try await archive.records.bankStamps(filter) {
            let active = try await bankShelf.questions(of: stamp, in: archive.records)
            questions += active.filter { seen.insert($0.id).inserted }
        }
        return try QuestionBank(questions)
    }

    /// A page of the questions of the banks that somebody may ask from.
    ///
    /// - Throws: `ServiceError`.
    public func bankQuestions(
        _ filter: KeptQuestionFilter = KeptQuestionFilter(), page: PageRequest, for requester: Requester
    ) async throws(ServiceError) -> RecordsPage<KeptQuestion> {
        try await attempt {
            var filter = filter
            filter.audience = audience(of: requester)
            return try await archive.records.questions(filter, page: page)
        }
    }

    /// The subjects that those questions are about, each once, in small letters.
    ///
    /// - Throws: `ServiceError`.
    public func bankCategories(for requester: Requester) async throws(ServiceError) -> [String] {
        try await attempt {
            try await archive.records.categories(KeptQuestionFilter(audience: audience(of: requester)))
        }
    }

    /// The roles that those questions name, each once.
    ///
    /// - Throws: `ServiceError`.
    public func roles(for requester: Requester) async throws(ServiceError) -> [String] {
        try await attempt { RoleFinder(questions: try await bank(for: requester).questions).roles }
    }

    /// What there is to study.
    public var resources: [StudyResource] { tools.resources }
}
