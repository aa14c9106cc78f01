import HTTPClient
import Speech

/// An interview that a client holds with a server which may be killed at any moment.
struct ServedInterview: Sendable {
    /// An answer that the server said it had.
    struct Acknowledged {
        var question: String
        var text: String
        var overall: JSONValue
    }

    /// How many questions it has.
    private static let questions = 20

    let texts: [String]
    /// Which text is given first.
    let first: Int
    /// The number of the interview, once the server said it.
    private(set) var number: Int?
    /// What the server said it had, in order.
    private(set) var acknowledged: [Acknowledged] = []
    /// Whether there is no question left.
    private(set) var isOver = false

    init(texts: [String], first: Int) {
        self.texts = texts
        self.first = first
    }

    /// Answers question after question until there is none, or the server is gone.
    ///
    /// - Returns: what went wrong while the server was there.
    mutating func hold(_ client: ServerClient) async -> String? {
        do {
            if number == nil {
                let start = try await client.done(
                    .post, "/api/v1/interview/start",
                    [
                        "session_type": "mixed", "job_role": "Software Engineer",
                        "num_questions": .number(Double(Self.questions)),
                    ])
                number = start.json["session_id"]?.whole
            }
            guard let number else { return "A session was begun without a number." }
            while true {
                let next = try await client.send(.get, "/api/v1/interview/\(number)/question")
                if next.status == 404 {
                    isOver = true
                    return nil
                }
                guard next.status == 200, let question = next.json["question_id"]?.whole,
                    let asked = next.json["question_text"]?.string
                else {
                    return
                        "Session \(number): the next question was answered with \(next.status): \(next.json)"
                }
                let text = texts[(first + acknowledged.count) % texts.count]
                let reply = try await client.send(
                    .post, "/api/v1/interview/answer",
                    [
                        "session_id": .number(Double(number)), "question_id": .number(Double(question)),
                        "answer": .text(text), "time_taken_seconds": 60,
                    ])
                guard reply.status == 200, let overall = reply.json["scores"]?["overall"] else {
                    return "Session \(number): an answer was answered with \(reply.status): \(reply.json)"
                }
                acknowledged.append(Acknowledged(question: asked, text: text, overall: overall))
            }
        } catch {
            // The server is gone.
            return nil
        }
    }

    /// What of the acknowledged answers is not there as it was said.
    func problems(_ client: ServerClient) async throws -> [String] {
        guard let number else { return [] }
        let details = try await client.send(.get, "/api/v1/interview/\(number)")
        guard details.status == 200 else { return ["Session \(number) is gone: \(details.status)."] }
        let kept = (details.json["questions_and_answers"] ?? .null).items
        // One that was kept and not acknowledged any more stands between them.
        return acknowledged.enumerated().compactMap { index, answer in
            guard
                let item = kept.first(where: { $0["question_text"]?.string == answer.question }),
                item["user_answer"]?.string == answer.text
            else { return "Session \(number): answer \(index + 1) is lost." }
            guard item["scores"]?["overall"] == answer.overall else {
                return "Session \(number): answer \(index + 1) has another score."
            }
            return nil
        }
    }
}
