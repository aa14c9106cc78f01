/// What the results of recordings are called below the output folder, without format extensions.
///
/// The folders below the recordings' common root are kept, so that files of the same name in different folders stay
/// apart. Where two recordings would still get one name (`talk.wav` and `talk.flac`), or a result that of a folder
/// (`talk.wav` beside `talk.txt/old.wav`), they keep their extension. A name that leaves no room for what a result adds
/// is cut. Names depend on the set of recordings alone, not on their order.
public struct OutputNames: Sendable, Equatable {
    /// The most bytes of a name: the 255 that file systems take, less what a channel, the longest extension and the mark
    /// of an unfinished file need.
    static let limitBytes = 225

    private let stems: [Recording: String]

    /// Names for recordings below `root`, an absolute folder.
    public init(_ recordings: [Recording], root: String) {
        var names: [Recording: String] = [:]
        var isWhole: Set<Recording> = []
        let recordings = Set(recordings)
        let taken = Self.namesOfFolders(recordings, root: root)
        var clashes = true
        // Each round gives at least one more recording its whole name, and whole names differ.
        while clashes {
            names = [:]
            var owners: [String: [Recording]] = [:]
            for recording in recordings {
                let relative = PathName.relative(recording.absolutePath, to: root)
                let name = isWhole.contains(recording) ? relative : PathName.withoutExtension(relative)
                let stem = Self.cut(name)
                names[recording] = stem
                owners[stem, default: []].append(recording)
            }
            let clashing = owners.filter { $0.value.count > 1 || taken.contains($0.key) }.values.joined()
                .filter { !isWhole.contains($0) }
            clashes = !clashing.isEmpty
            isWhole.formUnion(clashing)
        }
        stems = names
    }

    /// The name of a recording's results, for example `monday/talk`.
    public func stem(of recording: Recording) -> String {
        stems[recording] ?? PathName.withoutExtension(recording.absolutePath)
    }

    /// Names whose results, with or without a channel, would be called like a folder: `a` and `a.left` for
    /// `a.left.txt/old.wav`.
    private static func namesOfFolders(_ recordings: Set<Recording>, root: String) -> Set<String> {
        let extensions = OutputFormat.allCases.map { "." + $0.fileExtension }
        var names: Set<String> = []
        var known: Set<String> = []
        for recording in recordings {
            var folder = "/" + PathName.relative(recording.absolutePath, to: root)
            while true {
                folder = PathName.folder(of: folder)
                guard folder != "/", known.insert(folder).inserted else { break }
                guard extensions.contains(where: folder.hasSuffix) else { continue }
                var name = String(folder.dropFirst())
                while PathName.withoutExtension(name) != name {
                    name = PathName.withoutExtension(name)
                    names.insert(name)
                }
            }
        }
        return names
    }

    /// The name, its last part cut to `limitBytes`: with a fingerprint of the whole, so that names that begin alike stay
    /// apart.
    private static func cut(_ name: String) -> String {
        guard let last = PathName.components(name).last, last.utf8.count > limitBytes else { return name }
        let mark = "~" + Fingerprint.of(name.utf8)
        var kept = last
        while kept.utf8.count + mark.utf8.count > limitBytes { kept.removeLast() }
        return String(Substring(name.utf8.dropLast(last.utf8.count))) + kept + mark
    }
}
