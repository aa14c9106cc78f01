internal import SystemPackage

#if canImport(Glibc)
    import Glibc
#endif

/// Where a recording is while it is written and when it is finished.
struct RecordingPlace: Sendable, Hashable {
    /// The size of the header that libsndfile writes for 16-bit WAV, in bytes.
    static let headerBytes = 44

    /// The name of the finished file, as the user gave it.
    let path: String
    let ifExists: WAVWriter.ExistingFile
    /// The file that gets the samples in the end: what `path` points to when it is a link to be written
    /// through.
    private let target: String
    /// The file while it is written.
    ///
    /// A recording that must not be lost is looked for under the one name `path + ".part"` after a crash. A
    /// replacement can be made again, so it gets a name that nothing else has and that blocks nobody.
    let partialPath: String

    init(path: String, ifExists: WAVWriter.ExistingFile) {
        self.path = path
        self.ifExists = ifExists
        switch ifExists {
        case .refuse:
            target = path
            partialPath = path + ".part"
        case .replace:
            target = Self.destination(of: path)
            partialPath = target + "." + String(UInt32.random(in: .min ... .max), radix: 36) + ".part"
        }
    }

    /// Makes the unfinished file.
    ///
    /// - Throws: `AudioError.alreadyExists`, `partialExists`, `notPermitted`, or `writeFailed` for a path that
    ///   cannot be written to.
    func begin() throws(AudioError) -> Descriptor {
        let replaced = try examineTarget()
        let descriptor: Descriptor
        do {
            // What people say in an interview is theirs alone; what replaces a file is as public as that was.
            descriptor = Descriptor(
                owning: try FileDescriptor.open(
                    FilePath(partialPath), .readWrite,
                    options: [.create, .exclusiveCreate, .closeOnExec],
                    permissions: ifExists == .refuse
                        ? [.ownerReadWrite] : [.ownerReadWrite, .groupReadWrite, .otherReadWrite]))
        } catch {
            throw creationError(error)
        }
        if let replaced { fchmod(descriptor.file.rawValue, replaced.st_mode & 0o777) }
        if ifExists == .refuse, let reason = synchroniseFolder() {
            removePartial()
            throw unsaved("Creating", reason)
        }
        return descriptor
    }

    /// Looks at what stands where the finished file is to be; returns it when it is to be replaced.
    private func examineTarget() throws(AudioError) -> stat? {
        var status = stat()
        guard ifExists == .replace else {
            // A link that leads nowhere is in the way too: the recording could not get its name in the end.
            if lstat(path, &status) == 0 { throw .alreadyExists(path: path) }
            return nil
        }
        guard stat(path, &status) == 0 else { return nil }
        switch FileIdentity(status).kind {
        case .regular: break
        case .directory: throw unsaved("Replacing", "it is a folder, not a file")
        case .pipe: throw unsaved("Replacing", "it is a pipe, not a file")
        case .other: throw unsaved("Replacing", "it is a device, not a file")
        }
        guard access(target, W_OK) == 0 else { throw .notPermitted(path: path, action: "write") }
        return status
    }

    private func creationError(_ error: any Error) -> AudioError {
        guard let errno = error as? Errno else { return unsaved("Creating", "\(error)") }
        return switch errno {
        case .fileExists: .partialExists(path: partialPath)
        case .permissionDenied, .notPermitted: .notPermitted(path: path, action: "write")
        case .noSuchFileOrDirectory: unsaved("Creating", "there is no folder \(folder)")
        case .notDirectory: unsaved("Creating", "\(folder) is not a folder")
        default: unsaved("Creating", errno.description)
        }
    }

    /// The error of a file of which nothing is left.
    func unsaved(_ action: String, _ reason: String) -> AudioError {
        .writeFailed(path: path, action: action, reason: reason, savedPath: nil, savedSeconds: 0)
    }

    func removePartial() {
        unlink(partialPath)
    }

    /// Why a finished file did not get its name, and where its samples are.
    struct NamingFailure: Sendable, Equatable {
        var reason: String
        var savedPath: String
    }

    /// Gives the unfinished file its name; returns what failed.
    func commit() throws(AudioError) -> NamingFailure? {
        switch ifExists {
        case .replace:
            guard rename(partialPath, target) == 0 else { return unnamed() }
        case .refuse:
            // A link, unlike a renaming, never replaces a file that appeared in the meantime.
            if link(partialPath, path) == 0 || errno == EEXIST && isLinked() {
                unlink(partialPath)
            } else if errno == EEXIST || access(path, F_OK) == 0 {
                throw .alreadyExists(path: path)
            } else if rename(partialPath, path) != 0 {
                // Reached where the file system has no links.
                return unnamed()
            }
        }
        // The new name is safe only when the folder is on the disk too.
        return synchroniseFolder().map { NamingFailure(reason: $0, savedPath: path) }
    }

