import Accounts
import Evaluation
import FoundationEssentials
import HTTPTypes
import Interview
import Records
import Service
import Web

/// What surrounds practice: figures, history, roles, the bank of questions and what there is to study.
struct PracticeSearchEndpoints: Sendable {
    /// The service.
    let service: VivaService

    private static let root = PracticeEndpoints.root
    private static let tag = PracticeEndpoints.tag

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .get, Self.root + "/stats/overview", of: Self.tag, "Show one's sessions in figures",
                name: "practiceStatistics", reply: .one(PracticeStatisticsReply.form)
            ) { call in
                try await service.statistics(
                    of: PracticeEndpoints.ownSessions(of: call.requester), for: call.requester)
            },
            Endpoint(
                .get, Self.root + "/history", of: Self.tag, "Show what became of practice over time",
                name: "practiceHistory", reply: .one(PracticeStatisticsReply.history)
            ) { call in
                try await service.progress(
                    of: PracticeEndpoints.ownSessions(of: call.requester), for: call.requester)
            },
            Endpoint(
                .get, Self.root + "/roles", of: Self.tag, "List the roles that there are questions for",
                name: "practiceRoles", reply: .one(Self.roles)
            ) { call in try await service.roles(for: call.requester) },
            Endpoint(
                .get, Self.root + "/questions", of: Self.tag, "Search the bank of questions",
                name: "practiceQuestions",
                query: [
                    PracticeFields.skip, PracticeFields.limit, PracticeFields.words,
                    PracticeFields.ofQuestionKind, PracticeFields.ofLevel, PracticeFields.ofCategory,
                    PracticeFields.ofRole, PracticeFields.ofTags,
                ], reply: .one(PracticeBankReply.page)
            ) { call in try await questions(call) },
            Endpoint(
                .get, Self.root + "/{id}/resources", of: Self.tag, "Show what to study after a session",
                name: "practiceResources", reply: .one(Self.resources)
            ) { call in
                let name = try call.record()
                return try await PracticeEndpoints(service: service).session(name) {
                    try await service.results(of: name, for: call.requester)
                }
            },
        ]
    }

    private static let roles = ReplyForm<[String]>(
        "PracticeRoles", [ReplyField("roles", "The roles; any other may be named as well.") { $0 }])

    private static let resource = ReplyForm<InterviewFeedback.Recommendation>(
        "PracticeResource",
        [
            ReplyField("title", "The title.") { $0.resource.title },
            ReplyField("author", "Who wrote it.") { $0.resource.author },
            ReplyField("type", "What it is.") { $0.resource.kind },
            ReplyField("url", "Its address.") { $0.resource.url },
            ReplyField("note", "What it is good for.") { $0.resource.note },
            ReplyField("topic", "What it is for in this session.") { $0.topic },
        ])

    private static let resources = ReplyForm<InterviewResults>(
        "PracticeResources",
        [
            ReplyField("session_id", "The number of the session.") { $0.sheet.number },
            ReplyField("resources", "What to study, the most useful first.", listOf: resource) {
                $0.feedback.resources
            },
        ])

    private func questions(_ call: Call) async throws -> PracticeBankReply.Page {
        let skip = call.query[PracticeFields.skip]
        let limit = call.query[PracticeFields.limit]
        var filter = KeptQuestionFilter(
            question: QuestionFilter(role: call.query[PracticeFields.ofRole]),
            text: call.query[PracticeFields.words])
        filter.kinds = call.query[PracticeFields.ofQuestionKind].map { kind in
            QuestionKind.allCases.filter { PracticeQuestionKind($0) == kind }
        }
        filter.levels = call.query[PracticeFields.ofLevel].map { level in
            QuestionLevel.allCases.filter { PracticeLevel($0) == level }
        }
        filter.tags = call.query[PracticeFields.ofTags]
        if let asked = call.query[PracticeFields.ofCategory].map({ PracticeCategory($0) }) {
            filter.narrow(to: asked, of: try await service.bankCategories(for: call.requester))
        }
        let page = try await service.bankQuestions(
            filter, page: .skipping(skip, count: limit), for: call.requester)
        return PracticeBankReply.Page(
            questions: Self.shown(page.items, to: call.requester),
            total: page.total ?? page.items.count, skip: skip, limit: limit)
    }

    /// Whoever is to answer them sees no answers.
    private static func shown(_ questions: [KeptQuestion], to requester: Requester) -> [KeptQuestion] {
        guard !requester.isLocal, requester.role == .candidate else { return questions }
        return questions.map { $0.with($0.question.withoutExpectations) }
    }
}

extension KeptQuestionFilter {
    /// Only questions of a subject, by the names that the banks have for it: the same, else nearly the same. A subject that is a kind of
    /// questions, such as `Behavioral`, is all of that kind.
    fileprivate mutating func narrow(to asked: PracticeCategory, of categories: [String]) {
        let same = categories.filter { PracticeCategory($0).isMeant(by: asked) }
        let found = same.isEmpty ? categories.filter { PracticeCategory($0).isNear(asked) } : same
        guard found.isEmpty, let kind = PracticeQuestionKind(rawValue: asked.name) else {
            self.categories = found
            return
        }
        let meant = QuestionKind.allCases.filter { PracticeQuestionKind($0) == kind }
        let both = kinds.map { $0.filter(meant.contains) } ?? meant
        if both.isEmpty { self.categories = [] } else { kinds = both }
    }
}
