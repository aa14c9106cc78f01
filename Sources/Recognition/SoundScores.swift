import CPocketSphinx
import Foundation

#if canImport(Glibc)
    import Glibc
#endif

/// How well each sound of the acoustic model fits each frame of an utterance: what most of the time of a search goes into,
/// kept so that searches of one utterance through several grammars compute it once.
///
/// The engine writes it to a file, about 1 MB for each second. This one lies in memory and has no name in any folder, so
/// that nothing of it is left when the process is killed.
struct SoundScores: ~Copyable {
    private let file: Int32

    /// Takes no scores yet.
    init() throws(Decoder.Failure) {
        file = cps_memory_file("viva-scores")
        guard file >= 0 else {
            throw Decoder.Failure(
                reason: "no memory for its scores could be had (\(String(cString: strerror(errno))))")
        }
    }

    deinit { close(file) }

    /// Runs `start`, which makes the engine open `path`, with a way from there to these scores.
    func standing<Result>(
        at path: String, _ start: () throws(Decoder.Failure) -> Result
    ) throws(Decoder.Failure) -> Result {
        let folder = (path as NSString).deletingLastPathComponent
        guard mkdir(folder, 0o700) == 0 else { throw Self.failure(of: folder) }
        defer { rmdir(folder) }
        guard symlink("/proc/self/fd/\(file)", path) == 0 else { throw Self.failure(of: folder) }
        defer { unlink(path) }
        return try start()
    }

    private static func failure(of folder: String) -> Decoder.Failure {
        Decoder.Failure(
            reason: "nothing can be made at \(folder) (\(String(cString: strerror(errno)))); "
                + "is it full or read-only?")
    }

    /// Runs `read` with the scores opened for reading.
    ///
    /// - Throws: `Decoder.Failure` also when none were ever taken: the engine says nothing of an empty file, and every word
    ///   would seem not to have been said. The scores of a sound too short for one frame are a header.
    func reading<Result>(
        _ read: (UnsafeMutablePointer<FILE>) throws(Decoder.Failure) -> Result
    ) throws(Decoder.Failure) -> Result {
        // A file of its own, so that each reading begins at the start.
        guard let stream = fopen("/proc/self/fd/\(file)", "rb") else {
            throw Decoder.Failure(
                reason: "its scores cannot be read (\(String(cString: strerror(errno))))")
        }
        defer { fclose(stream) }
        var about = stat()
        guard fstat(file, &about) == 0, about.st_size > 0 else {
            throw Decoder.Failure(reason: "its scores were not taken")
        }
        return try read(stream)
    }
}
