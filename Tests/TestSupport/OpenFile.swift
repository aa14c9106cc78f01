import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#endif

/// What this program has open.
package enum OpenFile {
    /// For each time that a file is open here, whether a program that is started meanwhile would get it.
    package static func isInherited(_ path: String) throws -> [Bool] {
        let real = URL(filePath: path).resolvingSymlinksInPath().path
        return try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").compactMap { name in
            guard let number = Int32(name),
                let target = try? FileManager.default.destinationOfSymbolicLink(
                    atPath: "/proc/self/fd/\(name)"),
                target == path || target == real
            else { return nil }
            return fcntl(number, F_GETFD) & FD_CLOEXEC == 0
        }
    }
}
