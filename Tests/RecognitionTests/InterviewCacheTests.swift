import Foundation
import Recognition
import Speech
import Synthesis
import TestSupport
import Testing
import Vocabulary

extension EngineTests {
    /// The interview's language model on disk.
    @Suite struct InterviewCacheTests {
        private static func model(in folder: String) async throws -> InterviewModel {
            try await InterviewModel(
                texts: [WeightedText("We met a zorbatronic engineer. We used the plan.")],
                pronouncer: EspeakSynthesizer.shared, cacheFolder: folder)
        }

        private static func files(in folder: String) throws -> [String: Data] {
            var files: [String: Data] = [:]
            for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
                files[name] = FileManager.default.contents(atPath: folder + "/" + name)
            }
            return files
        }

        /// The engine trusts every number of the file: a wrong one of the right length ended the process.
        @Test(arguments: [".lm", ".dict", ".words"])
        func aDamagedFileOfTheRightLengthIsMadeAgain(ending: String) async throws {
            let scratch = try TestFolder()
            let folder = scratch.file("cache")
            _ = try await Self.model(in: folder)
            let whole = try Self.files(in: folder)
            #expect(whole.count == 3)
            let name = try #require(whole.keys.first { $0.hasSuffix(ending) })
            var damaged = try #require(whole[name])
            damaged[damaged.count / 2] ^= 1
            try TestFile.write(damaged, to: folder + "/" + name)
            _ = try await Self.model(in: folder)
            #expect(try Self.files(in: folder) == whole)
        }

        @Test func aFolderThatCannotBeWrittenKeepsNobodyFromHearing() async throws {
            let scratch = try TestFolder()
            let file = try scratch.write("", to: "file")
            let recognizer = try PocketSphinxRecognizer(interview: try await Self.model(in: file + "/cache"))
            let utterance = try await EngineTests.ExpectationTests.utterance(of: "we used the plan")
            #expect(try await recognizer.recognize(utterance).isEmpty == false)
        }
    }
}
