import FoundationEssentials
import Testing

@Suite struct PracticeCommandTests {
    private struct Session: Decodable {
        struct Summary: Decodable {
            struct Line: Decodable { var overall: Double? }
            var lines: [Line]
            var state: String
        }
        var session: String
        var summary: Summary
    }

    @Test func recordedAnswersGiveAWholeInterviewWithItsFilesOnDisk() async throws {
        let command = try Command()
        defer { command.remove() }
        let run = try await command.run(
            "practice", "--json", "--sessions", command.path("sessions"), "--answers",
            Command.sample("conflict-too-short.flac"), Command.sample("deadline-silent.flac"))
        #expect(run.code == 0, "\(run.log)")
        let session = try JSONDecoder().decode(Session.self, from: Data(run.output.utf8))
        #expect(session.summary.state == "completed")
        #expect(session.summary.lines.count == 2)
        for file in [
            "session.json", "questions/01.wav", "questions/02.wav", "answers/01-1.wav", "answers/02-1.wav",
        ] {
            #expect(FileManager.default.fileExists(atPath: "\(session.session)/\(file)"), "\(file)")
        }
        #expect(
            session.summary.lines.contains { $0.overall == nil },
            "A silent answer has no score, not a score of zero.")
    }

    @Test func anInterviewThatWasBrokenOffGoesOnWithTheSameQuestion() async throws {
        let command = try Command()
        defer { command.remove() }
        let sessions = command.path("sessions")
        let first = try await command.run(
            "practice", "--text", "--questions", "1", "--follow-ups", "0", "--sessions", sessions, input: "")
        #expect(first.code == 66)
        #expect(first.log.contains("--resume"))
        let again = try await command.run(
            "practice", "--text", "--resume", "--sessions", sessions, "--json",
            input: "I would first find out what happened and then tell the team about it at once.\n\n")
        #expect(again.code == 0, "\(again.log)")
        let session = try JSONDecoder().decode(Session.self, from: Data(again.output.utf8))
        #expect(session.summary.lines.count == 1)
        #expect(try FileManager.default.contentsOfDirectory(atPath: sessions).count == 1)
        let question = first.output.split(separator: "\n").first { $0.contains("?") || $0.hasSuffix(".") }
        #expect(question != nil)
    }

    @Test func theSameSeedAsksTheSameQuestion() async throws {
        let command = try Command()
        defer { command.remove() }
        var questions: [String] = []
        for _ in 0..<2 {
            let run = try await command.run(
                "practice", "--text", "--questions", "1", "--seed", "42", "--sessions",
                command.path("sessions"))
            questions.append(
                String(
                    run.output.prefix { $0 != "\u{0}" }.split(separator: "\n").dropFirst(1).prefix(3).joined()
                ))
        }
        #expect(questions[0] == questions[1])
    }

    @Test func anAnswerThatCannotBeReadIsToldBeforeTheInterviewBegins() async throws {
        let command = try Command()
        defer { command.remove() }
        let run = try await command.run(
            "practice", "--sessions", command.path("sessions"), "--answers", "/no/such/answer.wav")
        #expect(run.code == 66)
        #expect(!FileManager.default.fileExists(atPath: command.path("sessions")))
    }
}
