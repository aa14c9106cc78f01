import Accounts
import FoundationEssentials
import HTTPTypes
import Hummingbird
import Interview
import Records
import Service
import Web

/// Interviews that are planned, held and looked back on.
///
/// Kinds and states that this interface does not know are shown as the nearest that it has, and no interview is hidden.
struct InterviewEndpoints: Sendable {
    static let root = "/api/v1/interviews"
    static let tag = "interviews"

    /// The service.
    let service: VivaService

    var endpoints: [Endpoint] { (lists + single + holding).map { $0.naming(Self.names) } }

    /// What the service names otherwise.
    private static let names = [
        "kind": "interview_type", "role": "job_role", "skills": "required_skills", "company": "company_name",
        "summary": "description", "answer": "text_response", "schedule": "scheduled_at",
    ]

    private var lists: [Endpoint] {
        [
            Endpoint(
                .get, Self.root + "/", of: Self.tag, "List interviews", name: "listInterviews",
                query: [
                    InterviewFields.ofStatus, InterviewFields.ofKind, InterviewFields.ofDifficulty,
                    InterviewFields.page, InterviewFields.pageSize,
                ], reply: .page(InterviewPage.form("InterviewPage", of: InterviewReply.listed)),
                refusals: [404: "There is no such page."]
            ) { call in try await list(call) },
            Endpoint(
                .get, Self.root + "/my_interviews/", of: Self.tag, "List one's own interviews",
                name: "listMyInterviews", reply: .whole(InterviewReply.listed)
            ) { call in
                var filter = InterviewFilter()
                filter.person = call.requester.person
                let all = try await RecordsPage.all { [filter] place in
                    try await service.interviews(
                        filter, page: .after(place, count: PageRequest.limit), for: call.requester)
                }
                return try await listed(all)
            },
        ]
    }

    private var single: [Endpoint] {
        [
            Endpoint(
                .post, Self.root + "/", of: Self.tag, "Make an interview", name: "createInterview",
                body: InterviewFields.interview,
                reply: .one(
                    InterviewReply.message("InterviewMade", "Interview created successfully"),
                    status: .created
                ), refusals: [409: "Somebody is taken at that time."]
            ) { call in
                let sheet = try await service.create(Self.request(call), for: call.requester)
                return try await service.results(of: .number(sheet.number), for: call.requester)
            },
            Endpoint(
                .get, Self.root + "/{id}/", of: Self.tag, "Show an interview", name: "showInterview",
                reply: .one(InterviewReply.one)
            ) { call in try await service.results(of: call.record(), for: call.requester) },
            Endpoint(
                .get, Self.root + "/{id}/questions/", of: Self.tag, "List the questions of an interview",
                name: "listInterviewQuestions", reply: .many(InterviewQuestionReply.form)
            ) { call in try await service.interview(call.record(), for: call.requester).sheetQuestions },
            Endpoint(
                .get, Self.root + "/{id}/results/", of: Self.tag, "Show what came of an interview",
                name: "showInterviewResults", reply: .one(InterviewReply.results)
            ) { call in try await service.results(of: call.record(), for: call.requester) },
        ]
    }

    private var holding: [Endpoint] {
        let state = [409: "It does not fit the state of the interview."]
        return [
            Endpoint(
                .post, Self.root + "/{id}/start/", of: Self.tag, "Begin an interview", name: "startInterview",
                reply: .one(InterviewReply.message("InterviewStarted", "Interview started successfully")),
                refusals: state
            ) { call in
                let sheet = try await service.start(call.record(), for: call.requester)
                return try await service.results(of: .number(sheet.number), for: call.requester)
            },
            Endpoint(
                .post, Self.root + "/{id}/submit_response/", of: Self.tag,
                "Answer a question, in writing or aloud", name: "submitInterviewResponse",
                body: InterviewFields.response, upload: InterviewFields.speaking,
                reply: .oneOrJob(InterviewQuestionReply.submitted), refusals: state,
                admit: {
                    try await service.requireRoomForAnswer(in: $0.record(), for: $0.requester)
                }
            ) { call in try await answer(call) },
            Endpoint(
                .post, Self.root + "/{id}/complete/", of: Self.tag, "End an interview and sum it up",
                name: "completeInterview",
                reply: .one(InterviewReply.ended),
                refusals: state
            ) { call in
                try await service.complete(call.record(), for: call.requester, from: call.address)
            },
        ]
    }

