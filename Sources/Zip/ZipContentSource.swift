import CZip

/// Hands a content to libzip, which asks for it through one C function.
final class ZipContentSource {
    /// The name of the entry.
    let name: String
    /// Why the content could not be had; libzip knows only that.
    private(set) var failure: (any Error)?
    private let content: any ZipContent
    private var sizeBytes: Int?
    private var isOpen = false

    init(_ content: any ZipContent, name: String) {
        self.content = content
        self.name = name
    }

    /// The source for libzip, which holds this object until it frees the source.
    func makeSource() -> OpaquePointer? {
        let reference = Unmanaged.passRetained(self)
        let source = zip_source_function_create(
            { context, data, count, command in
                guard let context else { return -1 }
                let source = Unmanaged<ZipContentSource>.fromOpaque(context)
                guard command != ZIP_SOURCE_FREE else {
                    // A read that failed is followed by no close.
                    source.takeRetainedValue().close()
                    return 0
                }
                return source.takeUnretainedValue().answer(command, data, count)
            }, reference.toOpaque(), nil)
        if source == nil { reference.release() }
        return source
    }

    private func answer(
        _ command: zip_source_cmd_t, _ data: UnsafeMutableRawPointer?, _ count: zip_uint64_t
    ) -> zip_int64_t {
        do {
            switch command {
            case ZIP_SOURCE_OPEN:
                _ = try open()
                return 0
            case ZIP_SOURCE_READ: return try read(into: data, count)
            case ZIP_SOURCE_CLOSE:
                close()
                return 0
            case ZIP_SOURCE_STAT: return try status(data)
            case ZIP_SOURCE_ERROR:
                let codes = [CInt(ZIP_ER_READ), 0]
                data?.copyMemory(from: codes, byteCount: 2 * MemoryLayout<CInt>.size)
                return zip_int64_t(2 * MemoryLayout<CInt>.size)
            case ZIP_SOURCE_SUPPORTS: return Self.supported
            default: return -1
            }
        } catch {
            if failure == nil { failure = error }
            return -1
        }
    }

    private static let supported = [
        ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
        ZIP_SOURCE_FREE, ZIP_SOURCE_SUPPORTS,
    ].reduce(zip_int64_t(0)) { $0 | 1 << zip_int64_t($1.rawValue) }

    /// Opens the content, unless the question for its size has done that.
    private func open() throws -> Int {
        if let sizeBytes, isOpen { return sizeBytes }
        let size = try content.open()
        (sizeBytes, isOpen) = (size, true)
        return size
    }

    private func read(into data: UnsafeMutableRawPointer?, _ count: zip_uint64_t) throws -> zip_int64_t {
        if Task.isCancelled { throw CancellationError() }
        let bytes = try content.read(Int(clamping: count))
        precondition(bytes.count <= count, "a content gave more bytes than it was asked for")
        bytes.withUnsafeBytes { buffer in
            if let start = buffer.baseAddress { data?.copyMemory(from: start, byteCount: buffer.count) }
        }
        return zip_int64_t(bytes.count)
    }

    private func status(_ data: UnsafeMutableRawPointer?) throws -> zip_int64_t {
        guard let status = data?.assumingMemoryBound(to: zip_stat.self) else { return -1 }
        zip_stat_init(status)
        // libzip asks before it reads and once more afterwards.
        status.pointee.size = zip_uint64_t(try sizeBytes ?? open())
        status.pointee.valid |= zip_uint64_t(ZIP_STAT_SIZE)
        return zip_int64_t(MemoryLayout<zip_stat>.size)
    }

    private func close() {
        if isOpen { content.close() }
        isOpen = false
    }
}
