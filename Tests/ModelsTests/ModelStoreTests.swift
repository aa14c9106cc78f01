import FoundationEssentials
import TestSupport
import Testing

@testable import Models

@Suite struct ModelStoreTests {
    /// A store with the tiny model in it under a name.
    static func store(_ folder: TestFolder, with names: [String]) async throws -> ModelStore {
        let source = try folder.folder("source")
        try TinyCTranslate2().write(to: source)
        let store = ModelStore(folder: folder.file("store"))
        let catalogue = ModelCatalogue(formatVersion: 1, models: [])
        let installer = ModelInstaller(store: store, catalogue: catalogue) { _, _ in }
        for name in names {
            _ = try await installer.install(InstallationRequest(name: name, origin: .folder(source)))
        }
        return store
    }

    @Test func aFolderThatIsNotThereHoldsNothing() throws {
        let folder = try TestFolder()
        #expect(try ModelStore(folder: folder.file("none")).models().isEmpty)
        #expect(folder.names().isEmpty)
    }

    @Test func listsModelsByNameAndWhatIsWrongWithOthers() async throws {
        let folder = try TestFolder()
        let store = try await Self.store(folder, with: ["b", "a"])
        try folder.folder("store/.making-x")
        try folder.folder("store/c")
        try folder.write([1], to: "store/file")
        let models = try store.models()
        #expect(models.map(\.name) == ["a", "b", "c"])
        #expect(try models[0].model.get().name == "a")
        #expect(throws: ModelError.self) { try models[2].model.get() }
    }

    @Test func aFolderWithAnotherNameIsDamaged() async throws {
        let folder = try TestFolder()
        let store = try await Self.store(folder, with: ["a"])
        try FileManager.default.moveItem(atPath: folder.file("store/a"), toPath: folder.file("store/b"))
        #expect { try store.model(named: "b") } throws: { "\($0)".contains("says to be of a") }
    }

    @Test func removesSoundAndDamagedModels() async throws {
        let folder = try TestFolder()
        let store = try await Self.store(folder, with: ["a", "b"])
        try FileManager.default.removeItem(atPath: folder.file("store/b/weights.safetensors"))
        try store.remove("a")
        try store.remove("b")
        #expect(folder.names(in: "store") == [".lock"])
        #expect(throws: ModelError.notInstalled(name: "a", installed: [])) { try store.remove("a") }
    }

    @Test(arguments: [
        "", ".", "..", "../a", "a/b", ".lock", "-rf", "a b", "ä", String(repeating: "a", count: 65),
    ])
    func namesThatLeadElsewhereAreRefused(name: String) async throws {
        let folder = try TestFolder()
        let store = ModelStore(folder: folder.path)
        #expect(throws: ModelError.invalidName(name: name)) { try store.remove(name) }
        #expect(throws: ModelError.invalidName(name: name)) { try store.model(named: name) }
    }

    @Test func oneAtATimeMayChangeIt() async throws {
        let folder = try TestFolder()
        let store = try await Self.store(folder, with: ["a"])
        let lock = try store.lock()
        #expect(throws: ModelError.storeBusy(folder: store.folder)) { try store.remove("a") }
        #expect(try store.model(named: "a").name == "a")
        withExtendedLifetime(lock) {}
    }

    @Test func whatAKilledInstallationLeftIsSweptByTheNext() async throws {
        let folder = try TestFolder()
        let store = try await Self.store(folder, with: ["a"])
        try folder.folder("store/.making-x/model")
        try folder.write([1], to: "store/.making-x/model/weights.safetensors")
        try store.remove("a")
        #expect(folder.names(in: "store") == [".lock"])
    }
}