    // MARK: Work

    private func list(_ call: Call) async throws -> InterviewPage<InterviewReply.Listed> {
        var filter = InterviewFilter()
        filter.states = call.query[InterviewFields.ofStatus]?.states ?? []
        filter.kinds = call.query[InterviewFields.ofKind]?.mixes ?? []
        filter.levels = call.query[InterviewFields.ofDifficulty]?.levels ?? []
        let number = call.query[InterviewFields.page]
        let size = call.query[InterviewFields.pageSize]
        let page = try await service.interviews(
            filter, page: .skipping((number - 1) * size, count: size), for: call.requester)
        return try InterviewPage(await listed(page), number, of: size, for: call.request)
    }

    /// Interviews of a list with the points of their answers.
    private func listed(
        _ listings: RecordsPage<InterviewListing>
    ) async throws -> RecordsPage<InterviewReply.Listed> {
        let scores = try await service.answerScores(of: listings.items)
        return listings.map {
            InterviewReply.Listed(listing: $0, points: InterviewPoints(scores[$0.number] ?? []))
        }
    }

    private func answer(_ call: Call) async throws -> Accepted<InterviewQuestionReply.Answer> {
        let number = call.body[InterviewFields.question]
        let name = try call.record()
        let code = call.body[InterviewFields.code].flatMap(\.unlessEmpty)
        let seconds = call.body[InterviewFields.seconds]
        let time = seconds.map { InterviewAnswer.Time.seconds($0) } ?? .sinceTheLastStep
        let addresses = AnswerAddresses(
            audio: call.body[InterviewFields.audioURL].flatMap(\.unlessEmpty),
            video: call.body[InterviewFields.videoURL].flatMap(\.unlessEmpty))
        let text = call.body[InterviewFields.text] ?? ""
        if let spoken = try SoundFields.answer(
            of: call, text: (InterviewFields.text.name, text), code: code, time: time, addresses: addresses)
        {
            let job = try await service.answer(spoken, to: number, of: name, for: call.requester)
            switch try await service.waited(job, for: call) {
            case .done(let answered): return .done(InterviewQuestionReply.Answer(answered))
            case .job(let job): return .job(job)
            }
        }
        if text.unlessEmpty == nil, let audio = addresses?.audio,
            let address = RecordingAddress(audio, authority: call.request.head.authority)
        {
            let job = try await service.answer(
                withRecordingOf: address.answer, of: address.interview, field: InterviewFields.audioURL.name,
                code: code, time: time, addresses: addresses, to: number, in: name, for: call.requester)
            switch try await service.waited(job, for: call) {
            case .done(let answered): return .done(InterviewQuestionReply.Answer(answered))
            case .job(let job): return .job(job)
            }
        }
        let answer = InterviewAnswer(text: text, code: code, time: time, addresses: addresses)
        return .done(
            InterviewQuestionReply.Answer(
                try await service.answer(answer, to: number, of: name, for: call.requester)))
    }

    private static func request(_ call: Call) throws(APIError) -> InterviewRequest {
        var request = InterviewRequest()
        guard let title = call.body[InterviewFields.title].unlessEmpty else {
            throw APIError(
                .badRequest, "The interview has no title: give one.",
                faults: [SchemaFault("title", "must not be blank")])
        }
        request.title = title
        request.summary = call.body[InterviewFields.description].flatMap(\.unlessEmpty)
        request.kind = call.body[InterviewFields.kind].mix
        request.level = call.body[InterviewFields.difficulty].level
        request.role = call.body[InterviewFields.role].flatMap(\.unlessEmpty)
        request.company = call.body[InterviewFields.company].flatMap(\.unlessEmpty)
        request.jobDescription = call.body[InterviewFields.job].flatMap(\.unlessEmpty)
        request.skills = call.body[InterviewFields.skills]
        request.questionCount = call.body[InterviewFields.count]
        request.usesLanguageModel = call.body[InterviewFields.usesAI]
        request.wantsVideo = call.body[InterviewFields.video]
        request.keepsAudio = call.body[InterviewFields.audio]
        request.resume = call.body[InterviewFields.resume]
        request.candidate = call.requester.person
        request.plannedMinutes = call.body[InterviewFields.minutes]
        request.schedule = call.body[InterviewFields.scheduledAt].map {
            InterviewSchedule(start: $0, durationMinutes: call.body[InterviewFields.minutes])
        }
        return request
    }
}
