import Audio
import Batch
import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

@Suite struct InputTests {
    @Test func foldersAreSearchedInOrderAndLinksInACircleEnd() throws {
        let folder = try TestFolder()
        for name in [
            "b/2.FLAC", "b/1.wav", "a.mp3", "b/deep/ü \"x\"\n.wav", ".hidden/h.wav", ".h.wav", "notes.txt",
            "wav",
        ] {
            try folder.write("x", to: name)
        }
        symlink(folder.path, folder.path + "/b/deep/up")
        symlink("loop", folder.path + "/loop")
        symlink(folder.path + "/nowhere", folder.path + "/broken.wav")
        mkfifo(folder.path + "/pipe.wav", 0o600)
        let found = RecordingFinder.find([folder.path], folders: .searched, workingFolder: "/")
        let names = found.recordings.map { String($0.path.dropFirst(folder.path.count + 1)) }
        #expect(names == ["a.mp3", "b/1.wav", "b/2.FLAC", "b/deep/ü \"x\"\n.wav", "broken.wav"])
        #expect(found.failures.isEmpty)
        #expect(found.root == folder.path)
    }

    @Test func aStepUpAfterALinkIsWhereTheFileSystemSaysItIs() throws {
        let folder = try TestFolder()
        for name in ["talks/a.wav", "real/a.wav", "real/deep/b.wav"] { try folder.write("x", to: name) }
        symlink("../real/deep", folder.path + "/talks/link")
        let paths = ["talks/a.wav", "talks/link/../a.wav"]
        let found = RecordingFinder.find(paths, folders: .refused, workingFolder: folder.path)
        #expect(found.recordings.count == 2)
        #expect(found.repeated == 0)
    }

    @Test func aFolderThatIsTooDeepIsAFailureAndNotPassedOver() throws {
        let folder = try TestFolder()
        let deep = Array(repeating: "d", count: 200).joined(separator: "/")
        try folder.write("x", to: deep + "/e/late.wav")
        try folder.write("x", to: String(deep.dropLast(2)) + "/last.wav")
        let found = RecordingFinder.find([folder.path], folders: .searched, workingFolder: "/")
        #expect(found.recordings.map(\.path) == ["\(folder.path)/\(deep.dropLast(2))/last.wav"])
        #expect(found.failures.map(\.path) == ["\(folder.path)/\(deep)"])
        #expect(found.failures.first.map { "\($0.error)".contains("200 folders deep") } == true)
    }

    @Test func aLinkToAFolderElsewhereIsFollowedOnce() throws {
        let (folder, elsewhere) = (try TestFolder(), try TestFolder())
        try elsewhere.write("x", to: "x.wav")
        symlink(elsewhere.path, folder.path + "/a")
        symlink(elsewhere.path, folder.path + "/b")
        let found = RecordingFinder.find([folder.path], folders: .searched, workingFolder: "/")
        #expect(found.recordings.map(\.path) == [folder.path + "/a/x.wav"])
    }

    @Test func patternsThatTheShellLeftAreOpenedAndAFileOfThatNameComesFirst() throws {
        let folder = try TestFolder()
        for name in ["a1.wav", "a2.wav", "b.wav", "odd[1].wav"] { try folder.write("x", to: name) }
        func names(_ pattern: String) -> [String] {
            RecordingFinder.find([folder.path + "/" + pattern], folders: .refused, workingFolder: "/")
                .recordings
                .map { String($0.path.dropFirst(folder.path.count + 1)) }
        }
        #expect(names("a*.wav") == ["a1.wav", "a2.wav"])
        #expect(names("odd[1].wav") == ["odd[1].wav"])
        #expect(names("none*.wav") == ["none*.wav"])
    }

    @Test func aRecordingNamedTwiceIsHeardOnce() throws {
        let folder = try TestFolder()
        let path = try folder.write("x", to: "sub/a.wav")
        let found = RecordingFinder.find(
            [path, "sub/a.wav", "./sub/../sub//a.wav", folder.path], folders: .searched,
            workingFolder: folder.path)
        #expect(found.recordings.map(\.path) == [path])
        #expect(found.repeated == 3)
        #expect(found.failures.isEmpty)
    }

    @Test func aFolderWithoutARecordingIsAFailureAndWithoutSearchingItStandsForItself() throws {
        let folder = try TestFolder()
        try folder.write("x", to: "notes.txt")
        let found = RecordingFinder.find([folder.path], folders: .searched, workingFolder: "/")
        #expect(found.recordings.isEmpty && found.failures.count == 1)
        let refused = RecordingFinder.find([folder.path], folders: .refused, workingFolder: "/")
        #expect(refused.recordings.map(\.path) == [folder.path])
    }

    @Test func aFolderThatMayNotBeReadIsAFailure() throws {
        let folder = try TestFolder()
        try folder.write("x", to: "open/a.wav")
        try folder.write("x", to: "shut/b.wav")
        let shut = folder.path + "/shut"
        chmod(shut, 0)
        defer { chmod(shut, 0o700) }
        let found = RecordingFinder.find([folder.path], folders: .searched, workingFolder: "/")
        if geteuid() == 0 {
            // To root nothing is shut.
            #expect(found.recordings.count == 2)
        } else {
            #expect(found.recordings.map(\.path) == [folder.path + "/open/a.wav"])
            #expect(found.failures.map(\.error) == [.notPermitted(path: shut, action: "read")])
        }
    }

