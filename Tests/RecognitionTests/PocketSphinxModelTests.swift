import Foundation
import Recognition
import Speech
import TestSupport
import Testing

extension EngineTests {
    /// Bad models must be refused here: the engine would end the whole process, this test run included.
    @Suite struct PocketSphinxModelTests {
        static let acousticFiles = [
            "mdef", "means", "variances", "transition_matrices", "sendump", "feat.params",
        ]
        static let allFiles = acousticFiles.map { "en-us/\($0)" } + ["cmudict-en-us.dict", "en-us.lm.bin"]

        @Test func acceptsTheInstalledModel() throws {
            try PocketSphinxModel.installed().validate()
            #expect(PocketSphinxModel.installed().name == "en-us")
        }

        @Test func saysHowToInstallAMissingModel() {
            let error = #expect(throws: RecognitionError.self) {
                try PocketSphinxRecognizer(model: .installed(in: "/nonexistent"))
            }
            guard case .modelMissing(let path, let remedy) = error else {
                Issue.record("not a missing model: \(String(describing: error))")
                return
            }
            #expect(path == "/nonexistent/en-us/mdef")
            #expect(remedy.contains("apt-get install pocketsphinx-en-us"))
        }

        @Test(arguments: allFiles)
        func refusesAModelWithoutAFile(file: String) throws {
            try withCopy { folder in
                try FileManager.default.removeItem(atPath: "\(folder)/\(file)")
                #expect(throws: RecognitionError.self) {
                    try PocketSphinxRecognizer(model: .installed(in: folder))
                }
            }
        }

        @Test(arguments: allFiles, [0, 1, 3, 20, 100, 0.3, 0.5, 0.999])
        func refusesAFileThatIsCutShort(file: String, kept: Double) throws {
            // A dictionary cut between two words is a smaller dictionary, and a list of words carries no count.
            if file.hasSuffix(".dict"), kept != 0, kept != 1, kept != 3 { return }
            try withCopy { folder in
                let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(file)"))
                let count = kept < 1 ? Int(Double(data.count) * kept) : Int(kept)
                try replace("\(folder)/\(file)", with: data.prefix(count))
                #expect(throws: RecognitionError.self) {
                    try PocketSphinxRecognizer(model: .installed(in: folder))
                }
            }
        }

        @Test(arguments: allFiles)
        func refusesAFileOfAnotherKind(file: String) throws {
            for content in [
                Data(repeating: 0, count: 4_096), Data("hello world ".utf8),
                Data(repeating: 0xFF, count: 999),
            ] {
                try withCopy { folder in
                    try replace("\(folder)/\(file)", with: content)
                    // Text of words can be a dictionary; the engine then finds no word of the language model in it.
                    #expect(throws: RecognitionError.self) {
                        try PocketSphinxRecognizer(model: .installed(in: folder))
                    }
                }
            }
        }

        @Test(arguments: allFiles)
        func refusesAFolderInPlaceOfAFile(file: String) throws {
            try withCopy { folder in
                try FileManager.default.removeItem(atPath: "\(folder)/\(file)")
                try FileManager.default.createDirectory(
                    atPath: "\(folder)/\(file)", withIntermediateDirectories: false)
                #expect(throws: RecognitionError.self) {
                    try PocketSphinxRecognizer(model: .installed(in: folder))
                }
            }
        }

        @Test(arguments: ["means", "variances", "transition_matrices"], [0.2, 0.7])
        func refusesParametersThatWereChanged(file: String, place: Double) throws {
            try withCopy { folder in
                let path = "\(folder)/en-us/\(file)"
                var data = try Data(contentsOf: URL(fileURLWithPath: path))
                data[Int(Double(data.count) * place)] ^= 0x10
                try replace(path, with: data)
                #expect(throws: RecognitionError.self) {
                    try PocketSphinxModel.installed(in: folder).validate()
                }
            }
        }

        @Test func refusesADefinitionThatRefersToNothing() throws {
            try withCopy { folder in
                let path = "\(folder)/en-us/mdef"
                var data = try Data(contentsOf: URL(fileURLWithPath: path))
                data[data.count - 1] = 0xFF
                try replace(path, with: data)
                #expect(throws: RecognitionError.self) {
                    try PocketSphinxModel.installed(in: folder).validate()
                }
            }
        }

        @Test func readsALanguageModelInText() async throws {
            let text = """
                \\data\\
                ngram 1=4
                ngram 2=3

                \\1-grams:
                -0.6 </s>
                -99 <s> 0
                -0.6 hello 0
                -0.6 world 0

                \\2-grams:
                -0.1 <s> hello
                -0.1 hello world
                -0.1 world </s>

                \\end\\

                """
            try withCopy { folder in
                var model = PocketSphinxModel.installed(in: folder)
                model.languageModelPath = folder + "/small.lm"
                // The engine looks every word of its dictionary up in a table as small as the language model.
                model.dictionaryPath = folder + "/small.dict"
                try TestFile.write("hello HH AH L OW\nworld W ER L D\n", to: model.dictionaryPath)
                try TestFile.write(text, to: model.languageModelPath)
                _ = try PocketSphinxRecognizer(model: model)
                try TestFile.write(text.utf8.dropLast(12), to: model.languageModelPath)
                #expect(throws: RecognitionError.self) { try PocketSphinxRecognizer(model: model) }
            }
        }

        /// Runs a test on a copy of the installed model, made of links that a test replaces.
        private func withCopy(_ body: (String) throws -> Void) throws {
            let folder = try TestFolder()
            try folder.folder("en-us")
            for file in Self.allFiles + ["en-us/noisedict"] {
                try FileManager.default.createSymbolicLink(
                    atPath: folder.file(file),
                    withDestinationPath: "\(PocketSphinxModel.debianFolder)/\(file)")
            }
            try body(folder.path)
        }

        private func replace(_ path: String, with data: Data) throws {
            try FileManager.default.removeItem(atPath: path)
            try TestFile.write(data, to: path)
        }
    }
}
