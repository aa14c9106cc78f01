import ArgumentParser
import FoundationEssentials
import HTTPClient
import Speech

/// Kills a server while it is asked, and looks whether anything is lost that it said it had.
struct ServerCrashBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "server-crashes",
        abstract: "Kill the server under load (kill -9) and look whether an acknowledged answer is lost.",
        discussion: """
            Several clients hold interviews at once. The server is killed at a random moment and started again; each answer that it had
            acknowledged must be there with its words and score, or its recording from beginning to end, and every interview that was being
            held must go on. At the end the recordings that wait are heard.

            EXAMPLES
              viva-bench server-crashes
              viva-bench server-crashes --kills 10 --clients 8
            """)

    @Option(help: "How many times to kill.") var kills = 50
    @Option(help: "How many clients ask at once.") var clients = 4
    @Option(help: "The most seconds until it is killed.") var seconds = 6.0
    @Option(help: "What the random moments begin with.") var seed: UInt64 = 1
    @Option(help: "Every so many answers is a recording; 0 for none.") var spokenEvery = 3
    @Option(help: "The folder with the texts of answers.") var texts = "samples/texts"
    @Option(help: "The folder with recordings of answers, NAME-good.flac.") var recordings = "samples"

    func validate() throws {
        guard kills > 0, clients > 0, seconds > 0 else {
            throw ValidationError("--kills, --clients and --seconds are above 0.")
        }
        guard spokenEvery >= 0 else { throw ValidationError("--spoken-every is at least 0.") }
    }

    func run() async throws {
        let given = ServedInterview.Answers(
            texts: try AnswerTexts.read(texts), spoken: try await SpokenSample.read(recordings),
            spokenEvery: spokenEvery)
        try await TemporaryFolder.use { folder in
            let transport = try HTTPTransport()
            let home = ServerHome(
                folder: folder + "/home",
                options: ["--account-requests-per-minute", "1000000", "--engine", "pocketsphinx"])
            try await home.fill(person: "Jane Smith")
            var random = SplitMix64(seed: seed)
            var held = (0..<clients).map { ServedInterview(answers: given, first: $0) }
            var over: [ServedInterview] = []
            var (answers, problems): (Int, [String]) = (0, [])
            for kill in 1...kills where problems.isEmpty {
                let server = try await home.serve(over: transport)
                defer { if server.isRunning { server.kill() } }
                let client = try await home.client(of: server, over: transport)
                // What was acknowledged before the last kill, and goes on now.
                for interview in held { problems += try await interview.problems(client) }
                over += held.filter(\.isOver)
                held = held.map { $0.isOver ? ServedInterview(answers: given, first: kill) : $0 }
                let limit = Double.random(in: 0...seconds, using: &random)
                let before = held.map(\.acknowledged.count).reduce(0, +)
                (held, problems) = await Self.hold(
                    held, client, killing: server, after: limit, problems: problems)
                answers += held.map(\.acknowledged.count).reduce(0, +) - before
                ProgressNote.write(
                    "\(kill) of \(kills): killed after \(Spread.text(limit)) s, \(answers) answers acknowledged"
                )
            }
            let server = try await home.serve(over: transport)
            defer { if server.isRunning { server.end() } }
            let client = try await home.client(of: server, over: transport)
            for interview in over + held { problems += try await interview.problems(client) }
            let heard = try await Self.heard(over + held) {
                try await home.client(of: server, over: transport)
            }
            server.end()
            let check = try MeasuredProcess.run(Sibling.viva, ["database", "check", "--home", home.folder])
            print(check.output)
            print(
                "\(kills) kills, \(answers) answers acknowledged, \(heard.all) of them recordings, of which \(heard.heard) were heard; \(problems.count) problems"
            )
            guard problems.isEmpty else {
                for problem in problems { ProgressNote.write(problem) }
                throw ExitCode.failure
            }
        }
    }

    /// Waits until no recording waits, half an hour at most, and counts those that were acknowledged and those that were heard.
    private static func heard(
        _ interviews: [ServedInterview], signIn: () async throws -> ServerClient
    ) async throws -> (heard: Int, all: Int) {
        var client = try await signIn()
        for state in ["queued", "running"] {
            for look in 1...1800 {
                // A token is good for a quarter of an hour.
                if look % 300 == 0 { client = try await signIn() }
                let waiting = try await client.done(.get, "/api/v1/jobs?state=\(state)").json
                guard let jobs = waiting["jobs"] else {
                    throw MeasuredProcess.Failure(
                        description: "The list of jobs was answered with \(waiting).")
                }
                if jobs.items.isEmpty { break }
                try await Task.sleep(for: .seconds(1))
            }
        }
        var heard = 0
        for interview in interviews { heard += try await interview.heardCount(client) }
        return (heard, interviews.map(\.spokenCount).reduce(0, +))
    }

    /// All interviews at once, until the server is killed.
    private static func hold(
        _ held: [ServedInterview], _ client: ServerClient, killing server: ServedProgram,
        after seconds: Double, problems: [String]
    ) async -> ([ServedInterview], [String]) {
        await withTaskGroup(of: (Int, ServedInterview, String?).self) { group in
            for (index, interview) in held.enumerated() {
                group.addTask {
                    var interview = interview
                    let problem = await interview.hold(client)
                    return (index, interview, problem)
                }
            }
            try? await Task.sleep(for: .seconds(seconds))
            server.kill()
            var (after, problems) = (held, problems)
            for await (index, interview, problem) in group {
                after[index] = interview
                if let problem { problems.append(problem) }
            }
            return (after, problems)
        }
    }
}