    @Test func namesMirrorTheFoldersAndNeverCollide() {
        let paths = [
            "/t/mon/a.wav", "/t/tue/a.wav", "/t/tue/a.flac", "/t/tue/a.flac.wav", "/t/x.y/.wav", "/t/noext",
            "/t/tue/b.wav",
        ]
        let recordings = paths.map { Recording(path: $0, in: "/") }
        let names = OutputNames(recordings, root: "/t")
        let stems = recordings.map(names.stem)
        #expect(
            stems == ["mon/a", "tue/a.wav", "tue/a.flac", "tue/a.flac.wav", "x.y/.wav", "noext", "tue/b"])
        #expect(OutputNames(recordings.reversed(), root: "/t") == names)
    }

    @Test func filesWhoseNamesLookTheSameAreDifferentFiles() throws {
        let folder = try TestFolder()
        let names = ["cafe\u{301}.wav", "caf\u{E9}.wav"]
        for name in names { try folder.write("x", to: name) }
        let found = RecordingFinder.find([folder.path], folders: .searched, workingFolder: "/")
        #expect(
            found.recordings.map { Array($0.path.utf8) } == names.map { Array("\(folder.path)/\($0)".utf8) })
        #expect(found.repeated == 0)
        let stems = found.recordings.map(OutputNames(found.recordings, root: found.root).stem)
        #expect(Set(stems.map { Array($0.utf8) }).count == 2)
    }

    @Test func anAccentThatBeginsANameBelongsToTheName() {
        let paths = ["/t/mon/\u{301}a.wav", "/t/\u{301}tue/b.\u{301}c", "/t/x.wav"]
        let recordings = paths.map { Recording(path: $0, in: "/") }
        let stems = recordings.map(OutputNames(recordings, root: "/t").stem)
        #expect(stems.map { Array($0.utf8) } == ["mon/\u{301}a", "\u{301}tue/b", "x"].map { Array($0.utf8) })
    }

    @Test func aResultIsNotCalledLikeAFolderOfAnother() {
        let paths = [
            "/t/a.wav", "/t/a.txt/old.wav", "/t/b.wav", "/t/b.left.json/deep/x.wav", "/t/c.wav",
            "/t/c.d/x.wav",
        ]
        let recordings = paths.map { Recording(path: $0, in: "/") }
        let stems = recordings.map(OutputNames(recordings, root: "/t").stem)
        #expect(stems == ["a.wav", "a.txt/old", "b.wav", "b.left.json/deep/x", "c", "c.d/x"])
    }

    @Test func longNamesLeaveRoomForWhatResultsAddAndStayApart() {
        let long = String(repeating: "é", count: 120)
        let paths =
            ["wav", "flac"].map { "/t/mon/\(long).\($0)" } + [
                "/t/mon/\(long)x.wav", "/t/\(long.prefix(100)).wav",
            ]
        let recordings = paths.map { Recording(path: $0, in: "/") }
        let stems = recordings.map(OutputNames(recordings, root: "/t").stem)
        #expect(Set(stems).count == 4)
        #expect(stems[3] == long.prefix(100))
        for stem in stems.prefix(3) {
            #expect(stem.hasPrefix("mon/ééé"))
            let name = BatchJob.resultName(stem, channel: "channel 32", format: .textgrid) + ".part"
            #expect(name.utf8.count - "mon/".utf8.count <= 255)
        }
        #expect(OutputNames(recordings.reversed(), root: "/t") == OutputNames(recordings, root: "/t"))
    }

    @Test func aNameThatIsNotTextIsAFailureAndTheOthersAreFound() throws {
        let folder = try TestFolder()
        try folder.write("x", to: "a.wav")
        for name in ["b\u{FF}.wav", "notes\u{FF}.txt"] {
            // The byte FF is in no UTF-8 text.
            let bytes = Array("\(folder.path)/".utf8) + name.unicodeScalars.map { UInt8($0.value) } + [0]
            let descriptor = bytes.withUnsafeBufferPointer { bytes in
                bytes.withMemoryRebound(to: CChar.self) { $0.baseAddress.map { creat($0, 0o600) } }
            }
            close(try #require(descriptor))
        }
        let found = RecordingFinder.find([folder.path], folders: .searched, workingFolder: "/")
        #expect(found.recordings.map(\.path) == [folder.path + "/a.wav"])
        #expect(found.failures.map(\.path) == [folder.path + "/b\u{FFFD}.wav"])
        #expect(found.failures.first.map { "\($0.error)".contains("UTF-8") } == true)
    }

    @Test func listsHaveLinesOrNULs() {
        #expect(PathList(Array("a\r\n\nb c\n".utf8), source: "x").paths == ["a", "b c"])
        #expect(PathList(Array("a\nb\0c\0".utf8), source: "x").paths == ["a\nb", "c"])
        #expect(PathList([], source: "x").paths == [])
    }

    @Test func aPathInAListThatIsNotTextIsAFailureAndTheOthersCount() {
        let list = PathList([97, 10, 0xFF, 98, 10, 99], source: "x")
        #expect(list.paths == ["a", "c"])
        #expect(list.failures.map(\.path) == ["\u{FFFD}b"])
        #expect(list.failures.first?.error.description.hasPrefix("x, line 2: \u{FFFD}b is not UTF-8") == true)
    }

    @Test(arguments: ["0/3", "4/3", "a/3", "3", "1/0", "-1/3", "1/3/2", "", "1/", "٣/٨"])
    func aWrongPartIsRefused(text: String) { #expect(Shard(text) == nil) }

    @Test(arguments: 1...9, 0...25)
    func partsShareNothingAndAreEverything(count: Int, items: Int) {
        let all = Array(0..<items)
        let parts = (1...count).compactMap { Shard("\($0)/\(count)")?.part(of: all) }
        #expect(parts.joined().sorted() == all)
        #expect((parts.map(\.count).max() ?? 0) - (parts.map(\.count).min() ?? 0) <= 1)
    }
}
