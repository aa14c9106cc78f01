import SystemPackage

#if canImport(Glibc)
    import Glibc
#endif

/// Paths as text, taken apart by their bytes: a character of text may hold a slash or a dot together with an accent that
/// begins the name after it.
enum PathName {
    /// A path from the root of the file system, with `.`, `..` and doubled slashes taken out. What `..` leads to is asked of
    /// the file system: after a link it is another folder than the one before it in the text.
    static func absolute(_ path: String, in folder: String) -> String {
        let full = path.hasPrefix("/") ? path : folder + "/" + path
        let above = self.folder(of: full)
        if components(above).contains(".."), let real = realpath(above, nil) {
            defer { free(real) }
            return FilePath(String(cString: real) + "/" + (components(full).last ?? "")).lexicallyNormalized()
                .string
        }
        return FilePath(full).lexicallyNormalized().string
    }

    /// The folders and the name in a path.
    static func components(_ path: String) -> [Substring] {
        path.utf8.split(separator: slash).map { Substring($0) }
    }

    /// Everything before the last slash; `/` for what lies in the root.
    static func folder(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: slash), slash > path.startIndex else { return "/" }
        return String(path[..<slash])
    }

    /// The path without the extension of its last part; a name that only begins with a dot has none.
    static func withoutExtension(_ path: String) -> String {
        let nameStart = path.utf8.lastIndex(of: slash).map { path.utf8.index(after: $0) } ?? path.startIndex
        guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")), dot > nameStart else { return path }
        return String(path[..<dot])
    }

    /// The deepest folder that holds all of these absolute folders.
    static func commonFolder(_ folders: [String]) -> String {
        guard var common = folders.first.map(components) else { return "/" }
        for folder in folders.dropFirst() {
            let shared = zip(common, components(folder)).prefix { $0.utf8.elementsEqual($1.utf8) }.count
            common = Array(common[..<shared])
        }
        return "/" + common.joined(separator: "/")
    }

    /// A path seen from a folder that holds it; the whole path without its first slash when it does not.
    static func relative(_ path: String, to folder: String) -> String {
        let prefix = folder == "/" ? "/" : folder + "/"
        let isBelow = path.utf8.starts(with: prefix.utf8)
        let rest = isBelow ? path.utf8.dropFirst(prefix.utf8.count) : path.utf8.drop { $0 == slash }
        return String(Substring(rest))
    }

    private static let slash = UInt8(ascii: "/")
}
