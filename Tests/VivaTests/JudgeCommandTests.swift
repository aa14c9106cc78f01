import FoundationEssentials
import TestSupport
import Testing

extension CommandTests {
    /// Which language model judges, as the user chooses it.
    @Suite struct JudgeCommandTests {
        private struct Line: Decodable {
            var overall: Double?
            var judge: String
            var notices: [String]?
        }

        private static let key = "sk-test-0123456789"
        private static let sheet =
            #"{"question": "What is a stack?", "key_points": ["The last in is the first out"], "answer": "A stack holds elements and the last in is the first out."}"#

        private static let verdict = #"""
            {"dimensions":{"relevance":{"score":90,"basis":"It answers.","quotes":[]},
             "completeness":{"score":90,"basis":"It says all.","quotes":["the last in is the first out"]},
             "clarity":{"score":90,"basis":"It is plain.","quotes":[]},
             "technicalAccuracy":{"score":90,"basis":"It is right.","quotes":[]}},
             "key_points":[{"id":"point-1","covered":1,"quote":"The last in is the first out."}],
             "strengths":["It is short."],"weaknesses":[],"missing_points":[],"suggestions":["Give an example."],
             "narrative":"A good answer.","contradictions":[],"sentiment":"positive"}
            """#

        private func evaluate(
            _ options: [String], _ variables: [String: String] = [:], sheet: String = Self.sheet
        ) async throws -> (code: Int32, log: String, lines: [Line]) {
            let run = try await Command().run(
                ["evaluate", "--layers", "coverage"] + options, input: sheet, variables: variables)
            #expect(!run.output.contains(Self.key) && !run.log.contains(Self.key))
            let lines = try run.output.split(separator: "\n").map {
                try JSONDecoder().decode(Line.self, from: Data($0.utf8))
            }
            return (run.code, run.log, lines)
        }

        @Test(arguments: [
            (["--judge-url", "nonsense", "--judge-model", "m"], "holds no address"),
            (["--judge-url", "http://example.org/v1", "--judge-model", "m"], "not encrypted"),
            (["--judge-url", "https://me:geheim@example.org/v1", "--judge-model", "m"], "user name"),
            (["--judge-url", "http://127.0.0.1:9/v1"], "--judge-model"),
            (["--judge-model", "m"], "--judge-url"), (["--judge-plain-http"], "--judge-url"),
            (
                [
                    "--judge-url", "http://127.0.0.1:9/v1", "--judge-model", "m",
                    "--judge-requests-per-minute", "0",
                ], "no request a minute"
            ),
        ])
        func aChoiceThatCannotBeMeantEndsWith64(options: [String], part: String) async throws {
            for command in [["evaluate"], ["practice", "--text"]] {
                let run = try await Command().run(command + options)
                #expect(run.code == 64 && run.log.contains(part), "\(run.log)")
            }
        }

        @Test func whatTheEnvironmentNamesIsCheckedToo() async throws {
            let run = try await evaluate(
                [], ["VIVA_JUDGE_URL": "http://example.org/v1", "VIVA_JUDGE_MODEL": "m"])
            #expect(run.code == 64 && run.log.contains("not encrypted"), "\(run.log)")
            let key = try await evaluate(
                [],
                [
                    "VIVA_JUDGE_URL": "http://127.0.0.1:9/v1", "VIVA_JUDGE_MODEL": "m",
                    "VIVA_JUDGE_KEY": "\(Self.key) and more",
                ])
            #expect(key.code == 64 && key.log.contains("VIVA_JUDGE_KEY"), "\(key.log)")
            let offline = try await Command().run(
                "practice", "--text", "--offline", "--judge-url", "https://example.org/v1", "--judge-model",
                "m")
            #expect(offline.code == 64 && offline.log.contains("--offline forbids"), "\(offline.log)")
        }

        @Test func withoutAModelTheOfflineJudgeIsNamed() async throws {
            let run = try await evaluate([])
            #expect(run.code == 0 && run.lines.map(\.judge) == ["Viva rubric judge"], "\(run.log)")
            #expect(run.lines.first?.notices == nil)
        }

        @Test(.enabled(if: LoopbackServer.isAvailable)) func aModelJudgesEachLineInItsOrder() async throws {
            try await LoopbackServer.run { server async throws in
                let url = try server.url(script: [.chat(Self.verdict)]).absoluteString
                let run = try await evaluate(
                    ["--judge-url", url, "--judge-model", "test-1", "--jobs", "2"],
                    ["VIVA_JUDGE_KEY": Self.key],
                    sheet: [String](repeating: Self.sheet, count: 5).joined(separator: "\n"))
                #expect(run.code == 0 && run.lines.count == 5, "\(run.log)")
                #expect(
                    run.lines.allSatisfy {
                        $0.judge == "Viva rubric judge, test-1 at 127.0.0.1" && ($0.overall ?? 0) > 50
                    })
            }
        }

        @Test func aModelThatIsNotThereLosesNoAnswer() async throws {
            // Port 9 of this machine: nothing listens there.
            let alone = try await evaluate([])
            let run = try await evaluate(
                [], ["VIVA_JUDGE_URL": "http://127.0.0.1:9/v1", "VIVA_JUDGE_MODEL": "test-1"])
            #expect(run.code == 0, "\(run.log)")
            #expect(run.lines.first?.judge == "Viva rubric judge")
            #expect(run.lines.first?.overall == alone.lines.first?.overall)
            #expect(run.lines.first?.notices?.first?.contains("test-1 at 127.0.0.1 did not judge") == true)
        }

        @Test func practiceShowsWhyTheModelDidNotJudge() async throws {
            let command = try Command()
            let run = try await command.run(
                "practice", "--text", "--questions", "1", "--follow-ups", "0", "--home",
                command.path("sessions"), "--judge-url", "http://127.0.0.1:9/v1", "--judge-model", "test-1",
                input: "I would first find out what happened and then tell the team about it at once.\n\n")
            #expect(run.code == 0, "\(run.log)")
            #expect(run.output.contains("test-1 at 127.0.0.1 did not judge"), "\(run.output)")
        }

        @Test func theDoctorNamesTheJudge() async throws {
            for (variables, part) in [
                ([:], "none is named"),
                (
                    ["VIVA_JUDGE_URL": "http://127.0.0.1:9/v1", "VIVA_JUDGE_MODEL": "test-1"],
                    "test-1 at 127.0.0.1"
                ), (["VIVA_JUDGE_URL": "http://example.org/v1"], "VIVA_JUDGE_MODEL"),
            ] {
                let run = try await Command().run(["doctor"], variables: variables)
                #expect(run.output.contains("language model: "), "\(run.output)")
                #expect(run.output.contains(part), "\(run.output)")
            }
        }
    }
}