    private func unnamed() -> NamingFailure {
        NamingFailure(reason: Errno(rawValue: errno).description, savedPath: partialPath)
    }

    /// Makes the header of an unfinished file fit the samples that are there; returns their duration in
    /// seconds.
    func repair() throws(AudioError) -> Double {
        let descriptor = try Descriptor(reading: partialPath, name: partialPath)
        let sizeBytes = try descriptor.identity(name: partialPath).sizeBytes
        guard sizeBytes > 0 else { throw .empty(path: partialPath) }
        let header: WAVHeader
        do {
            header = try WAVHeader { (count) throws(AudioError) in
                try descriptor.read(count: count, name: partialPath)
            }
        } catch WAVHeader.Failure.truncated(let reason) {
            throw .headerTruncated(path: partialPath, reason: reason)
        } catch {
            throw .notAudio(path: partialPath, reasons: ["it is not the WAV file of a recording"])
        }
        let frames = max(0, sizeBytes - header.dataOffset) / header.frameBytes
        guard frames > 0, header.sampleRateHz > 0 else {
            throw .noSamples(path: partialPath, promisedSeconds: nil)
        }
        let dataBytes = frames * header.frameBytes
        let seconds = Double(frames) / Double(header.sampleRateHz)
        do {
            let file = Descriptor(
                owning: try FileDescriptor.open(FilePath(partialPath), .readWrite, options: [.closeOnExec]))
            try Self.write(UInt32(clamping: header.dataOffset - 8 + dataBytes), at: 4, to: file)
            try Self.write(UInt32(clamping: dataBytes), at: header.dataOffset - 4, to: file)
            // Half a sample at the end is none.
            guard ftruncate(file.file.rawValue, header.dataOffset + dataBytes) == 0 else {
                throw Errno(rawValue: errno)
            }
            guard fsync(file.file.rawValue) == 0 else { throw Errno(rawValue: errno) }
        } catch {
            throw .writeFailed(
                path: path, action: "Recovering", reason: "\(error)", savedPath: partialPath,
                savedSeconds: seconds)
        }
        return seconds
    }

    /// The unfinished file, to be written on; `repair` has made it whole.
    func reopen() throws(AudioError) -> Descriptor {
        do {
            return Descriptor(
                owning: try FileDescriptor.open(FilePath(partialPath), .readWrite, options: [.closeOnExec]))
        } catch {
            throw creationError(error)
        }
    }

    /// Whether both names are one file: a crash came between giving the new name and taking the old one away.
    private func isLinked() -> Bool {
        var partial = stat()
        var finished = stat()
        guard stat(partialPath, &partial) == 0, stat(path, &finished) == 0 else { return false }
        return FileIdentity(partial).isSameFile(as: FileIdentity(finished))
    }

    private static func write(_ size: UInt32, at offset: Int, to descriptor: borrowing Descriptor) throws {
        let bytes = withUnsafeBytes(of: size.littleEndian) { Array($0) }
        try descriptor.file.writeAll(toAbsoluteOffset: Int64(offset), bytes)
    }

    private var folder: String {
        let folder = FilePath(target).removingLastComponent().string
        return folder.isEmpty ? "." : folder
    }

    /// Waits until the names in the folder are on the disk; returns why that failed.
    ///
    /// Some file systems cannot do it for folders, and some folders may be written to and not read: there
    /// the names are as safe as they can be.
    private func synchroniseFolder() -> String? {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else {
            return errno == EACCES ? nil : Errno(rawValue: errno).description
        }
        defer { close(descriptor) }
        if fsync(descriptor) == 0 || [EINVAL, ENOTSUP, EACCES].contains(errno) { return nil }
        return Errno(rawValue: errno).description
    }

    /// Where writing to a path leads: through links to the file at their end, which need not be there yet.
    private static func destination(of path: String) -> String {
        var path = FilePath(path)
        // The kernel gives up after as many links.
        for _ in 0..<40 {
            var target = [CChar](repeating: 0, count: Int(PATH_MAX))
            let count = readlink(path.string, &target, target.count)
            guard count > 0 else { break }
            let text = String(decoding: target[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
            path = path.removingLastComponent().pushing(FilePath(text))
        }
        return path.string
    }
}
