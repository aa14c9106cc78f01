import Accounts
import FoundationEssentials
import HTTPTypes
import Interview
import Records
import Service
import Speech
import Web

/// Sessions: interviews that an interviewer plans for a student.
struct SessionEndpoints: Sendable {
    private static let root = "/api/sessions/"
    private static let tag = "sessions"

    /// The service.
    let service: VivaService

    var endpoints: [Endpoint] { records + holding }

    private var records: [Endpoint] {
        let clash = [409: "It does not fit the state of the session, or somebody is taken at that time."]
        return [
            Endpoint(
                .get, Self.root, of: Self.tag, "List sessions, newest first", name: "listSessions",
                query: [SessionFields.ofStatus, ListFields.limit, ListFields.offset],
                reply: .part(SessionReply.form)
            ) { call in
                var filter = InterviewFilter()
                filter.states = call.query[SessionFields.ofStatus]?.states ?? []
                return ListPart(
                    try await service.sessions(filter, page: call.part, for: call.requester), of: call)
            },
            Endpoint(
                .post, Self.root, of: Self.tag, "Plan a session", name: "createSession",
                body: SessionFields.making, reply: .one(SessionReply.form, status: .created), refusals: clash
            ) { call in
                let sheet = try await service.create(request(call), for: call.requester)
                return try await service.session(.number(sheet.number), for: call.requester)
            },
            Endpoint(
                .get, Self.root + "{id}/", of: Self.tag, "Show a session", name: "showSession",
                reply: .one(SessionReply.form)
            ) { call in try await service.session(call.record(), for: call.requester) },
            Endpoint(
                .put, Self.root + "{id}/", of: Self.tag, "Change a session", name: "replaceSession",
                body: SessionFields.replacing, reply: .one(SessionReply.form), refusals: clash
            ) { call in try await edit(call, title: call.body[SessionFields.sameTitle]) },
            Endpoint(
                .patch, Self.root + "{id}/", of: Self.tag, "Change some of a session", name: "changeSession",
                body: SessionFields.changing, reply: .one(SessionReply.form), refusals: clash
            ) { call in try await edit(call, title: call.body[SessionFields.otherTitle]) },
            Endpoint(
                .delete, Self.root + "{id}/", of: Self.tag, "Delete a session with all that was said in it",
                name: "deleteSession", reply: .nothing()
            ) { call in
                try await service.delete(call.record(), for: call.requester, from: call.address)
            },
        ]
    }

    private var holding: [Endpoint] {
        [
            Endpoint(
                .post, Self.root + "{id}/start/", of: Self.tag,
                "Begin a session; one that goes on stays as it is",
                name: "startSession", reply: .one(SessionReply.form),
                refusals: [409: "The session is over, or no question fits it."]
            ) { call in
                let name = try call.record()
                try await service.begin(name, for: call.requester)
                return try await service.session(name, for: call.requester)
            },
            Endpoint(
                .post, Self.root + "{id}/end/", of: Self.tag,
                "End a session; one that has ended stays as it is",
                name: "endSession", reply: .one(SessionReply.form),
                refusals: [409: "The session was not begun, or was called off."]
            ) { call in
                let name = try call.record()
                _ = try await service.end(name, for: call.requester, from: call.address)
                return try await service.session(name, for: call.requester)
            },
        ]
    }

    // MARK: Work

    private func request(_ call: Call) async throws -> InterviewRequest {
        var request = InterviewRequest()
        request.title = try Self.title(call.body[SessionFields.title])
        request.summary = call.body[SessionFields.description].flatMap(\.unlessEmpty)
        request.interviewer = try await person(SessionFields.interviewer, .interviewer, call)
        request.candidate = try await person(SessionFields.student, .student, call)
        let minutes = call.body[SessionFields.minutes]
        request.plannedMinutes = minutes ?? InterviewSchedule.usualMinutes
        request.schedule = call.body[SessionFields.scheduledAt].map {
            InterviewSchedule(start: $0, durationMinutes: minutes ?? InterviewSchedule.usualMinutes)
        }
        request.past = .allowed
        request.mode = .real
        // Questions are written by hand, or chosen when it begins.
        request.questionCount = 0
        request.followUpLimit = 1
        let own = call.requester.role == .candidate ? call.requester.person : nil
        if let candidate = request.candidate ?? own,
            candidate == request.interviewer
                || (request.interviewer == nil && call.requester.role == .interviewer
                    && candidate == call.requester.person)
        {
            throw ServiceError.invalid(
                field: "student_id", reason: "The student is the interviewer: name somebody else.")
        }
        return request
    }

