import Audio
import Batch
import Foundation
import Testing

#if canImport(Glibc)
    import Glibc
#endif

@Suite struct InputTests {
    @Test func foldersAreSearchedInOrderAndLinksInACircleEnd() throws {
        let folder = try TestFolder()
        defer { folder.remove() }
        for name in [
            "b/2.FLAC", "b/1.wav", "a.mp3", "b/deep/ü \"x\"\n.wav", ".hidden/h.wav", ".h.wav", "notes.txt",
            "wav",
        ] {
            try folder.write(name)
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

    @Test func aLinkToAFolderElsewhereIsFollowedOnce() throws {
        let (folder, elsewhere) = (try TestFolder(), try TestFolder())
        defer { folder.remove(); elsewhere.remove() }
        try elsewhere.write("x.wav")
        symlink(elsewhere.path, folder.path + "/a")
        symlink(elsewhere.path, folder.path + "/b")
        let found = RecordingFinder.find([folder.path], folders: .searched, workingFolder: "/")
        #expect(found.recordings.map(\.path) == [folder.path + "/a/x.wav"])
    }

    @Test func patternsThatTheShellLeftAreOpenedAndAFileOfThatNameComesFirst() throws {
        let folder = try TestFolder()
        defer { folder.remove() }
        for name in ["a1.wav", "a2.wav", "b.wav", "odd[1].wav"] { try folder.write(name) }
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
        defer { folder.remove() }
        let path = try folder.write("sub/a.wav")
        let found = RecordingFinder.find(
            [path, "sub/a.wav", "./sub/../sub//a.wav", folder.path], folders: .searched,
            workingFolder: folder.path)
        #expect(found.recordings.map(\.path) == [path])
        #expect(found.repeated == 3)
        #expect(found.failures.isEmpty)
    }

    @Test func aFolderWithoutARecordingIsAFailureAndWithoutSearchingItStandsForItself() throws {
        let folder = try TestFolder()
        defer { folder.remove() }
        try folder.write("notes.txt")
        let found = RecordingFinder.find([folder.path], folders: .searched, workingFolder: "/")
        #expect(found.recordings.isEmpty && found.failures.count == 1)
        let refused = RecordingFinder.find([folder.path], folders: .refused, workingFolder: "/")
        #expect(refused.recordings.map(\.path) == [folder.path])
    }

    @Test func aFolderThatMayNotBeReadIsAFailure() throws {
        let folder = try TestFolder()
        defer { folder.remove() }
        try folder.write("open/a.wav")
        try folder.write("shut/b.wav")
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

    @Test func listsHaveLinesOrNULs() throws {
        #expect(try PathList(Array("a\r\n\nb c\n".utf8), source: "x").paths == ["a", "b c"])
        #expect(try PathList(Array("a\nb\0c\0".utf8), source: "x").paths == ["a\nb", "c"])
        #expect(try PathList([], source: "x").paths == [])
        #expect(throws: BatchError.self) { try PathList([97, 10, 0xFF], source: "x") }
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
