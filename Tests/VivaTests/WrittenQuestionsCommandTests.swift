import FoundationEssentials
import TestSupport
import Testing

extension KeepingCommandTests {
    /// Questions that a language model writes, where one is named.
    @Suite(.enabled(if: LoopbackServer.isAvailable)) struct WrittenQuestionsCommandTests {
        private struct Generated: Decodable {
            struct Question: Decodable {
                var id: String
                var level: String
                var roles: [String]
                var origin: String?
                var model: String?
            }
            var source: String
            var path: String?
            var questions: [Question]
        }

        private static let name = "test-1 at 127.0.0.1"

        /// Two questions as a model writes them.
        private static let questions = #"""
            {"questions": [{"text": "Why does Kafka split a topic into partitions?", "spoken": "", "kind": "technical",
             "category": "messaging", "level": "mid", "key_points": [
              {"statement": "Partitions let several consumers read in parallel.", "weight": 1,
               "variants": ["read in parallel", "each consumer takes some partitions", "share the work"]},
              {"statement": "Order is kept within one partition only.", "weight": 1,
               "variants": ["order is only kept within a partition", "no order across partitions", "ordered by key"]},
              {"statement": "The key of a message decides on its partition.", "weight": 1,
               "variants": ["the key decides the partition", "same key same partition", "hash of the key"]}],
             "sample_answer": "Kafka splits a topic into partitions so that several consumers can read in parallel and share the work, because a single machine would not keep up with all of the messages. Each consumer of a group takes some partitions. The price is that order is only kept within a partition, and there is no order across partitions. So the key decides the partition: messages with the same key always land in the same partition. For example, in my last project we used the number of the customer as the key, so that all events of one customer stayed in order while four consumers worked side by side.",
             "hints": ["Think of what one machine can do."], "expected_seconds": 75,
             "follow_ups": [{"key_point": 2, "text": "What does that mean for the order of messages?"}]},
             {"text": "Explain what happens to offsets when a Kafka consumer crashes and another one takes over.",
             "spoken": "", "kind": "technical", "category": "messaging", "level": "mid", "key_points": [
              {"statement": "The committed offset says where the next consumer begins.", "weight": 1,
               "variants": ["it starts at the committed offset", "last committed offset", "picks up from the offset"]},
              {"statement": "What was read but not committed is read again.", "weight": 1,
               "variants": ["messages are read twice", "processed again", "at least once delivery"]},
              {"statement": "Processing must be idempotent.", "weight": 1,
               "variants": ["handling must be idempotent", "doing it twice does no harm", "ignore duplicates"]}],
             "sample_answer": "When a consumer crashes, the group gives its partitions to another consumer, and that one starts at the committed offset. So whatever the first one had read but not committed is processed again, which means at least once delivery: some messages are read twice. Therefore the handling must be idempotent, so that doing it twice does no harm. For example, in our payment service we stored the number of each event in the same transaction as its result and ignored duplicates, because a customer must never be charged twice only because a process was restarted in the middle of a batch.",
             "hints": ["Think of what is stored about progress."], "expected_seconds": 75,
             "follow_ups": [{"key_point": 3, "text": "How do you make sure that nothing is done twice?"}]}]}
            """#

        /// A bank with one question, which knows nothing of Kafka.
        private func data(_ command: Command) throws -> [String: String] {
            let data = try command.newFolder("data")
            for name in ["models", "templates"] {
                try FileManager.default.createSymbolicLink(
                    atPath: data + "/" + name, withDestinationPath: SourceTree.file(name))
            }
            try TestFile.write(
                """
                questions:
                  - id: own
                    text: What about bread?
                    kind: technical
                    category: subject
                    level: mid
                    keyPoints: [{id: point, statement: It is baked.}]
                """, to: command.newFolder("data/questions") + "/a.yaml")
            return ["VIVA_DATA": data]
        }

        private func options(_ server: LoopbackServer, _ text: String) throws -> [String] {
            ["--judge-url", try server.url(script: [.chat(text)]).absoluteString, "--judge-model", "test-1"]
        }

        @Test func whatIsGeneratedCanBeEditedAndChecked() async throws {
            let command = try Command()
            let variables = try data(command)
            try await LoopbackServer.run { server async throws in
                let file = command.path("kafka.yaml")
                let generate =
                    [
                        "questions", "generate", "--skill", "kafka", "--role", "Data Engineer", "--count",
                        "2",
                        "--to", file,
                    ] + (try options(server, Self.questions))
                let run = try await command.run(generate + ["--json"], variables: variables)
                #expect(run.code == 0, "\(run)")
                let made = try JSONDecoder().decode(Generated.self, from: Data(run.output.utf8))
                #expect(made.source == Self.name && made.path == file && made.questions.count == 2)
                #expect(
                    made.questions.allSatisfy {
                        $0.origin == "languageModel" && $0.model == Self.name && $0.roles == ["Data Engineer"]
                    })
                let check = try await command.run("questions", "check", file, variables: variables)
                #expect(check.code == 0, "\(check)")
                let again = try await command.run(generate, variables: variables)
                #expect(again.code == 73 && again.log.contains("is there already"), "\(again)")
            }
        }

        @Test func whereAModelWritesNothingUsableTemplatesServe() async throws {
            let command = try Command()
            let variables = try data(command)
            try await LoopbackServer.run { server async throws in
                let run = try await command.run(
                    ["questions", "generate", "--skill", "Kafka", "--count", "2"]
                        + options(server, "Sure, here they are!"), variables: variables)
                #expect(run.code == 0 && run.output.contains("id: generated-kafka-"), "\(run)")
                #expect(
                    run.log.contains(
                        "\(Self.name) wrote no question that can be asked; these are from templates. The reason: "
                    ),
                    "\(run.log)")
                #expect(run.log.contains("source: templates"), "\(run.log)")
            }
        }

        @Test func withoutAModelTemplatesServeAtTheLevelThatIsNearest() async throws {
            let command = try Command()
            let run = try await command.run(
                ["questions", "generate", "--role", "Nurse", "--level", "senior", "--count", "2", "--json"],
                variables: data(command))
            let made = try JSONDecoder().decode(Generated.self, from: Data(run.output.utf8))
            #expect(made.source == "templates" && made.questions.count == 2)
            #expect(made.questions.allSatisfy { $0.origin == "template" && $0.roles == ["Nurse"] })
            #expect(made.questions.first?.level == "senior")
        }

        @Test(arguments: [
            ([], "--skill or --role"), (["--skill", "!!"], "is no name"),
            (["--skill", "Kafka", "--count", "0"], "outside 1 to 20"),
            (["--skill", "Kafka", "--to", "kafka.csv"], "must end with .yaml"),
        ])
        func whatCannotBeMeantEndsWith64(options: [String], part: String) async throws {
            let run = try await Command().run(["questions", "generate"] + options)
            #expect(run.code == 64 && run.log.contains(part), "\(run)")
        }

        @Test func aModelThatIsNotThereLeavesTheChoiceToTemplates() async throws {
            let command = try Command()
            // Port 9 of this machine: nothing listens there.
            let run = try await command.run(
                [
                    "questions", "choose", "--skills", "Kafka", "--kind", "job", "--judge-url",
                    "http://127.0.0.1:9/v1", "--judge-model", "test-1",
                ], variables: data(command))
            #expect(run.code == 0 && run.output.contains("generated-kafka-"), "\(run)")
            #expect(
                run.log.contains(
                    "\(Self.name) wrote no question about Kafka that can be asked; questions from templates serve."
                ),
                "\(run.log)")
        }

        /// The lines of an interview that a candidate reads as a question.
        private func question(_ number: Int, in output: String) -> String? {
            let lines = output.split(separator: "\n").map(String.init)
            guard let heading = lines.firstIndex(where: { $0.contains("Question \(number)") }) else {
                return nil
            }
            return lines.dropFirst(heading + 1).prefix(2).joined(separator: " ")
        }

        @Test func anInterviewKeepsWhatWasWrittenForItAndSaysWho() async throws {
            let command = try Command()
            let variables = try data(command)
            let sessions = command.path("sessions")
            try await LoopbackServer.run { server async throws in
                let first = try await command.run(
                    [
                        "practice", "--text", "--silent", "--skills", "Kafka", "--kind", "job", "--questions",
                        "2", "--follow-ups", "0", "--home", sessions,
                    ] + options(server, Self.questions), variables: variables)
                #expect(first.code == 66, "\(first)")
                #expect(first.log.contains("2 questions were written by \(Self.name)"), "\(first.log)")
                let asked = try #require(question(1, in: first.output))
                #expect(asked.contains("generated by \(Self.name)"), "\(first.output)")
                // No model is named now, so nobody could write them again.
                let answer =
                    "It keeps the order of messages within a partition, as the key decides on it.\n\n"
                let again = try await command.run(
                    ["practice", "--text", "--silent", "--resume", "--home", sessions],
                    input: answer + answer, variables: variables)
                #expect(again.code == 0, "\(again)")
                #expect(question(1, in: again.output) == asked, "\(again.output)")
                #expect(
                    question(2, in: again.output)?.contains("generated by \(Self.name)") == true,
                    "\(again.output)")
            }
        }
    }
}
