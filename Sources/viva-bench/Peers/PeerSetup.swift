internal import Files
import FoundationEssentials

/// Where the peers of the native Whisper are: an interpreter of Python that has faster-whisper, and the weights in the
/// folder of CTranslate2's (`bench/peers/README.md`).
struct PeerSetup: Sendable {
    /// The environment variable that names the folder of the weights.
    static let weightsVariable = "VIVA_BENCH_CT2"

    /// The interpreter.
    let python: PeerPython
    /// The folder of the weights.
    let weights: String

    /// Looks up what the environment names; the weights have to be there.
    init(environment: [String: String]) throws(PeerFailure) {
        python = PeerPython(environment: environment)
        guard let folder = UserFolders(environment: environment).named(Self.weightsVariable) else {
            throw PeerFailure(
                description:
                    "\(Self.weightsVariable) must name the folder with the peers' weights (model.bin, config.json, "
                    + "tokenizer.json, vocabulary.txt): \(PeerPython.scripts)/README.md says where to get it."
            )
        }
        weights = folder
        for name in ["model.bin", "config.json", "tokenizer.json"]
        where !FileManager.default.fileExists(atPath: "\(folder)/\(name)") {
            throw PeerFailure(
                description:
                    "\(folder), which \(Self.weightsVariable) names, has no \(name): it is no folder of CTranslate2's. "
                    + "\(PeerPython.scripts)/README.md says where to get one.")
        }
    }

    /// The setup of this process, tried out: the interpreter has to know faster-whisper.
    static func checked(environment: [String: String]) throws(PeerFailure) -> PeerSetup {
        let setup = try PeerSetup(environment: environment)
        try setup.python.check(for: "faster_whisper_once.py", needing: [.fasterWhisper])
        return setup
    }

    /// The arguments that run one of the scripts with the weights.
    func arguments(_ script: String, _ rest: [String]) -> [String] {
        python.arguments(script, [weights] + rest)
    }

    /// Runs one of the scripts with the weights to its end.
    func run(_ script: String, _ rest: [String]) throws -> MeasuredProcess {
        try python.run(script, [weights] + rest)
    }
}
