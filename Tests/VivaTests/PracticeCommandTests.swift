import FoundationEssentials
import TestSupport
import Testing

extension CommandTests {
    @Suite struct PracticeCommandTests {
        private struct Session: Decodable {
            struct Summary: Decodable {
                struct Line: Decodable { var overall: Double? }
                struct Feedback: Decodable {
                    struct Plan: Decodable { var steps: [Step] }
                    struct Step: Decodable {
                        var day: Int
                        var minutes: Int
                        var questionIDs: [String]
                    }
                    struct Hearing: Decodable { var answerCount: Int }
                    var hearing: Hearing
                    var plan: Plan
                }
                var lines: [Line]
                var state: String
                var feedback: Feedback
            }
            var number: Int64
            var summary: Summary
        }

        @Test func recordedAnswersGiveAWholeInterviewWithItsFilesOnDisk() async throws {
            let command = try Command()
            let run = try await command.run(
                "practice", "--json", "--home", command.path("sessions"), "--answers",
                Command.alwaysLate, Command.silent)
            #expect(run.code == 0, "\(run.log)")
            let session = try JSONDecoder().decode(Session.self, from: Data(run.output.utf8))
            #expect(session.summary.state == "completed")
            #expect(session.summary.lines.count == 2)
            #expect(session.number == 1)
            // Two questions and two answers, each once, and nothing left of the work.
            let home = command.path("sessions")
            let recordings = try FileManager.default.subpathsOfDirectory(atPath: home + "/recordings")
            #expect(recordings.count { $0.utf8.count > 64 } == 4, "\(recordings)")
            #expect(FileManager.default.fileExists(atPath: home + "/viva.db"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: home + "/work").isEmpty)
            #expect(
                session.summary.lines.contains { $0.overall == nil },
                "A silent answer has no score, not a score of zero.")
            let feedback = session.summary.feedback
            #expect(feedback.hearing.answerCount == 2)
            #expect(feedback.plan.steps.first?.day == 1)
            #expect(
                feedback.plan.steps.contains { !$0.questionIDs.isEmpty && $0.minutes > 0 },
                "The question whose answer was silent is to be answered again.")
        }

        @Test func anEndWhileAResumeIsReadTakesTheProgramAndTheCopyAlong() async throws {
            let command = try Command()
            let (programs, mark) = (try command.newFolder("programs"), command.path("reader"))
            let resume = command.path("resume.pdf")
            try TestFile.write("%PDF-1.4\n%%EOF\n", to: resume)
            try TestFile.write(
                "#!/bin/sh\necho $$ > '\(mark).new'; mv '\(mark).new' '\(mark)'; exec sleep 300\n",
                to: programs + "/pdfinfo")
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o700], ofItemAtPath: programs + "/pdfinfo")
            let script = """
                "$@" & viva=$!
                for _ in $(seq 600); do [ -e '\(mark)' ] && break; sleep 0.1; done
                [ -e '\(mark)' ] || echo "not begun"
                ls "$TMPDIR" | sed 's/^/during /'
                kill -TERM $viva; wait $viva; echo "code $?"
                for _ in $(seq 50); do kill -0 $(cat '\(mark)') 2>/dev/null || break; sleep 0.1; done
                kill -KILL $(cat '\(mark)') 2>/dev/null && echo "left running"
                ls "$TMPDIR" | sed 's/^/after /'
                """
            let run = try await command.run(
                ["-c", script, "sh", BuiltCommand.path, "practice", "--text", "--resume-file", resume],
                variables: [
                    "TMPDIR": try command.newFolder("tmp"),
                    "PATH": programs + ":/usr/local/bin:/usr/bin:/bin",
                ], program: "/bin/sh")
            #expect(run.output.contains("during viva-run-"), "\(run.output)\(run.log)")
            #expect(run.output.contains("code 130"), "\(run.output)\(run.log)")
            #expect(
                !run.output.contains("left running") && !run.output.contains("after viva-run-"),
                "\(run.output)")
        }

        /// The lines of an interview that a candidate reads as the question.
        private func question(in output: String) -> String? {
            let lines = output.split(separator: "\n").map(String.init)
            guard let heading = lines.firstIndex(where: { $0.contains("Question 1") }) else { return nil }
            return lines.dropFirst(heading + 2).first
        }

        @Test func anInterviewThatWasBrokenOffGoesOnWithTheSameQuestion() async throws {
            let command = try Command()
            let sessions = command.path("sessions")
            let first = try await command.run(
                "practice", "--text", "--questions", "1", "--follow-ups", "0", "--home", sessions,
                input: "")
            #expect(first.code == 66)
            let answer = "I would first find out what happened and then tell the team about it at once.\n\n"
            // The line that Viva prints is the line that works.
            let hint = try #require(first.log.split(separator: "\n").first { $0.contains("viva practice") })
            let words = hint.split(separator: " ").map(String.init)
            let start = try #require(words.firstIndex(of: "practice"))
            let again = try await command.run(Array(words[start...]), input: answer)
            #expect(again.code == 0, "\(again.log)")
            #expect(question(in: again.output) != nil)
            #expect(question(in: again.output) == question(in: first.output))
            #expect(try FileManager.default.contentsOfDirectory(atPath: sessions + "/work").isEmpty)
            let finished = try await command.run(Array(words[start...]), input: answer)
            #expect(finished.code != 0)
            #expect(
                finished.log.contains(
                    "is over (completed). It can be held once more: viva schedule restart 1"))
        }

        @Test func thePlanOfAnInterviewThatWasBrokenOffCannotBeChanged() async throws {
            let command = try Command()
            let sessions = ["practice", "--text", "--home", command.path("sessions")]
            #expect(try await command.run(sessions).code == 66)
            for option in [
                ["--voice", "en-us"], ["--rate", "200"], ["--questions", "2"], ["--kind", "technical"],
                ["--role", "Backend Developer"], ["--level", "mid"], ["--follow-ups", "1"], ["--seed", "1"],
                ["--skills", "sql"], ["--job", "job.txt"], ["--resume-file", "resume.txt"], ["--fresh"],
                ["--no-generated"],
            ] {
                for way in [["--resume"], ["--session", "1"]] {
                    let run = try await command.run(sessions + way + option)
                    #expect(run.code == 64)
                    #expect(
                        run.log.contains("\(option[0]) cannot be given with \(way[0])"), "\(run.log)")
                }
            }
            // What says how to answer now is no part of the plan.
            let again = try await command.run(
                sessions + ["--resume", "--silent", "--stop-after-silence", "4"])
            #expect(again.code == 66, "\(again.log)")
        }

        @Test func everyPlanOptionThatStandsIsNamed() async throws {
            let command = try Command()
            let run = try await command.run("practice", "--resume", "--voice", "en-us", "--seed", "1")
            #expect(run.code == 64)
            #expect(run.log.contains("--seed, --voice cannot be given with --resume"), "\(run.log)")
        }

        @Test func theSameSeedAsksTheSameQuestionAndAnotherSeedAnother() async throws {
            let command = try Command()
            var questions: [String] = []
            for seed in ["42", "42", "1", "2", "3"] {
                let run = try await command.run(
                    "practice", "--text", "--questions", "1", "--seed", seed, "--home",
                    command.path("sessions"))
                questions.append(try #require(question(in: run.output)))
            }
            #expect(questions[0] == questions[1])
            #expect(Set(questions).count > 1)
        }

        @Test func recordingsThatNoQuestionAskedForAreNamed() async throws {
            let command = try Command()
            let run = try await command.run(
                "practice", "--questions", "1", "--home", command.path("sessions"), "--answers",
                Command.alwaysLate, Command.silent)
            #expect(run.code == 0, "\(run.log)")
            #expect(run.log.contains("not asked for"))
        }

        @Test func aBrokenNoteBesideARecordingIsToldInASentence() async throws {
            let command = try Command()
            try FileManager.default.copyItem(
                atPath: Command.alwaysLate, toPath: command.path("answer.flac"))
            for note in ["{", #"{"question": "no-such-question"}"#] {
                try TestFile.write(note, to: command.path("answer.json"))
                let run = try await command.run("practice", "--answers", command.path("answer.flac"))
                #expect(run.code == 65)
                #expect(run.log.contains("answer."))
                #expect(!run.log.contains("Error"))
            }
        }

        @Test func anAnswerThatCannotBeReadIsToldBeforeTheInterviewBegins() async throws {
            let command = try Command()
            let run = try await command.run(
                "practice", "--home", command.path("sessions"), "--answers", "/no/such/answer.wav")
            #expect(run.code == 66)
            #expect(!FileManager.default.fileExists(atPath: command.path("sessions")))
        }
    }
}
