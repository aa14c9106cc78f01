import FoundationEssentials
import TestSupport
import Testing

extension KeepingCommandTests {
    @Suite struct DatabaseSeedCommandTests {
        private struct Listing: Decodable {
            struct Entry: Decodable {
                var number: Int64
                var title: String
                var state: String
                var overall: Double?
            }
            var interviews: [Entry]
        }

        private struct Samples: Decodable {
            struct Entry: Decodable {
                var kind: String
                var sample: Int
                var number: Int64
                var isNew: Bool
            }
            var samples: [Entry]
        }

        /// The variables that name a folder with the data, of whose interviews the first ones are there.
        private func data(_ kept: KeptSessions, interviews count: Int) throws -> [String: String] {
            let data = try kept.command.newFolder("data")
            for name in ["questions", "models"] {
                try FileManager.default.createSymbolicLink(
                    atPath: "\(data)/\(name)", withDestinationPath: SourceTree.file(name))
            }
            try FileManager.default.copyItem(atPath: SourceTree.file("seed"), toPath: "\(data)/seed")
            let all = try TestFile.text("\(data)/seed/interviews.yaml")
            let end = try #require(all.firstRange(of: "  - number: \(count + 1)\n"))
            try TestFile.write(String(all[..<end.lowerBound]), to: "\(data)/seed/interviews.yaml")
            return ["VIVA_DATA": data]
        }

        @Test func anEmptyDatabaseIsFilledOnceAndEmptiedAgain() async throws {
            let kept = try KeptSessions()
            let data = try data(kept, interviews: 4)
            let first = try await kept.run("database", "seed", variables: data)
            #expect(first.code == 0, "\(first.log)")
            #expect(first.log.contains("7 people") && first.log.contains("4 interviews"), "\(first.log)")
            #expect(first.log.contains("interviews: 1 to 4\n"), "\(first.log)")
            let list = try await kept.json(Listing.self, "sessions", "list", "--limit", "100").interviews
            #expect(list.count == 4)
            let startup = try #require(list.first { $0.number == 2 })
            #expect(startup.title == "Backend Engineer at StartupX" && startup.overall == 80)
            let lines = try await kept.run("sessions", "list", "--state", "completed", "--limit", "100")
            let line = try #require(lines.output.split(separator: "\n").first { $0.contains("StartupX") })
            #expect(line.contains(" 80 ") && line.contains("4/4"), "\(line)")

            let second = try await kept.run("database", "seed", variables: data)
            #expect(second.code == 0 && second.log.contains("nothing was changed"), "\(second.log)")
            let json = try await kept.run("database", "seed", "--json", variables: data).output
            let entries = try JSONDecoder().decode(Samples.self, from: Data(json.utf8)).samples
            #expect(entries.allSatisfy { !$0.isNew && $0.number == Int64($0.sample) })
            // A sample that waits for an answer is no interview to go on with.
            let resume = try await kept.run("practice", "--resume", "--text")
            #expect(resume.code == 66, "\(resume.log)")

            let refused = try await kept.run("database", "seed", "--remove", variables: data)
            #expect(refused.code == 64 && refused.log.contains("--yes"), "\(refused.log)")
            let removed = try await kept.run("database", "seed", "--remove", "--yes", variables: data)
            #expect(removed.code == 0 && removed.log.contains("4 interviews"), "\(removed.log)")
            #expect(try await kept.json(Listing.self, "sessions", "list").interviews.isEmpty)
            let nothing = try await kept.run("database", "seed", "--remove", "--yes")
            #expect(nothing.code == 0 && nothing.log.contains("There are no samples"), "\(nothing.log)")
        }

        @Test func besideInterviewsOfOnesOwnItAsksAndTellsTheNumbers() async throws {
            let kept = try KeptSessions()
            try kept.add("2026-11-01")
            let data = try data(kept, interviews: 4)
            let refused = try await kept.run("database", "seed", variables: data)
            #expect(refused.code == 64 && refused.log.contains("--yes"), "\(refused.log)")
            #expect(try await kept.json(Listing.self, "sessions", "list").interviews.map(\.number) == [1])
            let added = try await kept.run("database", "seed", "--yes", variables: data)
            #expect(
                added.log.contains("interviews: 2 to 5 (1 to 4 in a new database)"), "\(added.log)")
            #expect(added.log.contains("people: 1 to 7\n"), "\(added.log)")
            // All of it is there: nothing is asked.
            #expect(try await kept.run("database", "seed", variables: data).code == 0)
            let removed = try await kept.run("database", "seed", "--remove", "--yes", variables: data)
            #expect(removed.code == 0, "\(removed.log)")
            #expect(try await kept.json(Listing.self, "sessions", "list").interviews.map(\.number) == [1])
        }

        @Test func dataThatAreMissingOrWrongAreTold() async throws {
            let kept = try KeptSessions()
            let data = try data(kept, interviews: 4)
            try FileManager.default.removeItem(atPath: kept.command.path("data/seed"))
            let run = try await kept.run("database", "seed", variables: data)
            #expect(run.code == 65 && run.log.contains("seed/organizations.yaml"), "\(run.log)")
        }
    }
}
