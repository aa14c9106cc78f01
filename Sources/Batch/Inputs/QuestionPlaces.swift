/// Finds the recordings that the rows of a list of questions mean.
///
/// A name is looked for by its bytes first, then as text: a list that was written elsewhere may spell "é" with other
/// scalars than the file system.
struct QuestionPlaces {
    private let folders: [String]
    private let byPath: [String: [Recording]]
    private let byName: [String: [Recording]]

    /// Recordings, and the absolute folders that paths may be seen from.
    init(_ recordings: [Recording], folders: [String]) {
        self.folders = folders
        let recordings = Set(recordings)
        byPath = Dictionary(grouping: recordings, by: \.absolutePath)
        byName = Dictionary(grouping: recordings) { Self.name(of: $0) }
    }

    /// The recordings that `file` may be: none, one, or several of which none fits better.
    func recordings(_ file: String) -> [Recording] {
        for folder in folders {
            let path = PathName.absolute(file, in: folder)
            if let found = byPath[path] {
                return Self.exact(found) { $0.absolutePath.utf8.elementsEqual(path.utf8) }
            }
        }
        guard let found = byName[file] else { return [] }
        return Self.exact(found) { Self.name(of: $0).utf8.elementsEqual(file.utf8) }
    }

    private static func name(of recording: Recording) -> String {
        String(PathName.components(recording.absolutePath).last ?? "")
    }

    /// Those that are exactly what was written; all when none is.
    private static func exact(_ found: [Recording], _ isExact: (Recording) -> Bool) -> [Recording] {
        let exact = found.filter(isExact)
        return exact.isEmpty ? found : exact
    }
}
