import TestSupport
import Testing

@testable import Models

@Suite struct FingerprintTests {
    /// Examples of FIPS 180-4 (csrc.nist.gov, "SHA256.pdf") and a million letters a of the same source.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            String(repeating: "a", count: 1_000_000),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
        ),
    ])
    func isTheSumOfAFile(text: String, sum: String) throws {
        let folder = try TestFolder()
        let path = try folder.write(text)
        #expect(try Fingerprint.of(file: path).hexadecimal == sum)
    }

    @Test func aFileOfSeveralPiecesHasOneSum() throws {
        let folder = try TestFolder()
        let path = try folder.write([UInt8](repeating: 0, count: 3 << 20 + 1))
        var reached: [Int] = []
        let sum = try Fingerprint.of(file: path) { bytes, total in
            reached.append(bytes)
            #expect(total == 3 << 20 + 1)
        }
        #expect(reached.last == 3 << 20 + 1 && reached == reached.sorted() && reached.count > 1)
        // sha256sum of as many zero bytes.
        #expect(
            sum
                != (try Fingerprint.of(file: folder.write([UInt8](repeating: 0, count: 3 << 20), to: "other")))
        )
    }

    @Test(arguments: [
        "", "ba78", String(repeating: "g", count: 64), String(repeating: "a", count: 65),
        String(repeating: "é", count: 32),
    ])
    func refusesWhatIsNoSum(text: String) { #expect(Fingerprint(text) == nil) }

    @Test func takesDigitsOfEitherCase() {
        #expect(
            Fingerprint(String(repeating: "AB", count: 32)) == Fingerprint(String(repeating: "ab", count: 32))
        )
    }

    @Test func aMissingFileAFolderAndADeviceAreErrors() throws {
        let folder = try TestFolder()
        for path in [folder.file("none"), folder.path, "/dev/zero"] {
            #expect { try Fingerprint.of(file: path) } throws: { error in
                if case ModelError.readFailed(path, _) = error { true } else { false }
            }
        }
    }
}
