import HTTPTypes
import Interview
import Speech
import Testing

/// Who is told what of an interview that takes somebody's time.
@Suite struct SessionClashTests {
    private static let start = "2126-12-21T10:00:00Z"

    /// What is asked for at the time of another session of the student.
    private static func wish(_ title: String, _ student: JSONValue, _ start: String = start) -> JSONValue {
        ["title": .text(title), "student_id": student, "scheduled_at": .text(start)]
    }

    @Test func whoeverMayNotReadTheOtherOneIsToldThatThePersonIsTaken() async throws {
        try await SessionPeople.run { people in
            let ida: JSONValue = ["name": "Ida Doe", "email": "ida@example.com"]
            let ask = try await people.expect(201, .post, "interviewers/", ida, as: people.boss)
            try await people.expect(
                201, .post, "sessions/",
                [
                    "title": "secret talks", "student_id": people.student, "interviewer_id": ask["id"] ?? 0,
                    "scheduled_at": .text(Self.start),
                ], as: people.boss)
            try await people.expect(404, .get, "sessions/1/", as: people.ivan)
            let made = try await people.expect(
                201, .post, "sessions/", Self.wish("x", people.student, "2126-12-22T10:00:00Z"),
                as: people.ivan)
            let own = "sessions/\(Int(made["id"]?.number ?? 0))/"
            for reply in [
                try await people.expect(
                    409, .post, "sessions/", Self.wish("x", people.student), as: people.ivan),
                try await people.expect(
                    409, .patch, own, ["scheduled_at": .text(Self.start)], as: people.ivan),
            ] {
                #expect(reply.text("detail") == "cora is taken then. Choose another time.")
            }
        }
    }

    @Test func whoeverMayReadTheOtherOneIsToldWhichItIs() async throws {
        try await SessionPeople.run { people in
            try await people.expect(
                201, .post, "sessions/", Self.wish("Ours", people.student), as: people.ivan)
            for token in [people.ivan, people.boss] {
                let reply = try await people.expect(
                    409, .post, "sessions/", Self.wish("x", people.student, "2126-12-21T10:10:00Z"),
                    as: token)
                let both = token == people.ivan ? ["cora and ivan", "ivan and cora"] : ["cora"]
                #expect(
                    both.map {
                        "\($0) \(both.count == 1 ? "is" : "are") taken from 2126-12-21T10:00:00Z to 2126-12-21T10:30:00Z "
                            + "by interview 1 (Ours). Choose another time."
                    }.contains(reply.text("detail")), "\(reply.json)")
            }
        }
    }
}
