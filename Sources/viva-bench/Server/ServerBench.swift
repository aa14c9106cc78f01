import ArgumentParser
import Foundation
import HTTPClient
import Speech

/// How fast the server answers.
struct ServerBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "server",
        abstract: "Measure how fast the server answers, against a bare Hummingbird on the same machine.",
        discussion: """
            A server with sample data and an account is asked for one interview of that account, with its token, its limits on and too
            high to be reached; a bare Hummingbird that says hello is asked in turn. Then interviews are held with typed
            answers, and the time from each answer to its feedback is taken. Needs the program wrk.

            EXAMPLES
              viva-bench server
              viva-bench server --rounds 5 --seconds 10
            """)

    @Option(help: "How many times each is asked.") var rounds = 3
    @Option(help: "For how many seconds.") var seconds = 8
    @Option(help: "Over how many connections.") var connections = 64
    @Option(help: "How many answers are given.") var answers = 60
    @Option(help: "The folder with the texts of answers.") var texts = "samples/texts"
    @Option(help: "Whose account it is: one of the sample people.") var person = "Jane Smith"

    func validate() throws {
        guard rounds > 0, seconds > 0, connections > 0, answers >= 0 else {
            throw ValidationError(
                "--rounds, --seconds and --connections are above 0, --answers is 0 or more.")
        }
    }

    func run() async throws {
        try await TemporaryFolder.use { folder in
            let transport = try HTTPTransport()
            let home = ServerHome(
                folder: folder + "/home",
                options: ["--account-requests-per-minute", "1000000", "--log-level", "info"])
            try await home.fill(person: person)
            let server = try await home.serve(over: transport)
            defer { server.end() }
            let client = try await home.client(of: server, over: transport)
            try await rates(client, folder, transport)
            if answers > 0 { try await latency(client) }
        }
    }

    // MARK: Rates

    private func rates(_ client: ServerClient, _ folder: String, _ transport: HTTPTransport) async throws {
        let hello = try await ServedProgram.start(
            Sibling.itself, ["hello", "--port", "PORT"], port: ServedProgram.freePort(), path: "/hello",
            log: folder + "/hello.log", over: transport)
        defer { hello.end() }
        let own = try await client.done(.get, "/api/v1/interviews/my_interviews/").json.items
        guard let number = own.first(where: { $0["status"]?.string == "completed" })?["id"]?.whole else {
            throw MeasuredProcess.Failure(description: "\(person) has no completed interview.")
        }
        let detail = "\(client.address)/api/v1/interviews/\(number)/"
        var (plain, served): ([WrkRun], [WrkRun]) = ([], [])
        for round in 1...rounds {
            ProgressNote.write("Round \(round) of \(rounds) ...")
            plain.append(
                try WrkRun(hello.address + "/hello", token: nil, connections: connections, seconds: seconds))
            served.append(
                try WrkRun(detail, token: client.token, connections: connections, seconds: seconds))
        }
        func line(_ name: String, _ runs: [WrkRun]) -> [String] {
            [
                name, Spread(runs.map(\.requestsPerSecond)).description,
                Spread(runs.map(\.p99Milliseconds)).description,
                "\(runs.map(\.failures).reduce(0, +))",
            ]
        }
        let ratios = zip(served, plain).map { 100 * $0.requestsPerSecond / $1.requestsPerSecond }
        print(
            MarkdownTable.text(
                head: ["asked, \(connections) connections", "requests a second", "p99, ms", "failures"],
                lines: [
                    line("a bare Hummingbird's hello", plain), line("an interview of the account", served),
                ], labels: 1))
        print("\nThe interview at \(Spread(ratios)) % of hello's rate.\n")
    }

    // MARK: Answers

    private func latency(_ client: ServerClient) async throws {
        let texts = try AnswerTexts.read(texts)
        var (times, starts): ([Double], [Double]) = ([], [])
        while times.count < answers {
            let start = try await client.done(
                .post, "/api/v1/interview/start",
                [
                    "session_type": "mixed", "job_role": "Software Engineer", "difficulty_level": "mid",
                    "num_questions": 5,
                ])
            starts.append(start.seconds)
            guard let session = start.json["session_id"] else { break }
            var question = start.json["first_question"]?["question_id"]
            while let asked = question, times.count < answers {
                let reply = try await client.done(
                    .post, "/api/v1/interview/answer",
                    [
                        "session_id": session, "question_id": asked,
                        "answer": .text(texts[times.count % texts.count]), "time_taken_seconds": 60,
                    ])
                times.append(reply.seconds)
                guard reply.json["has_more_questions"] == true, let id = session.whole else { break }
                question = try await client.done(.get, "/api/v1/interview/\(id)/question").json["question_id"]
            }
        }
        func line(_ name: String, _ values: [Double]) -> [String] {
            let sorted = values.sorted()
            return [
                name, "\(values.count)", Spread.text(Spread.quantile(sorted, 0.5) ?? .nan),
                Spread.text(Spread.quantile(sorted, 0.95) ?? .nan), Spread.text(sorted.last ?? .nan),
            ]
        }
        print(
            MarkdownTable.text(
                head: ["from request to reply, s", "times", "p50", "p95", "most"],
                lines: [line("a typed answer to its feedback", times), line("an interview begun", starts)],
                labels: 1))
    }
}
