import Foundation

/// Takes what a server sends: the head line by line, the body into memory or into a file.
///
/// It belongs to one transfer and is called by it on its thread.
final class TransferSink {
    /// Why it takes no more.
    enum Refusal: Error {
        case tooLarge(limitBytes: Int)
        case fileFailed(path: String, reason: String)
    }

    /// Where a body goes.
    struct Destination: Sendable {
        /// Where the file shall be.
        var path: String
        /// Hears how far it has come.
        var progress: @Sendable (HTTPProgress) -> Void
    }

    private(set) var headers = HTTPHeaders()
    private(set) var body: [UInt8] = []
    private(set) var receivedBytes = 0
    private(set) var refusal: Refusal?
    /// Whether the first byte of the answer has come.
    private(set) var hasBegun = false

    private let limits: HTTPLimits
    private let destination: Destination?
    private var part: PartFile?
    private var status = 0
    private var headBytes = 0
    private var isHeadOpen = false

    /// - Throws: `Refusal.fileFailed` when there is no place for the file.
    init(limits: HTTPLimits, destination: Destination?) throws(Refusal) {
        self.limits = limits
        self.destination = destination
        guard let destination else { return }
        do throws(PartFile.Failure) {
            part = try PartFile.create(for: destination.path)
        } catch {
            throw .fileFailed(path: destination.path, reason: error.reason)
        }
    }

    /// The most bytes of a body that are taken. A refusal in words instead of a file is kept in memory.
    private var limitBytes: Int { goesToFile ? limits.fileBytes : limits.bodyBytes }
    private var goesToFile: Bool { destination != nil && (200..<300).contains(status) }

    /// Takes a line of a head; returns whether more is taken. Each head begins anew: an answer may have several, of which
    /// the last counts; what comes after the empty line at its end are trailers.
    func takeHead(_ bytes: UnsafeRawBufferPointer) -> Bool {
        hasBegun = true
        headBytes += bytes.count
        guard headBytes <= HTTPLimits.headBytes else {
            refusal = .tooLarge(limitBytes: HTTPLimits.headBytes)
            return false
        }
        let line = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        if !isHeadOpen, line.hasPrefix("HTTP/") {
            headers = HTTPHeaders()
            isHeadOpen = true
            status = line.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        } else if line.isEmpty {
            isHeadOpen = false
        } else if isHeadOpen, let colon = line.firstIndex(of: ":") {
            let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
            headers.fields.append(HTTPHeaders.Field(name: String(line[..<colon]), value: value))
        }
        return true
    }

    /// Takes bytes of the body; returns whether more is taken.
    func takeBody(_ bytes: UnsafeRawBufferPointer) -> Bool {
        receivedBytes += bytes.count
        guard receivedBytes <= limitBytes else {
            refusal = .tooLarge(limitBytes: limitBytes)
            return false
        }
        guard goesToFile, let destination else {
            body.append(contentsOf: bytes)
            return true
        }
        do throws(PartFile.Failure) {
            try part?.write(bytes)
        } catch {
            refusal = .fileFailed(path: destination.path, reason: error.reason)
            return false
        }
        let total = headers["Content-Length"].flatMap { Int($0) }
        destination.progress(HTTPProgress(receivedBytes: receivedBytes, totalBytes: total))
        return true
    }

    /// Puts a whole file in its place; nothing, when the body did not go to a file.
    func finish() throws(Refusal) {
        guard goesToFile, let destination else { return }
        do throws(PartFile.Failure) {
            try part?.commit()
        } catch {
            throw .fileFailed(path: destination.path, reason: error.reason)
        }
    }
}
