internal import SystemPackage

#if canImport(Glibc)
    import Glibc
#endif

/// Where a recording is while it is written and when it is finished.
struct RecordingPlace: Sendable, Hashable {
    /// The size of the header that libsndfile writes for 16-bit WAV, in bytes.
    static let headerBytes = 44

    let path: String
    let ifExists: WAVWriter.ExistingFile

    var partialPath: String { path + ".part" }

    /// Makes the unfinished file.
    func begin() throws(AudioError) -> Descriptor {
        if ifExists == .refuse, access(path, F_OK) == 0 { throw .alreadyExists(path: path) }
        do {
            let file = try FileDescriptor.open(
                FilePath(partialPath), .readWrite, options: [.create, .exclusiveCreate, .closeOnExec],
                permissions: [.ownerReadWrite, .groupReadWrite, .otherReadWrite])
            return Descriptor(owning: file)
        } catch let error as Errno {
            if error == .fileExists { throw .partialExists(path: partialPath) }
            throw Descriptor.error(error, action: "write", name: partialPath)
        } catch {
            throw .cannotOpen(path: partialPath, reason: "\(error)")
        }
    }

    func removePartial() {
        unlink(partialPath)
    }

    /// Waits until the unfinished file is on the disk; returns why that failed.
    func synchronise() -> String? {
        Self.synchronise(partialPath, flags: O_RDWR)
    }

    /// Gives the unfinished file its name; returns why that failed.
    func commit() throws(AudioError) -> String? {
        switch ifExists {
        case .replace:
            guard rename(partialPath, path) == 0 else { return Errno(rawValue: errno).description }
        case .refuse:
            // A link, unlike a renaming, never replaces a file that appeared in the meantime.
            if link(partialPath, path) == 0 || errno == EEXIST && isLinked() {
                unlink(partialPath)
            } else if errno == EEXIST || access(path, F_OK) == 0 {
                throw .alreadyExists(path: path)
            } else if rename(partialPath, path) != 0 {
                // Reached where the file system has no links.
                return Errno(rawValue: errno).description
            }
        }
        // The new name is safe only when the folder is on the disk too.
        let folder = FilePath(path).removingLastComponent().string
        return Self.synchronise(folder.isEmpty ? "." : folder, flags: O_RDONLY | O_DIRECTORY)
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
            guard fsync(file.file.rawValue) == 0 else { throw Errno(rawValue: errno) }
        } catch {
            throw .writeFailed(
                path: path, action: "Recovering", reason: "\(error)", savedPath: partialPath,
                savedSeconds: seconds)
        }
        return seconds
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

    private static func synchronise(_ path: String, flags: Int32) -> String? {
        let descriptor = open(path, flags | O_CLOEXEC)
        guard descriptor >= 0 else { return Errno(rawValue: errno).description }
        defer { close(descriptor) }
        return fsync(descriptor) == 0 ? nil : Errno(rawValue: errno).description
    }
}
