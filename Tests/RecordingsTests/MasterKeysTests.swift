import Crypto
import FoundationEssentials
import TestSupport
import Testing

@testable import Recordings

#if canImport(Glibc)
    import Glibc
#endif

@Suite struct MasterKeysTests {
    private let folder: TestFolder
    private let base64: String

    init() throws {
        folder = try TestFolder()
        base64 = Data(Hexadecimal.bytes(of: Samples.keyText(1)) ?? []).base64EncodedString()
    }

    private func keyFile(_ text: String, permissions: mode_t = 0o600) throws -> String {
        let path = try folder.write(text, to: "key")
        #expect(chmod(path, permissions) == 0)
        return path
    }

    private func isRefusal(_ error: any Error) -> Bool {
        if case RecordingError.keyRefused = error { true } else { false }
    }

    @Test func aKeyMayBeWrittenInTwoWays() throws {
        let key = try Samples.key(1)
        #expect(try MasterKey(Samples.keyText(1).uppercased() + "\n", source: "x").id == key.id)
        #expect(try MasterKey(" \(base64)\n", source: "x").id == key.id)
        #expect(try Samples.key(2).id != key.id)
        #expect(key.id.description.count == 16)
    }

    @Test(arguments: [
        "", "secret", "0123456789abcdef", String(repeating: "00", count: 32),
        String(repeating: "ab", count: 32),
        Samples.keyText(1) + "00", String(Samples.keyText(1).dropLast()),
        "ä" + Samples.keyText(1).dropFirst(),
    ])
    func whatIsNoKeyIsRefusedAndNotShown(text: String) throws {
        #expect { try MasterKey(text, source: "the place") } throws: { error in
            isRefusal(error) && "\(error)".contains("the place")
                && (text.count < 8 || !"\(error)".contains(text.prefix(8)))
        }
    }

    @Test func theEnvironmentGivesKeysOrAFile() throws {
        let (one, two) = (Samples.keyText(1), Samples.keyText(2))
        #expect(try MasterKeys.from(environment: [:]) == nil)
        #expect(try MasterKeys.from(environment: ["VIVA_KEY": "", "VIVA_KEY_FILE": ""]) == nil)
        for text in ["\(two),\(base64)", "\(two) \(one)", "\(two), \(one),\(two)"] {
            let keys = try #require(try MasterKeys.from(environment: ["VIVA_KEY": text]))
            #expect(keys.all.map(\.id) == [try Samples.key(2).id, try Samples.key(1).id])
            #expect(keys.writing.id == keys.all.first?.id)
        }
        let path = try keyFile("# since May\n\(two)\n\n  \(base64)  \n")
        let keys = try #require(try MasterKeys.from(environment: ["VIVA_KEY_FILE": path]))
        #expect(keys.all.map(\.id) == [try Samples.key(2).id, try Samples.key(1).id])
        #expect(
            performing: { try MasterKeys.from(environment: ["VIVA_KEY": one, "VIVA_KEY_FILE": path]) },
            throws: isRefusal)
        #expect(performing: { try MasterKeys.from(environment: ["VIVA_KEY": " , "]) }, throws: isRefusal)
        let many = (0..<17).map(Samples.keyText).joined(separator: ",")
        #expect(performing: { try MasterKeys.from(environment: ["VIVA_KEY": many]) }, throws: isRefusal)
    }

    @Test(arguments: [0o644, 0o640, 0o604, 0o620, 0o601] as [mode_t])
    func aKeyFileThatOthersMayReadIsRefused(permissions: mode_t) throws {
        let path = try keyFile(Samples.keyText(1), permissions: permissions)
        #expect { try MasterKeys(file: path) } throws: { error in
            isRefusal(error) && "\(error)".contains("chmod 600 \(path)")
        }
    }

    @Test func aKeyFileMustBeAFileWithKeys() throws {
        #expect(try MasterKeys(file: keyFile(Samples.keyText(1), permissions: 0o400)).older.isEmpty)
        for text in ["", "# nothing\n", "secret\n", String(repeating: "#\n", count: 10_000)] {
            #expect(performing: { try MasterKeys(file: keyFile(text)) }, throws: isRefusal)
        }
        for path in [folder.path, folder.file("none"), "/dev/null"] {
            #expect { try MasterKeys(file: path) } throws: {
                if case RecordingError.readFailed = $0 { true } else { false }
            }
        }
    }

    @Test func noKeyIsEverPrinted() throws {
        let keys = MasterKeys(writing: try Samples.key(1), older: [try Samples.key(2)])
        let secret = VaultSecret(for: keys.writing)
        let file = FileKey()
        let vault = RecordingVault(root: folder.file("v"), keys: keys)
        try vault.add([1])
        let opened = try SealedFile(try vault.onlyPath(), keys: keys)
        let reader = try vault.open(Samples.id(of: [1]))
        let writer = try vault.writer()
        let hidden = [file.key, opened.key.key, keys.writing.wrapping, keys.older[0].wrapping]
            .map { $0.withUnsafeBytes { [UInt8]($0) } }
        let values: [Any] = [keys, keys.writing, secret, file, vault, opened, reader, writer, [keys.writing]]
        for value in values {
            var dumped = ""
            dump(value, to: &dumped)
            for text in [dumped, "\(value)", String(reflecting: value)] {
                for key in hidden + [Hexadecimal.bytes(of: Samples.keyText(1)) ?? []] {
                    #expect(!text.lowercased().contains(Hexadecimal.text(of: key)))
                    #expect(!text.contains(key.map(String.init).joined(separator: ", ")))
                    #expect(!text.contains(Data(key).base64EncodedString()))
                }
                // swift-crypto's own type would show where its bytes are.
                #expect(!text.contains("SymmetricKey") && !text.contains("SecureBytes"), "\(type(of: value))")
            }
        }
    }
}
