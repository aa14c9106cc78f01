import TestSupport
import Testing
import Zip

@testable import Models

@Suite struct ArchivedModelTests {
    private func unpack(
        _ entries: [ZipFile.Entry], folder hint: String? = nil, in folder: TestFolder
    ) throws {
        let path = try folder.write(ZipFile(entries: entries).bytes, to: "a.zip")
        try ArchivedModel.unpack(path, folder: hint, to: folder.file("out"))
    }

    private let model: [ZipFile.Entry] = [
        .init(name: "p/model/model.bin", content: [1, 2, 3]),
        .init(name: "p/model/config.json", content: [4]),
        .init(name: "p/model/evil.py", content: [5]), .init(name: "p/config.json", content: [6]),
    ]

    @Test func onlyTheFilesOfTheModelAreUnpacked() throws {
        let folder = try TestFolder()
        try unpack(model, in: folder)
        #expect(folder.names(in: "out") == ["config.json", "model.bin"])
        #expect(try folder.bytes("out/model.bin") == [1, 2, 3])
        #expect(try folder.bytes("out/config.json") == [4])
    }

    @Test func aModelAtTheTopIsFound() throws {
        let folder = try TestFolder()
        try unpack([.init(name: "model.safetensors", content: [1])], in: folder)
        #expect(folder.names(in: "out") == ["model.safetensors"])
    }

    @Test func ofSeveralModelsOneMustBeNamed() throws {
        let folder = try TestFolder()
        let entries = model + [.init(name: "q/model.bin", content: [9])]
        #expect { try unpack(entries, in: folder) } throws: {
            if case ModelError.noWeights(_, let reason) = $0 { reason.contains("q") } else { false }
        }
        try unpack(entries, folder: "q", in: folder)
        #expect(try folder.bytes("out/model.bin") == [9])
    }

    @Test(arguments: [
        "/etc/model.bin", "../model.bin", "a/../../model.bin", "a\\..\\model.bin", "\\model.bin",
        "C:\\model.bin", "a\u{1}b",
    ])
    func anArchiveWithNamesThatLeadElsewhereIsRefused(name: String) throws {
        let folder = try TestFolder()
        #expect { try unpack(model + [.init(name: name, content: [1])], in: folder) } throws: {
            if case ModelError.archiveRefused(_, name, _) = $0 { true } else { false }
        }
        #expect(folder.names() == ["a.zip"])
    }

    @Test func linksEncryptedAndDoubledFilesAreRefused() throws {
        let bad: [ZipFile.Entry] = [
            .init(name: "p/model/vocab.json", content: [0x2F], mode: 0o120777),
            .init(name: "p/model/vocab.json", content: [1], isEncrypted: true),
            .init(name: "p/model/config.json", content: [7]),
        ]
        for entry in bad {
            let folder = try TestFolder()
            #expect("\(entry)") { try unpack(model + [entry], in: folder) } throws: {
                switch $0 {
                case ModelError.archiveRefused, ModelError.damaged: true
                default: false
                }
            }
        }
    }

    @Test func aFileThatIsTooLargeIsRefused() {
        let error = ZipError.entryTooLarge(
            path: "a.zip", entry: "model.bin", sizeBytes: 3_000_000_000, limitBytes: 2000)
        #expect(
            ModelError(error)
                == .archiveRefused(
                    path: "a.zip", entry: "model.bin", reason: "has 3.0 GB, and at most 2.0 kB make sense"))
    }

    @Test func contentThatWasChangedIsDamage() throws {
        let folder = try TestFolder()
        let entry = ZipFile.Entry(name: "model.bin", content: [1, 2, 3], checksum: 5)
        #expect { try unpack([entry], in: folder) } throws: {
            if case ModelError.damaged = $0 { true } else { false }
        }
    }

    @Test func everyArchiveThatIsCutShortIsAnError() throws {
        let bytes = ZipFile(entries: model).bytes
        for count in stride(from: 0, to: bytes.count, by: 7) {
            let folder = try TestFolder()
            let path = try folder.write(Array(bytes[..<count]), to: "a.zip")
            #expect(throws: ModelError.self) {
                try ArchivedModel.unpack(path, folder: nil, to: folder.file("out"))
            }
        }
    }

    @Test func changedBytesNeverDoMoreThanFail() throws {
        let bytes = ZipFile(entries: model).bytes
        for place in bytes.indices {
            let folder = try TestFolder()
            var changed = bytes
            changed[place] ^= 0xFF
            let path = try folder.write(changed, to: "a.zip")
            // Whether it fails is the archive's matter: a name or a time may have changed.
            _ = Result { () throws(ModelError) in
                try ArchivedModel.unpack(path, folder: nil, to: folder.file("out"))
            }
            #expect(Set(folder.names()).isSubset(of: ["a.zip", "out"]))
        }
    }

    @Test func whatIsNoArchiveIsAnError() throws {
        let folder = try TestFolder()
        for path in [folder.file("none"), folder.path, "/dev/null", try folder.write("text")] {
            #expect(throws: ModelError.self) {
                try ArchivedModel.unpack(path, folder: nil, to: folder.file("out"))
            }
        }
    }
}
