import Accounts
import HTTPTypes

/// A request by which somebody does something with something; where it succeeds, they may.
///
/// In the path and the body stand `{id}` for the number of the thing, `{question}` for that of its first question, and `{organization}`
/// for that of the organization whose it is.
struct AccessProbe: CustomStringConvertible {
    /// How it is told whether somebody may.
    enum Sign {
        /// The request is done.
        case done
        /// The answer has what tells the thing apart from all others.
        case listed
    }

    let resource: AccessResource
    let action: AccessAction
    let method: HTTPRequest.Method
    let path: String
    let body: String?
    let owners: [AccessOwner]
    let sign: Sign

    /// A request that is done or refused.
    init(
        _ resource: AccessResource, _ action: AccessAction, _ method: HTTPRequest.Method, _ path: String,
        _ body: String? = nil, of owners: [AccessOwner] = AccessOwner.allCases
    ) {
        self.init(resource, action, method, path, body, owners, .done)
    }

    /// A list that has the thing or has it not.
    init(
        _ resource: AccessResource, _ action: AccessAction, in list: String,
        of owners: [AccessOwner] = AccessOwner.allCases
    ) {
        self.init(resource, action, .get, list, nil, owners, .listed)
    }

    private init(
        _ resource: AccessResource, _ action: AccessAction, _ method: HTTPRequest.Method, _ path: String,
        _ body: String?, _ owners: [AccessOwner], _ sign: Sign
    ) {
        self.resource = resource
        self.action = action
        self.method = method
        self.path = path
        self.body = body
        self.owners = owners
        self.sign = sign
    }

    var description: String { "\(resource) \(action): \(method) \(path)" }
}

extension AccessProbe {
    private static let signing = #""password": "correct mule battery""#

    /// Every request that the table speaks of: a line for each.
    static let all: [AccessProbe] = [
        .init(.interview, .read, .get, "/api/v1/interviews/{id}/"),
        .init(.interview, .read, .get, "/api/v1/interviews/{id}/questions/"),
        .init(.interview, .read, .get, "/api/v1/interviews/{id}/results/"),
        .init(.interview, .read, in: "/api/v1/interviews/?page_size=100"),
        .init(.interview, .read, .get, "/api/v1/interview/{id}"),
        .init(.interview, .read, .get, "/api/v1/interview/{id}/question"),
        .init(.interview, .read, .get, "/api/v1/interview/{id}/resources"),
        .init(.interview, .create, .post, "/api/v1/interviews/", #"{"title": "Mine"}"#, of: [.own]),
        .init(
            .interview, .create, .post, "/api/v1/interview/start",
            #"{"session_type": "technical", "job_role": "Baker", "difficulty_level": "junior"}"#, of: [.own]),
        .init(.interview, .change, .post, "/api/v1/interviews/{id}/complete/"),
        .init(
            .interview, .answer, .post, "/api/v1/interviews/{id}/submit_response/",
            #"{"question_id": {question}, "text_response": "An index finds rows quickly."}"#),
        .init(
            .interview, .answer, .post, "/api/v1/interview/answer",
            #"{"session_id": {id}, "question_id": {question}, "answer": "An index finds rows quickly."}"#),
        .init(.interview, .change, .post, "/api/v1/interview/{id}/complete"),
        .init(.interview, .change, .post, "/api/sessions/{id}/start/"),
        .init(.interview, .change, .post, "/api/sessions/{id}/end/"),
        .init(.interview, .change, .patch, "/api/sessions/{id}/", #"{"title": "Another"}"#),
        .init(.interview, .delete, .delete, "/api/v1/interview/{id}"),
        .init(.template, .read, .get, "/api/v1/templates/{id}/"),
        .init(.template, .read, in: "/api/v1/templates/"),
        .init(.bank, .read, in: "/api/v1/interview/questions?limit=100"),
        .init(.account, .read, .get, "/api/v1/accounts/{id}/"),
        .init(.account, .read, in: "/api/v1/accounts/?limit=200"),
        .init(.account, .read, .get, "/api/v1/auth/me/", of: [.own]),
        .init(
            .account, .change, .post, "/api/v1/auth/password/",
            #"{"old_password": "correct mule battery", "new_password": "correct mule battery"}"#, of: [.own]),
        .init(
            .account, .change, .patch, "/api/v1/accounts/{id}/", #"{"role": "candidate"}"#,
            of: [.organization, .other]),
        .init(
            .account, .create, .post, "/api/v1/accounts/",
            #"{"username": "new.{id}", \#(signing), "organization_id": {organization}}"#,
            of: [.organization, .other]),
        .init(
            .account, .create, .post, "/api/v1/auth/invitations/", #"{"organization_id": {organization}}"#,
            of: [.organization, .other]),
        .init(
            .account, .create, in: "/api/v1/auth/invitations/?limit=200", of: [.organization, .other]),
        .init(
            .account, .delete, .delete, "/api/v1/auth/invitations/{invitation}/", of: [.organization, .other]),
        .init(.audit, .read, in: "/api/v1/audit/?limit=200", of: [.organization, .other]),
    ]

    /// Of what no request speaks yet; a line above takes one out.
    static let withoutRequests: Set<AccessResource> = [.person, .organization, .resume, .report]
}
