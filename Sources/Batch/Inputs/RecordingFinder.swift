public import Audio

#if canImport(Glibc)
    import Glibc
#endif

/// Finds the recordings that arguments mean: files, patterns that the shell left alone, and folders.
///
/// In a folder, files count whose names end like recordings; hidden ones and those that are not regular files are left
/// out. Links are followed, and each folder is visited once, so that links in a circle end.
public struct RecordingFinder: Sendable {
    /// Whether folders are searched.
    public enum Folders: Sendable {
        /// A folder is a mistake.
        case refused
        /// A folder means the recordings in it and in the folders below it.
        case searched
    }

    /// What was found.
    public struct Found: Sendable, Equatable {
        /// Each recording once, in the order of the arguments, the contents of folders by name.
        public var recordings: [Recording] = []
        /// What could not be looked at, and folders without a recording.
        public var failures: [Failure] = []
        /// The deepest folder that holds all files and folders that were given.
        public var root = "/"
        /// How many times a recording was named again.
        public var repeated = 0
    }

    /// Something that could not be looked at.
    public struct Failure: Error, Sendable, Equatable {
        /// The path.
        public var path: String
        /// Why.
        public var error: AudioError
    }

    /// How the names of recordings end, in lower case.
    public static let fileExtensions: Set<String> = [
        "wav", "wave", "flac", "ogg", "oga", "opus", "mp3", "aif", "aiff", "aifc", "au", "snd", "caf", "w64",
        "rf64",
        "m4a", "mp4", "m4v", "aac", "webm", "mkv", "mka", "mov", "avi", "wma", "amr", "3gp", "mp2", "sph",
        "nist",
    ]
    /// How deep folders are searched: more is a file system gone wrong.
    static let limitDepth = 200

    private let folders: Folders
    private let workingFolder: String
    private var found = Found()
    private var seen: Set<Recording> = []
    private var visited: Set<FileNumber> = []
    private var roots: [String] = []

    /// Which file or folder something is, however it is called.
    private struct FileNumber: Hashable {
        var device: UInt64
        var node: UInt64
    }

    /// A finder that starts from a working directory.
    public init(folders: Folders, workingFolder: String) {
        self.folders = folders
        self.workingFolder = workingFolder
    }

    /// What the arguments mean. A path that is not there is passed on as a recording: opening it says why.
    public static func find(_ arguments: [String], folders: Folders, workingFolder: String) -> Found {
        var finder = RecordingFinder(folders: folders, workingFolder: workingFolder)
        for argument in arguments { finder.add(argument) }
        finder.found.root = PathName.commonFolder(finder.roots)
        return finder.found
    }

    private mutating func add(_ argument: String) {
        let status = Self.status(argument)
        if status == nil, argument.contains(where: { "*?[".contains($0) }) {
            let matches = Self.matches(argument)
            for match in matches { addNamed(match, Self.status(match)) }
            if !matches.isEmpty { return }
        }
        addNamed(argument, status)
    }

    private mutating func addNamed(_ path: String, _ status: stat?) {
        guard let status, status.st_mode & S_IFMT == S_IFDIR, folders == .searched else {
            append(path)
            return
        }
        roots.append(PathName.absolute(path, in: workingFolder))
        let before = (found.recordings.count, found.repeated, found.failures.count)
        // Real folders come first, so that what a link leads to keeps its own name.
        var links = search(path, status, depth: 0)
        while !links.isEmpty {
            let next = links
            links = []
            for (link, status) in next { links += search(link, status, depth: 0) }
        }
        if before == (found.recordings.count, found.repeated, found.failures.count) {
            found.failures.append(
                Failure(
                    path: path, error: .cannotOpen(path: path, reason: "there is no recording in this folder")
                ))
        }
    }

    private mutating func append(_ path: String, isNamed: Bool = true) {
        let recording = Recording(path: path, in: workingFolder)
        if isNamed { roots.append(PathName.folder(of: recording.absolutePath)) }
        guard seen.insert(recording).inserted else {
            found.repeated += 1
            return
        }
        found.recordings.append(recording)
    }

    /// Takes the recordings of a folder and of those below it; returns the links to folders that it met.
    private mutating func search(_ folder: String, _ status: stat, depth: Int) -> [(String, stat)] {
        let number = FileNumber(device: UInt64(status.st_dev), node: UInt64(status.st_ino))
        guard visited.insert(number).inserted else { return [] }
        guard depth < Self.limitDepth else {
            let reason = "it lies \(Self.limitDepth) folders deep; name it by itself"
            found.failures.append(
                Failure(path: folder, error: .cannotOpen(path: folder, reason: reason)))
            return []
        }
        let names: [String]
        do { names = try self.names(in: folder) } catch {
            found.failures.append(error)
            return []
        }
        var links: [(String, stat)] = []
        for name in names {
            let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
            let isRecording = Self.isRecording(name)
            guard let entry = Self.status(path) else {
                if isRecording { append(path, isNamed: false) }
                continue
            }
            switch entry.st_mode & S_IFMT {
            case S_IFDIR:
                if Self.isLink(path) {
                    links.append((path, entry))
                } else {
                    links += search(path, entry, depth: depth + 1)
                }
            case S_IFREG: if isRecording { append(path, isNamed: false) }
            default: break
            }
        }
        return links
    }

    /// The names in a folder that are not hidden, by their bytes. What might be a recording, or hold one, and cannot be
    /// named is a failure.
    private mutating func names(in folder: String) throws(Failure) -> [String] {
        guard let directory = opendir(folder) else {
            let code = errno
            let error: AudioError =
                code == EACCES || code == EPERM
                ? .notPermitted(path: folder, action: "read")
                : .cannotOpen(path: folder, reason: String(cString: strerror(code)))
            throw Failure(path: folder, error: error)
        }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            var status = stat()
            let (name, shown) = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { bytes in
                    let name = String(validatingCString: bytes)
                    if name == nil { fstatat(dirfd(directory), bytes, &status, 0) }
                    return (name, String(cString: bytes))
                }
            }
            guard shown.utf8.first != UInt8(ascii: ".") else { continue }
            if let name {
                names.append(name)
            } else if status.st_mode & S_IFMT == S_IFDIR || Self.isRecording(shown) {
                let path = folder + "/" + shown
                found.failures.append(
                    Failure(path: path, error: .cannotOpen(path: path, reason: Self.notText)))
            }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private static let notText = "its name is not UTF-8 and cannot be written down; rename it"

    private static func isRecording(_ name: String) -> Bool {
        guard let dot = name.lastIndex(of: ".") else { return false }
        return fileExtensions.contains(name[name.index(after: dot)...].lowercased())
    }

    private static func status(_ path: String) -> stat? {
        var status = stat()
        return stat(path, &status) == 0 ? status : nil
    }

    private static func isLink(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }

    /// What a pattern matches, by the rules of `glob(7)`.
    private static func matches(_ pattern: String) -> [String] {
        var result = glob_t()
        defer { globfree(&result) }
        guard glob(pattern, 0, nil, &result) == 0 else { return [] }
        return (0..<Int(result.gl_pathc)).compactMap { index in
            result.gl_pathv[index].map { String(cString: $0) }
        }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
