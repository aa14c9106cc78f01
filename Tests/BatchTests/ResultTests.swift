import Audio
import Foundation
import Speech
import TestSupport
import Testing

@testable import Batch

#if canImport(Glibc)
    import Glibc
#endif

@Suite struct ResultTests {
    private func job(_ path: String, number: Int = 0, question: String? = nil) -> BatchJob {
        let settings = BatchSettings(
            model: "m", channels: .mix, context: question.map { HearingContext(question: $0) })
        let stem = (path as NSString).lastPathComponent.replacing(".wav", with: "")
        return BatchJob(
            number: number, recording: Recording(path: path, in: "/"), input: .file(path: path), stem: stem,
            context: nil, settings: settings.digest)
    }

    private func entry(_ job: BatchJob, _ outputs: [String], _ status: ManifestEntry.Status = .done)
        -> ManifestEntry
    {
        ManifestEntry(
            input: job.recording.absolutePath, inputIdentity: job.identity, outputs: outputs,
            durationSeconds: 1,
            settings: job.settings, status: status, secondsTaken: 1)
    }

    private func plan(
        _ job: BatchJob, _ folder: TestFolder, _ existing: ResultPlan.Existing,
        formats: [OutputFormat] = [.txt]
    ) throws -> ResultPlan {
        let output = OutputFolder(path: folder.path)
        return try ResultPlan(
            [job], formats: formats, channels: .mix, existing: existing, folder: output,
            manifest: output.manifest())
    }

