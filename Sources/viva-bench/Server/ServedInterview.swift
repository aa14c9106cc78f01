import HTTPClient
import Speech

/// An interview that a client holds with a server which may be killed at any moment.
struct ServedInterview: Sendable {
    /// An answer that the server said it had.
    enum Acknowledged {
        /// One in writing, judged in the reply.
        case text(String, question: String, overall: JSONValue)
        /// A recording, with the number of the answer.
        case spoken(SpokenSample, answer: Int)
    }

    /// What is answered.
    struct Answers {
        /// In writing.
        var texts: [String]
        /// As recordings.
        var spoken: [SpokenSample]
        /// Every so many answers is a recording; 0 for none.
        var spokenEvery: Int
    }

    /// How many questions it has.
    private static let questions = 20

    let answers: Answers
    /// Which answer is given first.
    let first: Int
    /// The number of the interview, once the server said it.
    private(set) var number: Int?
    /// What the server said it had, in order.
    private(set) var acknowledged: [Acknowledged] = []
    /// Whether there is no question left.
    private(set) var isOver = false

    init(answers: Answers, first: Int) {
        self.answers = answers
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
                if let problem = try await answer(question, asked: asked, in: number, client) {
                    return problem
                }
            }
        } catch {
            // The server is gone.
            return nil
        }
    }

    /// Answers a question.
    ///
    /// - Returns: what went wrong.
    private mutating func answer(
        _ question: Int, asked: String, in number: Int, _ client: ServerClient
    ) async throws -> String? {
        let place = first + acknowledged.count
        if answers.spokenEvery > 0, place % answers.spokenEvery == 0 {
            let sample = answers.spoken[place / answers.spokenEvery % answers.spoken.count]
            let reply = try await client.send(
                "/api/v1/interview/answer",
                form: sample.form(["session_id": number, "question_id": question]))
            // Too many wait: it is given again.
            if reply.status == 503 {
                try await Task.sleep(for: .milliseconds(500))
                return nil
            }
            guard [200, 202].contains(reply.status), let answer = reply.json["answer_id"]?.whole else {
                return "Session \(number): a recording was answered with \(reply.status): \(reply.json)"
            }
            acknowledged.append(.spoken(sample, answer: answer))
            return nil
        }
        let text = answers.texts[place % answers.texts.count]
        let reply = try await client.send(
            .post, "/api/v1/interview/answer",
            [
                "session_id": .number(Double(number)), "question_id": .number(Double(question)),
                "answer": .text(text), "time_taken_seconds": 60,
            ])
        guard reply.status == 200, let overall = reply.json["scores"]?["overall"] else {
            return "Session \(number): an answer was answered with \(reply.status): \(reply.json)"
        }
        acknowledged.append(.text(text, question: asked, overall: overall))
        return nil
    }

    /// What of the acknowledged answers is not there as it was said.
    func problems(_ client: ServerClient) async throws -> [String] {
        guard let number else { return [] }
        let details = try await client.send(.get, "/api/v1/interview/\(number)")
        guard details.status == 200 else { return ["Session \(number) is gone: \(details.status)."] }
        let kept = (details.json["questions_and_answers"] ?? .null).items
        var problems: [String] = []
        for (index, answer) in acknowledged.enumerated() {
            let name = "Session \(number): answer \(index + 1)"
            switch answer {
            case .text(let text, let question, let overall):
                // One that was kept and not acknowledged any more stands between them.
                let item = kept.first { $0["question_text"]?.string == question }
                if item?["user_answer"]?.string != text {
                    problems.append("\(name) is lost.")
                } else if item?["scores"]?["overall"] != overall {
                    problems.append("\(name) has another score.")
                }
            case .spoken(let sample, let answer):
                let file = try await client.file("/api/v1/interviews/\(number)/answers/\(answer)/recording")
                guard let file else {
                    problems.append("\(name) is lost with its recording.")
                    continue
                }
                if !(try await sample.isWhole(in: file)) { problems.append("\(name) is not whole.") }
            }
        }
        return problems
    }

    /// How many of the acknowledged answers are recordings.
    var spokenCount: Int { acknowledged.count { if case .spoken = $0 { true } else { false } } }

    /// How many of those were heard; the others wait, or were given up because the server was killed over them twice.
    func heardCount(_ client: ServerClient) async throws -> Int {
        guard let number else { return 0 }
        var count = 0
        for case .spoken(_, let answer) in acknowledged {
            let reply = try await client.done(.get, "/api/v1/interviews/\(number)/answers/\(answer)")
            if reply.json["transcript"]?.string?.isEmpty == false { count += 1 }
        }
        return count
    }
}
