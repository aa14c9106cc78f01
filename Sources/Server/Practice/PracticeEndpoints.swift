import Accounts
import Evaluation
import FoundationEssentials
import HTTPTypes
import Interview
import Records
import Service
import Web

/// Practice: a session of questions, each answered in writing and judged at once.
///
/// A session is an interview. Kinds and states that this interface does not know are shown as the nearest that it has, and no session
/// is hidden. One that is planned is shown as in progress, so it begins with its first answer. Beside what every operation may refuse, it tells somebody else's session (401) from one that is not there (404).
struct PracticeEndpoints: Sendable {
    static let root = "/api/v1/interview"
    static let tag = "practice"

    /// The service.
    let service: VivaService

    /// After so many minutes without an answer a session counts as given up: a day.
    static let timeOutMinutes = 24 * 60

    var endpoints: [Endpoint] {
        (sessions + answering).map { $0.naming(["kind": "session_type", "role": "job_role"]) }
            + PracticeSearchEndpoints(service: service).endpoints
    }

    private var sessions: [Endpoint] {
        [
            Endpoint(
                .post, Self.root + "/start", of: Self.tag, "Begin a session", name: "startPractice",
                body: PracticeFields.start, reply: .one(PracticeSessionReply.start)
            ) { call in try await Self.refusing { try await start(call) } },
            Endpoint(
                .get, Self.root + "/sessions", of: Self.tag, "List one's sessions", name: "listPractice",
                query: [
                    PracticeFields.skip, PracticeFields.limit, PracticeFields.ofKind, PracticeFields.ofState,
                ], reply: .one(PracticeSessionReply.page)
            ) { call in try await Self.refusing { try await list(call) } },
            Endpoint(
                .get, Self.root + "/{id}", of: Self.tag, "Show a session with its answers",
                name: "showPractice", reply: .one(PracticeSessionReply.details)
            ) { call in
                try await session(call) { try await service.results(of: $0, for: call.requester) }
            },
            Endpoint(
                .delete, Self.root + "/{id}", of: Self.tag, "Delete a session", name: "deletePractice",
                reply: .one(Self.done)
            ) { call in
                try await session(call) {
                    try await service.delete($0, for: call.requester, from: call.address)
                    return "Interview session deleted successfully"
                }
            },
            Endpoint(
                .post, Self.root + "/{id}/restart", of: Self.tag,
                "Begin a session that is over once more, as another one", name: "restartPractice",
                reply: .one(PracticeSessionReply.start)
            ) { call in
                try await session(call) { try await service.restart($0, for: call.requester) }
            },
        ]
    }

    private var answering: [Endpoint] {
        [
            Endpoint(
                .get, Self.root + "/{id}/question", of: Self.tag, "Get the next question",
                name: "nextPracticeQuestion", reply: .one(PracticeQuestionReply.form)
            ) { call in
                try await session(call) { name in
                    let next = try await service.nextQuestion(
                        of: name, beginning: .included, for: call.requester)
                    guard let question = next.question else {
                        throw APIError(.notFound, "The session has no more questions.")
                    }
                    return PracticeQuestionReply(question: question, sheet: next.sheet)
                }
            },
            Endpoint(
                .post, Self.root + "/answer", of: Self.tag, "Answer a question, in writing or aloud",
                name: "answerPractice", body: PracticeFields.answering, upload: PracticeFields.speaking,
                reply: .oneOrJob(PracticeAnswerReply.form),
                refusals: [404: "There is no such session, or the question is not in it."],
                admit: { try await service.requireRoomForAnswer(for: $0.requester) }
            ) { call in try await answer(call) },
            Endpoint(
                .post, Self.root + "/{id}/complete", of: Self.tag, "End a session and sum it up",
                name: "completePractice", reply: .one(PracticeSessionReply.completed)
            ) { call in
                try await session(call) {
                    try await service.complete(
                        $0, beginning: .included, for: call.requester, from: call.address)
                }
            },
        ]
    }

    private static let done = ReplyForm<String>(
        "PracticeMessage", [ReplyField("message", "A sentence for people.") { $0 }])

