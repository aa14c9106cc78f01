import Archive
import FoundationEssentials
import Recordings
import Records
import Speech

/// Interviews that are killed again and again until they are over.
struct CrashRun {
    let home: String
    let questions: Int
    let pace: Double
    let engine: BenchEar
    let recording: String
    let samples: [Float]

    /// What came of it.
    struct Outcome {
        var kills: [Acknowledgement.Phase: Int] = [:]
        var interviews = 0
        var resumptions = 0
        var problems: [String] = []

        /// The table.
        var text: String {
            let head = ["killed while", "times"]
            let lines = Acknowledgement.Phase.allCases.map { [$0.rawValue, "\(kills[$0] ?? 0)"] }
            let all = kills.values.reduce(0, +)
            return MarkdownTable.text(head: head, lines: lines + [["in all", "\(all)"]], labels: 1)
                + "\n\n\(interviews) interviews, gone on with \(resumptions) times, \(problems.count) problems"
        }
    }

    /// The most times that one interview is killed before it may end.
    private static let killsInARow = 6

    /// Kills so many times.
    func outcome(kills count: Int, seed: UInt64) async throws -> Outcome {
        var random = SplitMix64(seed: seed)
        var outcome = Outcome()
        // How long an interview takes that nobody kills.
        var whole = KeptAnswers()
        let first = try await program(session: nil, killAfterSeconds: nil)
        try note(first, &whole, &outcome)
        outcome.problems += try await problems(whole)
        let seconds = first.seconds
        ProgressNote.write("An interview takes \(Spread.text(seconds)) s.")
        while outcome.kills.values.reduce(0, +) < count, outcome.problems.isEmpty {
            try await interview(seconds: seconds, count: count, &random, &outcome)
        }
        outcome.problems += try await archive().check().problems
        return outcome
    }

    private func interview(
        seconds: Double, count: Int, _ random: inout SplitMix64, _ outcome: inout Outcome
    ) async throws {
        var answers = KeptAnswers()
        var killed = 0
        outcome.interviews += 1
        while !answers.isFinished, outcome.problems.isEmpty {
            let total = outcome.kills.values.reduce(0, +)
            // The first time always, later half of the time.
            let isToBeKilled =
                total < count && killed < Self.killsInARow && (killed == 0 || Bool.random(using: &random))
            let limit = isToBeKilled ? Double.random(in: 0...seconds, using: &random) : nil
            let wasBegun = answers.number != nil
            let program = try await program(session: answers.number, killAfterSeconds: limit)
            let said = try note(program, &answers, &outcome)
            let wasOpened = said.contains { if case .opened = $0 { true } else { false } }
            if wasBegun, wasOpened { outcome.resumptions += 1 }
            if program.wasKilled {
                killed += 1
                outcome.kills[said.last?.phase ?? .opening, default: 0] += 1
                ProgressNote.write("\(total + 1) of \(count): \(said.last.map(\.line) ?? "opening")")
            }
            outcome.problems += try await problems(answers)
            if answers.number == nil, program.wasKilled { return }
        }
    }

    private func program(session: Int64?, killAfterSeconds limit: Double?) async throws -> KilledProgram {
        try await KilledProgram.run(
            Sibling.itself,
            [
                "interview-to-kill", "--home", home, "--recording", recording, "--questions", "\(questions)",
                "--pace", "\(pace)", "--engine", engine.rawValue,
            ] + (session.map { ["--session", "\($0)"] } ?? []), killAfterSeconds: limit)
    }

    /// Notes what a program said; one that ended by itself must have come to its end.
    @discardableResult
    private func note(
        _ program: KilledProgram, _ answers: inout KeptAnswers, _ outcome: inout Outcome
    ) throws -> [Acknowledgement] {
        let said = program.lines.compactMap { Acknowledgement(line: $0) }
        answers.note(said)
        if !program.wasKilled, program.status != 0 || said.last != .finished {
            outcome.problems.append(
                "interview \(answers.number.map { "\($0)" } ?? "") ended with \(program.status) after \"\(program.lines.last ?? "")\": \(program.errors)"
            )
        }
        return said
    }

    private func archive() async throws -> Archive {
        let environment = ProcessInfo.processInfo.environment
        return try await Archive.open(
            home, database: environment["VIVA_DATABASE_URL"], keys: try .from(environment: environment))
    }

    private func problems(_ answers: KeptAnswers) async throws -> [String] {
        try await answers.problems(in: try await archive(), recording: samples)
    }
}
