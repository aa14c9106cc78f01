import Foundation
import SystemPackage

/// Reads files that people edit by hand.
enum TextFile {
    /// Why a file was not read, as a sentence.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// The text of a file.
    ///
    /// - Throws: `Failure` when it cannot be read, has more bytes than `limitBytes`, or is no UTF-8.
    static func read(_ path: String, limitBytes: Int) throws(Failure) -> String {
        try text(of: bytes(of: path, limitBytes: limitBytes), limitBytes: limitBytes)
    }

    /// The text that some bytes are.
    ///
    /// - Throws: `Failure` when there are more than `limitBytes`, or they are no UTF-8.
    static func text(of data: Data, limitBytes: Int) throws(Failure) -> String {
        guard data.count <= limitBytes else {
            throw Failure(description: "The file has more than the \(limitBytes) bytes allowed: split it.")
        }
        guard let text = String(data: data, encoding: .utf8), !data.contains(0) else {
            throw Failure(description: "The file is not UTF-8 text: save it as UTF-8.")
        }
        return text
    }

    /// The bytes of a file, or some more than are allowed where there are more.
    ///
    /// - Throws: `Failure` when it cannot be read.
    static func bytes(of path: String, limitBytes: Int) throws(Failure) -> Data {
        do {
            let file = try FileDescriptor.open(FilePath(path), .readOnly, options: [.closeOnExec])
            return try file.closeAfter {
                var data = Data()
                var chunk = [UInt8](repeating: 0, count: 1 << 16)
                while data.count <= limitBytes {
                    let count = try chunk.withUnsafeMutableBytes { try file.read(into: $0) }
                    if count == 0 { break }
                    data.append(contentsOf: chunk[..<count])
                }
                return data
            }
        } catch {
            throw Failure(description: "The file cannot be read: \(StorageError.reason(error)).")
        }
    }
}
