import FoundationEssentials
import TestSupport
import Testing

extension CommandTests {
    @Suite struct DoctorCommandTests {
        private struct Report: Decodable {
            struct Check: Decodable {
                var area: String
                var name: String
                var status: String
                var detail: String
                var remedy: String?
            }
            var checks: [Check]
        }

        /// Data and a model of the test's own: links to the installed files, and a manifest that lists them.
        private struct Model {
            static let installed = "/usr/share/pocketsphinx/model/en-us"
            static let files =
                [
                    "mdef", "means", "variances", "transition_matrices", "sendump", "feat.params",
                    "noisedict",
                    "README",
                ]
                .map { "en-us/" + $0 } + ["cmudict-en-us.dict", "en-us.lm.bin"]
            let data: String
            let folder: String

            init(in command: Command) throws {
                (data, folder) = (command.path("data"), command.path("model"))
                let manager = FileManager.default
                try manager.createDirectory(atPath: data + "/models", withIntermediateDirectories: true)
                try manager.createDirectory(atPath: folder + "/en-us", withIntermediateDirectories: true)
                for name in ["questions", "templates"] {
                    try manager.createSymbolicLink(
                        atPath: data + "/" + name, withDestinationPath: SourceTree.file(name))
                }
                for file in Self.files {
                    try manager.createSymbolicLink(
                        atPath: "\(folder)/\(file)", withDestinationPath: "\(Self.installed)/\(file)")
                }
                let manifest = try TestFile.bytes(SourceTree.file("models/manifest.json"))
                let text = String(decoding: manifest, as: UTF8.self)
                    .replacing("\"\(Self.installed)\"", with: "\"\(folder)\"")
                try TestFile.write(text, to: data + "/models/manifest.json")
            }

            /// Puts a changed copy in the place of a file.
            func change(_ file: String, _ change: (inout Data) -> Void) throws {
                var bytes = try Data(contentsOf: URL(filePath: "\(Self.installed)/\(file)"))
                change(&bytes)
                try FileManager.default.removeItem(atPath: "\(folder)/\(file)")
                try bytes.write(to: URL(filePath: "\(folder)/\(file)"))
            }

            var variables: [String: String] { ["VIVA_DATA": data, "VIVA_MODEL_PATH": folder + "/"] }
        }

        private func checks(_ command: Command, _ variables: [String: String]) async throws
            -> (code: Int32, checks: [Report.Check])
        {
            let run = try await command.run("doctor", "--json", variables: variables)
            return (run.code, try JSONDecoder().decode(Report.self, from: Data(run.output.utf8)).checks)
        }

        @Test func aModelAsTheManifestListsItIsInOrder() async throws {
            let command = try Command()
            let (_, checks) = try await checks(command, Model(in: command).variables)
            let sums = try #require(checks.first { $0.name == "checksums" })
            #expect(sums.status == "ok", "\(sums.detail)")
            #expect(sums.detail.contains("\(Model.files.count) files"))
        }

        @Test(arguments: ["cmudict-en-us.dict", "en-us.lm.bin", "en-us/means"])
        func aDamagedFileOfTheModelIsNamedAsAWarning(file: String) async throws {
            let command = try Command()
            let model = try Model(in: command)
            try model.change(file) { bytes in
                if file.hasSuffix(".dict") {
                    // After a whole line in the middle: nothing else shows that the rest is gone.
                    let end = bytes[(bytes.count / 2)...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
                    bytes = bytes[...end]
                } else {
                    bytes[bytes.count / 2] ^= 1
                }
            }
            let (code, checks) = try await checks(command, model.variables)
            if file == "en-us/means" {
                // This one carries a checksum of its own.
                #expect(checks.contains { $0.area == "models" && $0.status == "missing" })
                return
            }
            let sums = try #require(checks.first { $0.name == "checksums" })
            #expect(sums.status == "warning")
            #expect(sums.detail.contains("\(file) differs"), "\(sums.detail)")
            #expect(sums.remedy?.contains("pocketsphinx-en-us") == true)
            #expect(code == (checks.contains { $0.status == "missing" } ? 1 : 0))
            let page = try await command.run("doctor", variables: model.variables)
            #expect(page.output.contains("! checksums: \(file)"), "\(page.output)")
        }

        @Test func aModelThatTheManifestDoesNotListIsNotCompared() async throws {
            let command = try Command()
            let model = try Model(in: command)
            let (_, checks) = try await checks(command, ["VIVA_MODEL_PATH": model.folder])
            #expect(!checks.contains { $0.name == "checksums" })
            #expect(checks.contains { $0.area == "self-test" && $0.status == "ok" })
        }

        @Test func aManifestThatCannotBeReadIsTold() async throws {
            let command = try Command()
            let model = try Model(in: command)
            try TestFile.write("{", to: model.data + "/models/manifest.json")
            let (_, checks) = try await checks(command, model.variables)
            let sums = try #require(checks.first { $0.name == "checksums" })
            #expect(sums.status == "warning")
            #expect(sums.detail.contains("manifest.json cannot be read"), "\(sums.detail)")
        }
    }
}
