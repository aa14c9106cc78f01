import FoundationEssentials

/// Where the peers of the native Whisper are: an interpreter of Python that has faster-whisper, the weights in the folder
/// of CTranslate2's, and the scripts that run them (`bench/peers/README.md`).
struct PeerSetup: Sendable {
    /// The environment variable that names the interpreter.
    static let pythonVariable = "VIVA_BENCH_PYTHON"
    /// The environment variable that names the folder of the weights.
    static let weightsVariable = "VIVA_BENCH_CT2"
    /// The folder of the scripts, in the current folder.
    static let scripts = "bench/peers"

    /// The interpreter.
    let python: String
    /// The folder of the weights.
    let weights: String

    /// What is missing, and how to get it.
    struct Failure: Error, Equatable, CustomStringConvertible {
        var description: String
    }

    /// Looks up what the environment names; the weights have to be there.
    init(environment: [String: String]) throws(Failure) {
        func named(_ variable: String) -> String? { environment[variable].flatMap { $0.isEmpty ? nil : $0 } }
        python = named(Self.pythonVariable) ?? "python3"
        guard let folder = named(Self.weightsVariable) else {
            throw Failure(
                description:
                    "\(Self.weightsVariable) must name the folder with the peers' weights (model.bin, config.json, "
                    + "tokenizer.json, vocabulary.txt): \(Self.scripts)/README.md says where to get it.")
        }
        weights = folder
        for name in ["model.bin", "config.json", "tokenizer.json"]
        where !FileManager.default.fileExists(atPath: "\(folder)/\(name)") {
            throw Failure(
                description:
                    "\(folder), which \(Self.weightsVariable) names, has no \(name): it is no folder of CTranslate2's. "
                    + "\(Self.scripts)/README.md says where to get one.")
        }
    }

    /// The setup of this process, tried out: the interpreter has to know faster-whisper.
    static func checked(environment: [String: String]) throws -> PeerSetup {
        let setup = try PeerSetup(environment: environment)
        try setup.check()
        return setup
    }

    /// Whether the scripts are here and the interpreter can run them.
    func check() throws {
        guard FileManager.default.fileExists(atPath: "\(Self.scripts)/faster_whisper_once.py") else {
            throw Failure(
                description: "\(Self.scripts) is not here: start viva-bench in the folder of the sources.")
        }
        try checkInterpreter()
    }

    /// Starts the interpreter once.
    func checkInterpreter() throws {
        do {
            _ = try MeasuredProcess.run(python, ["-c", "import faster_whisper"])
        } catch {
            throw Failure(
                description:
                    "\(python) does not run or has no faster-whisper: `python3 -m venv peers`, `peers/bin/pip install "
                    + "faster-whisper`, and \(Self.pythonVariable)=peers/bin/python. (\(error))")
        }
    }

    /// The arguments that run one of the scripts; compiled copies of it are not kept.
    func arguments(_ script: String, _ rest: [String]) -> [String] {
        ["-B", "\(Self.scripts)/\(script)", weights] + rest
    }

    /// Runs one of the scripts to its end.
    func run(_ script: String, _ rest: [String]) throws -> MeasuredProcess {
        try MeasuredProcess.run(python, arguments(script, rest), showingErrors: true)
    }
}