    // MARK: Work

    private func start(_ call: Call) async throws -> InterviewSheet {
        var request = InterviewRequest()
        request.kind = call.body[PracticeFields.kind].mix
        let role = call.body[PracticeFields.role]
        try PracticeFields.require(PracticeFields.leastRole, charactersOf: role, in: PracticeFields.role.name)
        request.role = role
        request.level = call.body[PracticeFields.level].level
        request.questionCount = call.body[PracticeFields.count]
        request.resume = call.body[PracticeFields.resume]
        request.candidate = call.requester.person
        request.timeOutMinutes = Self.timeOutMinutes
        request.beginning = .now
        return try await service.create(request, for: call.requester)
    }

    private func answer(_ call: Call) async throws -> Accepted<PracticeAnswerReply> {
        let name = call.body[PracticeFields.session]
        let question = call.body[PracticeFields.question]
        let time = call.body[PracticeFields.seconds].map { InterviewAnswer.Time.seconds($0) }
        let text = call.isForm ? call.body[PracticeFields.optionalAnswer] : call.body[PracticeFields.answer]
        if let spoken = try SoundFields.answer(
            of: call, text: (PracticeFields.answer.name, text), time: time ?? .unknown)
        {
            return try await session(name) {
                let job = try await service.answer(
                    spoken, to: question, of: name, repetition: .refused, beginning: .included,
                    for: call.requester)
                switch try await service.waited(job, for: call) {
                case .done(let answered): return .done(try PracticeAnswerReply(answered))
                case .job(let job): return .job(job)
                }
            }
        }
        guard let text else {
            throw APIError(
                .badRequest, "answer is required.",
                faults: [SchemaFault(PracticeFields.answer.name, "is required")])
        }
        try PracticeFields.require(
            PracticeFields.leastAnswer, charactersOf: text, in: PracticeFields.answer.name)
        return try await session(name) {
            let answer = InterviewAnswer(text: text, time: time ?? .sinceTheLastStep)
            return .done(
                try PracticeAnswerReply(
                    await service.answer(
                        answer, to: question, of: name, repetition: .refused, beginning: .included,
                        for: call.requester)))
        }
    }

    private func list(_ call: Call) async throws -> PracticeSessionReply.Page {
        var filter = Self.ownSessions(of: call.requester)
        filter.kinds = call.query[PracticeFields.ofKind]?.mixes ?? []
        filter.states = call.query[PracticeFields.ofState]?.states ?? []
        let skip = call.query[PracticeFields.skip]
        let limit = call.query[PracticeFields.limit]
        let page = try await service.interviews(
            filter, page: .skipping(skip, count: limit), for: call.requester)
        return PracticeSessionReply.Page(
            sessions: page.items, total: page.total ?? page.items.count, skip: skip, limit: limit)
    }

    /// The sessions that somebody answers in; those of everybody for whoever works on this machine alone.
    static func ownSessions(of requester: Requester) -> InterviewFilter {
        var filter = InterviewFilter()
        filter.candidate = requester.person
        return filter
    }

    // MARK: Refusals

    private func session<Value>(
        _ call: Call, _ work: (RecordName) async throws -> Value
    ) async throws -> Value {
        let name = try call.record()
        return try await session(name) { try await work(name) }
    }

    /// Does something with a session; somebody else's is refused with 401, as this interface promises.
    func session<Value>(_ name: RecordName, _ work: () async throws -> Value) async throws -> Value {
        do { return try await Self.refusing(work) } catch let error as ServiceError {
            guard case .notFound(kind: "interview", _) = error, try await service.isThere(name) else {
                throw error
            }
            throw APIError(.unauthorized, "The session \(name) belongs to somebody else.")
        }
    }

    /// What does not fit is refused with 400 here.
    static func refusing<Value>(_ work: () async throws -> Value) async throws -> Value {
        do { return try await work() } catch let error as ServiceError {
            guard case .conflict = error else { throw error }
            throw APIError(.badRequest, error.description)
        }
    }
}
