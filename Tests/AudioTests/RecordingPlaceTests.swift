import Foundation
import TestSupport
import Testing

@testable import Audio

@Suite struct RecordingPlaceTests {
    private let folder: TestFolder
    private let path: String

    init() throws {
        folder = try TestFolder()
        path = folder.file("speech.wav")
    }

    private func mode(_ name: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: folder.file(name))[.posixPermissions] as? Int
    }

    private func replacing(_ path: String) throws -> WAVWriter {
        try WAVWriter(path: path, sampleRateHz: 16_000, ifExists: .replace)
    }

    @Test func aLeftOverRecordingDoesNotBlockAReplacementAndSurvivesIt() async throws {
        try folder.write(WAVBytes().file([0.1, 0.1]), to: "speech.wav.part")
        let writer = try replacing(path)
        try await writer.append([0.5])
        try await writer.finish()
        #expect(try await Heard(path).samples.count == 1)
        #expect(folder.names() == ["speech.wav", "speech.wav.part"])
    }

    @Test func twoReplacementsAtOnceDoNotMix() async throws {
        let first = try replacing(path)
        let second = try replacing(path)
        try await first.append([Float](repeating: 0.1, count: 100))
        try await second.append([Float](repeating: 0.2, count: 200))
        try await first.finish()
        #expect(try await Heard(path).samples.count == 100)
        try await second.finish()
        #expect(try await Heard(path).samples.count == 200)
        #expect(folder.names() == ["speech.wav"])
    }

    @Test func aReplacementThatIsGivenUpLeavesNothing() async throws {
        try folder.write(WAVBytes().file([0.5]), to: "speech.wav")
        do {
            let writer = try replacing(path)
            try await writer.append([0.1, 0.2])
        }
        let discarded = try replacing(path)
        try await discarded.discard()
        #expect(folder.names() == ["speech.wav"])
        #expect(try await Heard(path).samples.count == 1)
    }

    @Test func aFullReplacementClaimsNothingSaved() async throws {
        let writer = try WAVWriter(
            path: path, sampleRateHz: 16_000, channels: 1, ifExists: .replace, limitBytes: 44 + 3200)
        try await writer.append([Float](repeating: 0, count: 1600))
        let full = AudioError.fileFull(path: path, limitBytes: 3244, savedPath: nil, savedSeconds: 0)
        await #expect(throws: full) { try await writer.append([0]) }
        #expect(full.description.hasSuffix("Nothing was saved."))
    }

    @Test func onlyAFileIsReplaced() throws {
        try #require(mkfifo(folder.file("pipe.wav"), 0o600) == 0)
        try #require(mkdir(folder.file("folder.wav"), 0o700) == 0)
        try #require(symlink("pipe.wav", folder.file("link.wav")) == 0)
        for (name, what) in [("pipe.wav", "a pipe"), ("link.wav", "a pipe"), ("folder.wav", "a folder")] {
            let refusal = AudioError.writeFailed(
                path: folder.file(name), action: "Replacing", reason: "it is \(what), not a file",
                savedPath: nil, savedSeconds: 0)
            #expect(throws: refusal) { try replacing(folder.file(name)) }
        }
        #expect(folder.names() == ["folder.wav", "link.wav", "pipe.wav"])
    }

    @Test func aDeviceIsNotReplaced() throws {
        // A node of its own (major 1, minor 3: null), so that a failure costs nobody a device; only root
        // may make one.
        let node = folder.file("null.wav")
        guard mknod(node, S_IFCHR | 0o600, 0x0103) == 0 else { return }
        #expect(throws: AudioError.self) { try replacing(node) }
        #expect(folder.names() == ["null.wav"])
    }

    @Test(arguments: [true, false]) func aLinkIsWrittenThrough(isThere: Bool) async throws {
        try #require(mkdir(folder.file("real"), 0o700) == 0)
        if isThere { try folder.write([1, 2, 3], to: "real/target.wav") }
        try #require(symlink("real/target.wav", folder.file("second.wav")) == 0)
        try #require(symlink("second.wav", path) == 0)
        let writer = try replacing(path)
        try await writer.append([0.1, 0.2, 0.3])
        try await writer.finish()
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path) == "second.wav")
        #expect(try await Heard(folder.file("real/target.wav")).samples.count == 3)
        #expect(folder.names(in: "real") == ["target.wav"])
    }

    @Test func aLinkThatLeadsNowhereIsInTheWayOfARecording() throws {
        try #require(symlink("nowhere.wav", path) == 0)
        #expect(throws: AudioError.alreadyExists(path: path)) {
            try WAVWriter(path: path, sampleRateHz: 16_000)
        }
    }

    @Test func aRecordingIsPrivateAndAReplacementAsPublicAsWhatItReplaces() async throws {
        let recording = try WAVWriter(path: folder.file("answer.wav"), sampleRateHz: 16_000)
        try await recording.append([0])
        #expect(try mode("answer.wav.part") == 0o600)
        try await recording.finish()
        #expect(try mode("answer.wav") == 0o600)
        try folder.write([1], to: "speech.wav")
        chmod(path, 0o664)
        let writer = try replacing(path)
        try await writer.append([0])
        try await writer.finish()
        #expect(try mode("speech.wav") == 0o664)
    }

    @Test(arguments: [WAVWriter.ExistingFile.refuse, .replace])
    func aPlaceThatCannotBeWrittenToIsNamedAsTheUserDid(ifExists: WAVWriter.ExistingFile) throws {
        try folder.write([1], to: "notes")
        let places = [
            ("gone/a.wav", "there is no folder \(folder.file("gone"))"),
            ("notes/a.wav", "\(folder.file("notes")) is not a folder"),
        ]
        for (name, reason) in places {
            let failure = AudioError.writeFailed(
                path: folder.file(name), action: "Creating", reason: reason, savedPath: nil, savedSeconds: 0)
            #expect(throws: failure) {
                try WAVWriter(path: folder.file(name), sampleRateHz: 16_000, ifExists: ifExists)
            }
            #expect(!failure.description.contains(".part"))
        }
    }

    @Test(.enabled(if: getuid() != 0)) func whatMayNotBeWrittenIsNotReplaced() throws {
        try folder.write([1], to: "speech.wav")
        chmod(path, 0o444)
        let refusal = AudioError.notPermitted(path: path, action: "write")
        #expect(throws: refusal) { try replacing(path) }
        chmod(folder.path, 0o500)
        defer { chmod(folder.path, 0o700) }
        for ifExists in [WAVWriter.ExistingFile.refuse, .replace] {
            let other = folder.file("other.wav")
            #expect(throws: AudioError.notPermitted(path: other, action: "write")) {
                try WAVWriter(path: other, sampleRateHz: 16_000, ifExists: ifExists)
            }
        }
    }

    @Test func aFolderThatMayNotBeReadDoesNotSpoilARecording() async throws {
        let drop = folder.file("drop")
        try #require(mkdir(drop, 0o300) == 0)
        defer { chmod(drop, 0o700) }
        let writer = try WAVWriter(path: drop + "/answer.wav", sampleRateHz: 16_000)
        try await writer.append([0.1])
        #expect(try await writer.finish() > 0)
    }

    @Test func secondsInMessagesAreRounded() {
        let failure = AudioError.writeFailed(
            path: "a.wav", action: "Writing", reason: "no space left on device", savedPath: "a.wav.part",
            savedSeconds: 1.0 / 3)
        #expect(
            failure.description
                == "Writing a.wav failed: no space left on device. 0.33 s are saved in a.wav.part.")
        let empty = AudioError.noSamples(path: "a.wav", promisedSeconds: 2.0 / 3)
        #expect(empty.description.contains("promises 0.67 s"))
    }
}
