/// What the results of recordings are called below the output folder, without format extensions.
///
/// The folders below the recordings' common root are kept, so that files of the same name in different folders stay
/// apart. Where two recordings would still get one name (`talk.wav` and `talk.flac`), both keep their extension. Names
/// depend on the set of recordings alone, not on their order.
public struct OutputNames: Sendable, Equatable {
    private let stems: [String: String]

    /// Names for recordings below `root`, an absolute folder.
    public init(_ recordings: [Recording], root: String) {
        var names: [String: String] = [:]
        var isWhole: Set<String> = []
        let paths = Array(Set(recordings.map(\.absolutePath)))
        var clashes = true
        // Each round gives at least one more recording its whole name, and whole names differ.
        while clashes {
            names = [:]
            var owners: [String: [String]] = [:]
            for path in paths {
                let relative = PathName.relative(path, to: root)
                let name = isWhole.contains(path) ? relative : PathName.withoutExtension(relative)
                names[path] = name
                owners[name, default: []].append(path)
            }
            let clashing = owners.values.filter { $0.count > 1 }.joined().filter { !isWhole.contains($0) }
            clashes = !clashing.isEmpty
            isWhole.formUnion(clashing)
        }
        stems = names
    }

    /// The name of a recording's results, for example `monday/talk`.
    public func stem(of recording: Recording) -> String {
        stems[recording.absolutePath] ?? PathName.withoutExtension(recording.absolutePath)
    }
}
