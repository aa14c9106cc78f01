import CZip
import SystemPackage

/// Writes a new zip archive with libzip. Each entry's content is read once, in pieces, in the order of the entries.
///
/// libzip writes into a file of its own beside the archive's place and renames it. Bringing the archive to the disk is the
/// caller's matter.
package struct ZipWriter {
    /// How an entry's content is kept.
    package enum Method: Sendable {
        /// As it is: for sound, which packs badly, and for what is packed already.
        case stored
        /// Packed with deflate.
        case deflated
    }

    private struct Entry {
        var name: String
        var content: any ZipContent
        var method: Method
    }

    private var entries: [Entry] = []

    /// An archive without entries.
    package init() {}

    /// Adds an entry.
    ///
    /// - Parameter name: Its name with folders before it, for example `answers/1.flac`.
    package mutating func add(_ name: String, _ content: any ZipContent, method: Method = .deflated) {
        entries.append(Entry(name: name, content: content, method: method))
    }

    /// Reads all contents and writes the archive.
    ///
    /// - Parameter path: Where it will stand, in the place of a file with the permissions that it is to have.
    /// - Throws: `ZipError.entryRefused` for a name that leads elsewhere, is empty or stands twice, `contentFailed` when a
    ///   content could not be read, `diskFull`, `writeFailed`, `cancelled`; what was there before is there then.
    package func write(to path: String) throws(ZipError) {
        precondition(!entries.isEmpty, "libzip writes no archive without entries")
        var code: CInt = 0
        guard let archive = zip_open(path, CInt(ZIP_CREATE | ZIP_TRUNCATE), &code) else {
            var error = zip_error_t()
            zip_error_init_with_code(&error, code)
            defer { zip_error_fini(&error) }
            throw .writeFailed(path: path, reason: String(cString: zip_error_strerror(&error)))
        }
        var sources: [ZipContentSource] = []
        do {
            for entry in entries { sources.append(try Self.add(entry, to: archive, path: path)) }
        } catch {
            zip_discard(archive)
            throw error
        }
        // A close that fails leaves the archive open.
        guard zip_close(archive) == 0 else {
            let failure = Self.failure(of: archive, sources, path: path)
            zip_discard(archive)
            throw failure
        }
    }

    private static func add(
        _ entry: Entry, to archive: OpaquePointer, path: String
    ) throws(ZipError) -> ZipContentSource {
        let isFile = !entry.name.isEmpty && !entry.name.hasSuffix("/")
        if let fault = isFile ? ZipEntry.fault(ofName: entry.name) : "has no name of a file" {
            throw .entryRefused(path: path, entry: entry.name, reason: fault)
        }
        let content = ZipContentSource(entry.content, name: entry.name)
        guard let source = content.makeSource() else {
            throw .writeFailed(path: path, reason: "there is no memory for the entry \(entry.name)")
        }
        let index = zip_file_add(archive, entry.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
        guard index >= 0 else {
            zip_source_free(source)
            throw zip_error_code_zip(zip_get_error(archive)) == ZIP_ER_EXISTS
                ? .entryRefused(path: path, entry: entry.name, reason: "is in it twice")
                : .entryRefused(path: path, entry: entry.name, reason: "was refused: \(message(archive))")
        }
        let method = entry.method == .stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE
        guard zip_set_file_compression(archive, zip_uint64_t(index), zip_int32_t(method), 0) == 0 else {
            throw .writeFailed(path: path, reason: message(archive))
        }
        return content
    }

    private static func failure(
        of archive: OpaquePointer, _ sources: [ZipContentSource], path: String
    ) -> ZipError {
        for source in sources {
            switch source.failure {
            case is CancellationError: return .cancelled
            case let failure?:
                return .contentFailed(path: path, entry: source.name, reason: "\(failure)")
            case nil: continue
            }
        }
        let error = zip_get_error(archive)
        if zip_error_system_type(error) == ZIP_ET_SYS {
            return ZipError(writing: path, Errno(rawValue: zip_error_code_system(error)))
        }
        return .writeFailed(path: path, reason: message(archive))
    }

    private static func message(_ archive: OpaquePointer) -> String { String(cString: zip_strerror(archive)) }
}