    @Test func resultsAndTheirLineAreKeptTogether() async throws {
        let folder = try TestFolder()
        let output = OutputFolder(path: folder.path + "/new")
        let job = job(try folder.write("x", to: "a.wav"))
        try output.prepare(for: ["sub/a.txt"])
        let manifest = try ManifestFile(path: output.path + "/manifest.jsonl")
        let entry = entry(job, ["sub/a.txt", "sub/a.srt"])
        try await output.keep([("sub/a.txt", "one\n"), ("sub/a.srt", "two\n")], entry, in: manifest)
        #expect(try folder.text("new/sub/a.txt") == "one\n")
        #expect(
            try folder.namesOfAll() == [
                "a.wav", "new", "new/manifest.jsonl", "new/sub", "new/sub/a.srt", "new/sub/a.txt",
            ])
        let read = try output.manifest()
        #expect(read.entries[job.recording]?.outputs == ["sub/a.txt", "sub/a.srt"])
        #expect(read.unreadableLines == 0)
    }

    @Test func aResultNeverTakesThePlaceOfARecording() throws {
        let folder = try TestFolder()
        let path = try folder.write("sound", to: "talk.txt")
        let job = BatchJob(
            number: 0, recording: Recording(path: path, in: "/"), input: .file(path: path), stem: "talk",
            context: nil, settings: "")
        #expect(throws: BatchError.self) { try plan(job, folder, .replaced) }
        #expect(try plan(job, folder, .replaced, formats: [.srt]).jobs.count == 1)
    }

    @Test func aTextOfTheUsersWithTheOldMarkOfAnUnfinishedFileStays() async throws {
        let folder = try TestFolder()
        try folder.write("mine", to: "a.txt.part")
        let job = job(try folder.write("x", to: "a.wav"))
        let output = OutputFolder(path: folder.path)
        let manifest = try ManifestFile(path: output.path + "/manifest.jsonl")
        try await output.keep([("a.txt", "one\n")], entry(job, ["a.txt"]), in: manifest)
        #expect(try folder.text("a.txt.part") == "mine")
    }

    @Test func aResultThatCannotBeWrittenLeavesNothing() async throws {
        let folder = try TestFolder()
        let output = OutputFolder(path: folder.path)
        let manifest = try ManifestFile(path: folder.path + "/manifest.jsonl")
        let entry = entry(job(try folder.write("x", to: "a.wav")), [])
        await #expect(throws: BatchError.self) {
            try await output.keep([("a.txt", "one"), ("gone/a.txt", "two")], entry, in: manifest)
        }
        #expect(try folder.namesOfAll() == ["a.wav", "manifest.jsonl"])
        #expect(try folder.text("manifest.jsonl") == "")
    }

    @Test func aFolderThatVanishedIsAFailureAndNotMadeAnew() async throws {
        let folder = try TestFolder()
        let output = OutputFolder(path: folder.path)
        let manifest = try ManifestFile(path: folder.path + "/manifest.jsonl")
        let entry = entry(job("/none.wav"), [])
        try FileManager.default.removeItem(atPath: folder.path)
        await #expect(throws: BatchError.self) {
            try await output.keep([("a.txt", "one")], entry, in: manifest)
        }
        await #expect(throws: BatchError.self) { try await output.keep([], entry, in: manifest) }
        #expect(!FileManager.default.fileExists(atPath: folder.path))
    }

    @Test func aTornLastLineIsCutOffAndOthersArePassedOver() async throws {
        let folder = try TestFolder()
        let job = job(try folder.write("x", to: "a.wav"))
        let output = OutputFolder(path: folder.path)
        let line = String(decoding: try ManifestCoding.encoder.encode(entry(job, ["a.txt"])), as: UTF8.self)
        let path = try folder.write(line + "\nnonsense\n" + line.prefix(100), to: "manifest.jsonl")
        #expect(try output.manifest().unreadableLines == 2)
        #expect(try output.manifest().entries.count == 1)
        let manifest = try ManifestFile(path: path)
        #expect(try folder.text("manifest.jsonl") == line + "\nnonsense\n")
        try await manifest.append(entry(job, ["b.txt"]))
        #expect(try output.manifest().entries.values.map(\.outputs) == [["b.txt"]])
        #expect(try output.manifest().unreadableLines == 1)
    }

    @Test(arguments: ["", "{", "no line end at all " + String(repeating: "x", count: 200_000)])
    func aManifestWithoutAWholeLineIsEmptied(content: String) throws {
        let folder = try TestFolder()
        _ = try ManifestFile(path: try folder.write(content, to: "manifest.jsonl"))
        #expect(try folder.text("manifest.jsonl") == "")
    }

    @Test func oneProgramAtATimeWritesAManifest() throws {
        let folder = try TestFolder()
        let path = folder.path + "/manifest.jsonl"
        let first = try ManifestFile(path: path)
        #expect(throws: BatchError.outputInUse(path: path)) { _ = try ManifestFile(path: path) }
        _ = first
    }

    @Test func theLinesOfAllPartsCountAndTheLatestWins() throws {
        let folder = try TestFolder()
        let job = job(try folder.write("x", to: "a.wav"))
        var old = entry(job, ["old.txt"])
        old.finishedAt = Date(timeIntervalSince1970: 1000)
        var new = entry(job, ["new.txt"])
        new.finishedAt = Date(timeIntervalSince1970: 2000)
        for (name, entry) in [("manifest-1-of-2.jsonl", new), ("manifest.jsonl", old)] {
            try folder.write(
                String(decoding: try ManifestCoding.encoder.encode(entry), as: UTF8.self) + "\n", to: name)
        }
        let entries = try OutputFolder(path: folder.path).manifest().entries
        #expect(entries.values.map(\.outputs) == [["new.txt"]])
    }

    @Test func whatIsThereIsRefusedUnlessItMayBeReplaced() throws {
        let folder = try TestFolder()
        let job = job(try folder.write("x", to: "a.wav"))
        #expect(try plan(job, folder, .refused).jobs.count == 1)
        let path = try folder.write("mine", to: "a.txt")
        #expect(throws: BatchError.resultsExist(paths: [path], count: 1)) { try plan(job, folder, .refused) }
        #expect(throws: BatchError.self) { try plan(job, folder, .resumed) }
        #expect(try plan(job, folder, .replaced).jobs.count == 1)
    }

    @Test func resumingKeepsWhatIsCompleteAndOfTheSameFileAndSettings() throws {
        let folder = try TestFolder()
        let path = try folder.write("x", to: "a.wav")
        let first = job(path)
        try folder.write("x", to: "a.txt")
        func isKept(_ job: BatchJob, _ entry: ManifestEntry, formats: [OutputFormat] = [.txt]) throws -> Bool
        {
            try folder.write(
                String(decoding: try ManifestCoding.encoder.encode(entry), as: UTF8.self) + "\n",
                to: "manifest.jsonl")
            return try plan(job, folder, .resumed, formats: formats).kept.count == 1
        }
        #expect(try isKept(first, entry(first, ["a.txt"])))
        #expect(try !isKept(first, entry(first, ["a.txt"], .failed)))
        #expect(try !isKept(first, entry(first, ["a.txt", "a.srt"])))
        #expect(try !isKept(first, entry(first, ["a.txt"]), formats: [.txt, .srt]))
        #expect(try !isKept(job(path, question: "Why?"), entry(first, ["a.txt"])))
        try folder.write("changed", to: "a.wav")
        #expect(try !isKept(job(path), entry(first, ["a.txt"])))
    }

    @Test func aResultThatAKilledRunDidNotPutInItsPlaceIsNotComplete() throws {
        let folder = try TestFolder()
        let job = job(try folder.write("x", to: "a.wav"))
        try folder.write("of an earlier run", to: "a.txt")
        try folder.write("of the run that was killed", to: ".a.txt.part")
        let entry = entry(job, ["a.txt"])
        try folder.write(
            String(decoding: try ManifestCoding.encoder.encode(entry), as: UTF8.self) + "\n",
            to: "manifest.jsonl")
        #expect(try plan(job, folder, .resumed).jobs.count == 1)
    }

    @Test func aFolderInThePlaceOfAResultEndsTheBatchBeforeItBegins() throws {
        let folder = try TestFolder()
        try folder.write("x", to: "sub/a.txt/x")
        #expect(
            throws: BatchError.outputFailed(
                path: folder.path + "/sub/a.txt", reason: "a folder of that name is there")
        ) { try OutputFolder(path: folder.path).prepare(for: ["b.txt", "sub/a.txt"]) }
    }

    @Test func aFileOfTheFarFutureHasAnIdentity() throws {
        let folder = try TestFolder()
        let path = try folder.write("x", to: "a.wav")
        let identities = [10_413_792_000, 10_413_792_001].map { seconds in
            var times = [timespec(tv_sec: seconds, tv_nsec: 0), timespec(tv_sec: seconds, tv_nsec: 0)]
            utimensat(AT_FDCWD, path, &times, 0)
            return InputIdentity(path: path)
        }
        #expect(identities[0] != nil && identities[0] != identities[1])
    }

    @Test func settingsThatDifferHaveOtherDigests() {
        let settings = [
            BatchSettings(model: "m", channels: .mix, context: nil),
            BatchSettings(model: "n", channels: .mix, context: nil),
            BatchSettings(model: "m", channels: .split, context: nil),
            BatchSettings(model: "m", channels: .mix, context: HearingContext(question: "Why?")),
            BatchSettings(
                model: "m", channels: .mix, context: HearingContext(question: "Why?", keyPoints: ["x"])),
        ]
        #expect(Set(settings.map(\.digest)).count == settings.count)
        // The digest stands in manifests: it may not change between versions.
        #expect(settings[0].digest == "bc78376d6408d6e9")
    }
}
