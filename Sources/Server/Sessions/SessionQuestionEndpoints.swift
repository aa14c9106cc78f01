import Accounts
import Evaluation
import HTTPTypes
import Interview
import Records
import Service
import Web

/// Questions of sessions: written by hand before a session begins or while it goes on, and those that were chosen.
struct SessionQuestionEndpoints: Sendable {
    private static let root = "/api/questions/"
    private static let tag = "questions"

    /// The service.
    let service: VivaService

    var endpoints: [Endpoint] { reading + writing }

    private var reading: [Endpoint] {
        [
            Endpoint(
                .get, Self.root, of: Self.tag, "List questions of sessions", name: "listQuestions",
                query: [SessionFields.ofSession, ListFields.limit, ListFields.offset],
                reply: .part(SessionQuestionReply.form), refusals: [404: "There is no such session."]
            ) { call in
                let page = try await service.questions(
                    of: call.query[SessionFields.ofSession], page: call.part, for: call.requester)
                return ListPart(page.map { reply($0, call) }, of: call)
            },
            Endpoint(
                .get, Self.root + "{id}/", of: Self.tag, "Show a question", name: "showQuestion",
                reply: .one(SessionQuestionReply.form)
            ) { call in
                let found = try await service.question(call.number(), for: call.requester)
                return reply(SheetQuestion(question: found.question, sheet: found.sheet), call)
            },
        ]
    }

    private var writing: [Endpoint] {
        let state = [409: "The session is over, or the question was put already."]
        return [
            Endpoint(
                .post, Self.root, of: Self.tag, "Add a question to a session", name: "createQuestion",
                body: SessionFields.question, reply: .one(SessionQuestionReply.form, status: .created),
                refusals: state
            ) { call in
                let added = try await service.add([Self.question(call.body)], for: call.requester)
                guard let question = added.first else {
                    throw APIError(.conflict, "The question is gone already.")
                }
                return reply(question, call)
            },
            Endpoint(
                .post, Self.root + "bulk_create/", of: Self.tag, "Add questions to sessions: all or none",
                name: "createQuestions", body: SessionFields.bulk,
                reply: .many(SessionQuestionReply.form, status: .created), refusals: state
            ) { call in
                // Those that come first are put into their places first.
                let asked = call.body[SessionFields.questions].map(Self.question)
                let sorted = asked.indices.sorted {
                    (asked[$0].position ?? Int.max, $0) < (asked[$1].position ?? Int.max, $1)
                }
                let added = try await service.add(sorted.map { asked[$0] }, for: call.requester)
                let places = Dictionary(zip(sorted, added), uniquingKeysWith: { $1 })
                return asked.indices.compactMap { places[$0] }.map { reply($0, call) }
            },
            Endpoint(
                .put, Self.root + "{id}/", of: Self.tag, "Change a question that was not put yet",
                name: "replaceQuestion", body: SessionFields.replacingQuestion,
                reply: .one(SessionQuestionReply.form), refusals: state
            ) { call in try await rewrite(call, text: call.body[SessionFields.text]) },
            Endpoint(
                .patch, Self.root + "{id}/", of: Self.tag, "Change some of a question that was not put yet",
                name: "changeQuestion", body: SessionFields.changingQuestion,
                reply: .one(SessionQuestionReply.form), refusals: state
            ) { call in try await rewrite(call, text: call.body[SessionFields.otherText]) },
            Endpoint(
                .delete, Self.root + "{id}/", of: Self.tag, "Take out a question that was not answered yet",
                name: "deleteQuestion", reply: .nothing(), refusals: state
            ) { call in try await service.withdrawInterviewQuestion(call.number(), for: call.requester) },
        ]
    }

    // MARK: Work

    private func reply(_ question: SheetQuestion, _ call: Call) -> SessionQuestionReply {
        SessionQuestionReply(
            question: question.question, sheet: question.sheet,
            isExpectedShown: service.showsExpectations(
                of: question.sheet.interview, for: call.requester))
    }

    private func rewrite(_ call: Call, text: String?) async throws -> SessionQuestionReply {
        let number = try call.number()
        let before = try await service.question(number, for: call.requester)
        if let session = call.body[SessionFields.sameSession],
            session != .number(before.sheet.number), session != .id(before.sheet.interview.id.lowercased())
        {
            throw ServiceError.invalid(field: "session", reason: "A question stays in its session.")
        }
        let category = call.body[SessionFields.category]
        let difficulty = call.body[SessionFields.difficulty]
        let expected = call.body[SessionFields.expected]
        // What was not shown and comes back empty was not changed.
        let isExpectedGiven =
            call.body.has(SessionFields.expected)
            && (expected ?? "")
                != reply(SheetQuestion(question: before.question, sheet: before.sheet), call)
                .expectedAnswer
        let place = call.body[SessionFields.order].flatMap { $0 == 0 ? nil : $0 }
        let changed = try await service.rewrite(number, position: place, for: call.requester) {
            question in
            if let text { question.text = text }
            if let category, category != question.category {
                question.category = category
                question.kind = QuestionKind(category: category)
            }
            if let difficulty, difficulty != InterviewDifficulty(question.level) {
                question.level = difficulty.level
            }
            if isExpectedGiven { question.expect(expected) }
        }
        return reply(changed, call)
    }

    private static func question(_ values: RequestValues) -> AddedQuestion {
        let category = values[SessionFields.category] ?? "General"
        let text = values[SessionFields.text]
        let slug = QuestionSlug.beginning(of: text)
        var question = Question(
            id: slug.isEmpty ? "question" : slug, text: text, kind: QuestionKind(category: category),
            category: category, level: (values[SessionFields.difficulty] ?? .medium).level, keyPoints: [])
        question.expect(values[SessionFields.expected])
        return AddedQuestion(
            question, to: values[SessionFields.session],
            position: values[SessionFields.order].flatMap { $0 == 0 ? nil : $0 })
    }
}

extension SessionQuestionReply {
    /// What is shown of what a good answer says.
    fileprivate var expectedAnswer: String { isExpectedShown ? question.question.expectedAnswer : "" }
}

extension Question {
    /// Takes over what somebody expects of answers, which are judged by it.
    fileprivate mutating func expect(_ answer: String?) {
        keyPoints = []
        sampleAnswers = [answer].compactMap { $0.flatMap(\.unlessEmpty) }
    }
}
