/// Where a reader takes its interleaved samples from.
enum SampleSource: ~Copyable {
    /// A file that libsndfile decodes.
    case file(SoundFile)
    /// Bare samples that arrive through a pipe, or lie in a file behind a header.
    case pipe(SamplePipe)

    /// The next interleaved samples, at most `frameLimit` frames; empty at the end.
    borrowing func read(frameLimit: Int, name: String) throws(AudioError) -> [Float] {
        switch self {
        case .file(let file): file.read(frameLimit: frameLimit)
        case .pipe(let pipe): try pipe.read(frameLimit: frameLimit, name: name)
        }
    }

    /// Why the last read gave nothing when it was more than the end; `nil` when it was the end.
    borrowing func failure() -> String? {
        switch self {
        case .file(let file): file.failure()
        case .pipe: nil
        }
    }

    /// Whether the last read failed because the system refused it, not because of what the file holds.
    borrowing func hasSystemFailure() -> Bool {
        switch self {
        case .file(let file): file.hasSystemFailure()
        case .pipe: false
        }
    }

    /// How far the file was read, in bytes.
    borrowing func place(name: String) throws(AudioError) -> Int {
        switch self {
        case .file(let file): try file.descriptor.place(name: name)
        case .pipe(let pipe): try pipe.descriptor.place(name: name)
        }
    }

    /// How many bytes the file has now; 0 for a pipe.
    borrowing func currentSizeBytes(name: String) throws(AudioError) -> Int {
        switch self {
        case .file(let file): try file.descriptor.identity(name: name).sizeBytes
        case .pipe(let pipe): try pipe.descriptor.identity(name: name).sizeBytes
        }
    }
}
