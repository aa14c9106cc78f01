import FoundationEssentials
import SystemPackage

/// The text of a job description or a resume that the user names.
enum ProfileText {
    /// The most bytes of one.
    static let limitBytes = 1 << 20

    /// The text of a file, or of standard input for `-`.
    ///
    /// - Throws: `CommandFailure` when it cannot be read, is too long, or is no text, with what to do.
    static func read(_ path: String, option: String) throws -> String {
        let bytes: [UInt8]
        let name = path == "-" ? "standard input" : path
        if path == "-" {
            bytes = try StandardInput.readAll(limitBytes: limitBytes)
        } else {
            do {
                let file = try FileDescriptor.open(FilePath(path), .readOnly, options: [.closeOnExec])
                bytes = try file.closeAfter { try file.readAll(limitBytes: limitBytes) }
            } catch {
                throw CommandFailure(.noInput, "\(option) \(path) cannot be read: \(error).")
            }
        }
        guard bytes.count <= limitBytes else {
            throw CommandFailure(
                .badInput,
                "\(option) \(name) has more than \(limitBytes) bytes: give the text of one document.")
        }
        if let format = format(of: bytes) {
            throw CommandFailure(
                .badInput,
                "\(option) \(name) is \(format), not plain text: save it as a text file (UTF-8) and name that, or paste "
                    + "its text into one.")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw CommandFailure(.badInput, "\(option) \(name) is not UTF-8 text: save it as UTF-8.")
        }
        guard text.contains(where: { $0.isLetter || $0.isNumber }) else {
            throw CommandFailure(.badInput, "\(option) \(name) holds no words: name the file with the text.")
        }
        return text
    }

    /// What a document is that is no text, by how it begins; `nil` for what may be text.
    private static func format(of bytes: [UInt8]) -> String? {
        let known: [([UInt8], String)] = [
            (Array("%PDF".utf8), "a PDF document"), ([0x89, 0x50, 0x4E, 0x47], "a PNG image"),
            ([0xFF, 0xD8, 0xFF], "a JPEG image"), (Array("GIF8".utf8), "a GIF image"),
            (Array("PK\u{3}\u{4}".utf8), "a DOCX, ODT or ZIP file"),
            ([0xD0, 0xCF, 0x11, 0xE0], "a DOC file"), (Array("{\\rtf".utf8), "an RTF document"),
            ([0xFF, 0xFE], "UTF-16 text"), ([0xFE, 0xFF], "UTF-16 text"),
            ([0x49, 0x49, 0x2A, 0x00], "a TIFF image"), ([0x4D, 0x4D, 0x00, 0x2A], "a TIFF image"),
        ]
        if let found = known.first(where: { bytes.starts(with: $0.0) }) { return found.1 }
        return bytes.contains(0) ? "a binary file" : nil
    }
}
