internal import SystemPackage

#if canImport(Glibc)
    import Glibc
#endif

/// A file descriptor that is closed exactly once.
struct Descriptor: ~Copyable, Sendable {
    let file: FileDescriptor

    /// Takes over a descriptor.
    init(owning file: FileDescriptor) {
        self.file = file
    }

    deinit {
        do {
            try file.close()
        } catch {
            // What was written through it has been synchronised, so a failure costs nothing, except this
            // one: to close a number twice closes what another task has opened meanwhile.
            assert((error as? Errno) != .badFileDescriptor, "a descriptor was closed twice")
        }
    }

    /// Opens a file to read it; opening a named pipe does not wait for its writer, reading does.
    init(reading path: String, name: String) throws(AudioError) {
        do {
            file = try FileDescriptor.open(FilePath(path), .readOnly, options: [.closeOnExec, .nonBlocking])
        } catch let error as Errno {
            throw Self.error(error, action: "read", name: name)
        } catch {
            throw .cannotOpen(path: name, reason: "\(error)")
        }
    }

    /// A second descriptor for an open file.
    init(duplicating original: FileDescriptor, name: String) throws(AudioError) {
        let copy = fcntl(original.rawValue, F_DUPFD_CLOEXEC, 3)
        guard copy >= 0 else { throw .cannotOpen(path: name, reason: Errno(rawValue: errno).description) }
        file = FileDescriptor(rawValue: copy)
    }

    /// The error for a failed system call on a file.
    static func error(_ errno: Errno, action: String, name: String) -> AudioError {
        switch errno {
        case .noSuchFileOrDirectory, .notDirectory: .notFound(path: name)
        case .permissionDenied, .notPermitted: .notPermitted(path: name, action: action)
        case .isDirectory: .isDirectory(path: name)
        default: .cannotOpen(path: name, reason: errno.description)
        }
    }

    /// A path that leads other programs to the open file too, though it has no name; `/proc/self` would mean
    /// themselves to them.
    var path: String { "/proc/\(getpid())/fd/\(file.rawValue)" }

    /// Where the next read begins, in bytes from the start of the file.
    borrowing func place(name: String) throws(AudioError) -> Int {
        let place = lseek(file.rawValue, 0, SEEK_CUR)
        guard place >= 0 else {
            throw .readFailed(path: name, atSeconds: 0, reason: Errno(rawValue: errno).description)
        }
        return place
    }

    /// What the descriptor stands for.
    borrowing func identity(name: String) throws(AudioError) -> FileIdentity {
        var status = stat()
        guard fstat(file.rawValue, &status) == 0 else {
            throw Self.error(Errno(rawValue: errno), action: "read", name: name)
        }
        return FileIdentity(status)
    }

    /// Reads until the buffer is full or the data ends; returns how many bytes were read.
    ///
    /// Waits for data in short steps, so that a cancelled task does not stay with a silent pipe.
    borrowing func readFully(into buffer: UnsafeMutableRawBufferPointer, name: String) throws(AudioError)
        -> Int
    {
        var filled = 0
        while filled < buffer.count {
            if Task.isCancelled { throw .cancelled }
            guard try isReadable(name: name) else { continue }
            let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
            do {
                let count = try file.read(into: rest)
                if count == 0 { break }
                filled += count
            } catch {
                // Another reader of the pipe may have been quicker: then there is nothing to read, but it is
                // no error.
                guard let errno = error as? Errno, errno == .wouldBlock else {
                    throw .readFailed(path: name, atSeconds: 0, reason: "\(error)")
                }
            }
        }
        return filled
    }

    /// The next `count` bytes; fewer only when the data ends.
    borrowing func read(count: Int, name: String) throws(AudioError) -> [UInt8] {
        try withUnsafeTemporaryAllocation(byteCount: count, alignment: 1) { (buffer) throws(AudioError) in
            let filled = try readFully(into: buffer, name: name)
            return [UInt8](buffer[..<filled])
        }
    }

    /// Goes to a place in the file, in bytes from its start.
    borrowing func move(to offset: Int, name: String) throws(AudioError) {
        guard lseek(file.rawValue, offset, SEEK_SET) == offset else {
            throw .readFailed(path: name, atSeconds: 0, reason: Errno(rawValue: errno).description)
        }
    }

    /// Whether a read would return at once: data, the end, or an error; waits up to 0.1 s for it.
    private borrowing func isReadable(name: String) throws(AudioError) -> Bool {
        var request = pollfd(fd: file.rawValue, events: Int16(POLLIN), revents: 0)
        let ready = poll(&request, 1, 100)
        if ready < 0 && errno != EINTR {
            throw .readFailed(path: name, atSeconds: 0, reason: Errno(rawValue: errno).description)
        }
        return ready > 0
    }
}