    private func edit(_ call: Call, title: String?) async throws -> InterviewHead {
        let name = try call.record()
        let head = try await service.session(name, for: call.requester)
        let (now, details) = (head.interview, head.interview.details)
        try Self.requireShown(head, call)
        // What is shown as nothing comes back as nothing.
        try Self.requireKept(SessionFields.interviewer, call, isThere: details.interviewer != nil)
        try Self.requireKept(SessionFields.student, call, isThere: details.candidate != nil)
        try Self.requireKept(SessionFields.scheduledAt, call, isThere: now.schedule != nil)
        try Self.requireKept(SessionFields.minutes, call, isThere: true)
        var edit = InterviewEdit()
        edit.title = try title.flatMap { $0 == details.title ? nil : try Self.title($0) }
        if call.body.has(SessionFields.description) {
            edit.summary = call.body[SessionFields.description] ?? ""
        }
        edit.interviewer = try await person(SessionFields.interviewer, .interviewer, call)
        edit.candidate = try await person(SessionFields.student, .student, call)
        edit.minutes = call.body[SessionFields.minutes]
        edit.start = call.body[SessionFields.scheduledAt]
        if let status = call.body[SessionFields.status] {
            // Whoever sends back what is shown changes nothing.
            if status != InterviewStatus(now.state) { edit.state = try Self.state(status, after: now.state) }
        }
        try await service.edit(name, edit, for: call.requester, from: call.address)
        return try await service.session(name, for: call.requester)
    }

    /// A title that says something.
    private static func title(_ text: String) throws(ServiceError) -> String {
        guard let text = text.unlessEmpty else {
            throw .invalid(field: SessionFields.title.name, reason: "It says nothing: give a title.")
        }
        return text
    }

    /// The state that is asked for, where that one can follow the state in which a session is.
    private static func state(
        _ status: InterviewStatus, after state: InterviewState
    ) throws(ServiceError) -> InterviewState {
        let wanted = status.state(after: state)
        guard state.step(to: wanted) != nil else {
            throw .conflict(
                reason:
                    "A session that is \(InterviewStatus(state).rawValue) does not become \(status.rawValue)."
            )
        }
        return wanted
    }

    /// Refuses another value of what is shown and not changed so: what somebody meant by it would be lost without a word.
    private static func requireShown(_ head: InterviewHead, _ call: Call) throws(ServiceError) {
        let shown = SessionReply.form.json(of: head)
        for (field, changedBy) in SessionFields.shown where call.body.has(field) {
            guard !call.body[field].says(shown[field.name] ?? .null) else { continue }
            throw .invalid(
                field: field.name,
                reason: changedBy.map { "It is told by \($0): say there who it is to be." }
                    ?? "It cannot be changed: leave it out, or send what is shown.")
        }
    }

    /// Refuses `null` for what is there and cannot be taken away.
    private static func requireKept<Value>(
        _ field: RequestField<Value?>, _ call: Call, isThere: Bool
    ) throws(ServiceError) {
        guard isThere, call.body.has(field), call.body[field] == nil else { return }
        throw .invalid(
            field: field.name, reason: "It cannot be taken away: leave it out, or say what it is to be.")
    }

    /// The number of the person whom a field names.
    private func person(
        _ field: RequestField<RecordName?>, _ part: Participant.Part, _ call: Call
    ) async throws -> Int64? {
        guard let name = call.body[field] else { return nil }
        do {
            return try await service.participant(name, as: part, for: call.requester).person.number
        } catch {
            guard case .notFound = error else { throw error }
            throw ServiceError.invalid(field: field.name, reason: "There is no \(part.noun) \(name).")
        }
    }
}

extension InterviewStatus {
    /// The state that it asks for: what goes on cannot be called off, only given up.
    fileprivate func state(after state: InterviewState) -> InterviewState {
        switch self {
        case .scheduled: .scheduled
        case .inProgress: .inProgress
        case .completed: .completed
        case .cancelled: state == .inProgress ? .abandoned : .cancelled
        }
    }
}

extension JSONValue {
    /// Whether it is the same as what is shown, in whatever way a moment or a UUID is written.
    fileprivate func says(_ shown: JSONValue) -> Bool {
        if self == shown { return true }
        guard case .text(let text) = self, case .text(let other) = shown else { return false }
        if let moment = Date(json: self), let other = Date(json: shown) { return moment == other }
        return UUID(uuidString: text).map { $0 == UUID(uuidString: other) } ?? false
    }
}
