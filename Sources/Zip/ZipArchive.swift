import CZip
import SystemPackage

#if canImport(Glibc)
    import Glibc
#endif

/// A zip archive, read with libzip.
///
/// Names in it are only compared with names that are looked for, and never become paths.
package struct ZipArchive: ~Copyable {
    /// How many entries an archive may have.
    package static let entryLimit = 100_000

    package let path: String
    /// All entries, in the order of the archive's directory.
    package let entries: [ZipEntry]
    private let archive: OpaquePointer

    /// Opens an archive and checks its directory.
    ///
    /// - Parameter path: A regular file: libzip waits for pipes and explains devices badly.
    /// - Throws: `ZipError.notZip`, `damaged`, `entryRefused`.
    package init(_ path: String) throws(ZipError) {
        var code: CInt = 0
        guard let archive = zip_open(path, CInt(ZIP_RDONLY | ZIP_CHECKCONS), &code) else {
            throw code == ZIP_ER_NOZIP
                ? .notZip(path: path)
                : .damaged(
                    path: path, reason: "it cannot be opened as a zip archive: \(Self.message(code))")
        }
        do {
            entries = try Self.entries(archive, path: path)
        } catch {
            zip_discard(archive)
            throw error
        }
        self.path = path
        self.archive = archive
    }

    deinit { zip_discard(archive) }

    /// Unpacks an entry into a new file.
    ///
    /// - Throws: `ZipError.damaged` when it has more bytes than it says, or another checksum; `entryTooLarge` for more
    ///   than `limitBytes`; `entryRefused` for links and encrypted entries; `writeFailed`, `diskFull`, `cancelled`.
    package borrowing func unpack(_ entry: ZipEntry, to destination: String, limitBytes: Int) throws(ZipError)
    {
        if entry.isLink { throw .entryRefused(path: path, entry: entry.name, reason: "is a link") }
        if entry.isEncrypted { throw .entryRefused(path: path, entry: entry.name, reason: "is encrypted") }
        guard entry.sizeBytes <= limitBytes else {
            throw .entryTooLarge(
                path: path, entry: entry.name, sizeBytes: entry.sizeBytes, limitBytes: limitBytes)
        }
        guard let file = zip_fopen_index(archive, entry.index, 0) else {
            throw .damaged(
                path: path, reason: "its entry \(entry.name) cannot be read: \(Self.message(archive))")
        }
        defer { zip_fclose(file) }
        let output = try Self.newFile(destination)
        defer { try? output.close() }
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        var written = 0
        while true {
            if Task.isCancelled { throw .cancelled }
            let count = zip_fread(file, &buffer, zip_uint64_t(buffer.count))
            // The last read compares the checksum.
            guard count >= 0 else {
                let reason = String(cString: zip_error_strerror(zip_file_get_error(file)))
                throw .damaged(path: path, reason: "its entry \(entry.name) cannot be unpacked: \(reason)")
            }
            if count == 0 { break }
            written += Int(count)
            guard written <= entry.sizeBytes else {
                throw .damaged(path: path, reason: "its entry \(entry.name) has more bytes than it says")
            }
            do { try output.writeAll(buffer[..<Int(count)]) } catch {
                throw ZipError(writing: destination, error)
            }
        }
        guard written == entry.sizeBytes else {
            throw .damaged(path: path, reason: "its entry \(entry.name) breaks off after \(written) bytes")
        }
    }

    /// Makes a file to write to; one that is there already is an error.
    private static func newFile(_ path: String) throws(ZipError) -> FileDescriptor {
        do {
            return try FileDescriptor.open(
                FilePath(path), .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
                permissions: [.ownerReadWrite, .groupRead, .otherRead])
        } catch {
            throw ZipError(writing: path, error)
        }
    }

    private static func entries(_ archive: OpaquePointer, path: String) throws(ZipError) -> [ZipEntry] {
        let count = zip_get_num_entries(archive, 0)
        guard (0...zip_int64_t(entryLimit)).contains(count) else {
            throw .damaged(path: path, reason: "it has \(count) entries")
        }
        var entries: [ZipEntry] = []
        for index in 0..<zip_uint64_t(count) {
            let entry = try entry(archive, index, path: path)
            if let fault = entry.fault {
                throw .entryRefused(path: path, entry: entry.name, reason: fault)
            }
            entries.append(entry)
        }
        return entries
    }

    private static func entry(
        _ archive: OpaquePointer, _ index: zip_uint64_t, path: String
    ) throws(ZipError) -> ZipEntry {
        var status = zip_stat()
        zip_stat_init(&status)
        let needed = zip_uint64_t(ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_ENCRYPTION_METHOD)
        guard zip_stat_index(archive, index, viva_zip_raw_names(), &status) == 0,
            status.valid & needed == needed, let name = status.name, let size = Int(exactly: status.size)
        else {
            throw .damaged(path: path, reason: "its entry \(index) has no name or size")
        }
        var (system, attributes) = (zip_uint8_t(0), zip_uint32_t(0))
        guard zip_file_get_external_attributes(archive, index, 0, &system, &attributes) == 0 else {
            throw .damaged(path: path, reason: "its entry \(index) has no attributes")
        }
        // Unix keeps a file's mode in the upper half (APPNOTE.TXT 4.4.15 and Info-ZIP's practice).
        let isLink = Int32(system) == ZIP_OPSYS_UNIX && (attributes >> 16) & S_IFMT == S_IFLNK
        return ZipEntry(
            index: index, name: String(cString: name), sizeBytes: size, isLink: isLink,
            isEncrypted: status.encryption_method != UInt16(ZIP_EM_NONE))
    }

    private static func message(_ code: CInt) -> String {
        var error = zip_error_t()
        zip_error_init_with_code(&error, code)
        defer { zip_error_fini(&error) }
        return String(cString: zip_error_strerror(&error))
    }

    private static func message(_ archive: OpaquePointer) -> String { String(cString: zip_strerror(archive)) }
}
