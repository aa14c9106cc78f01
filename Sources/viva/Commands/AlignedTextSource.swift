import SystemPackage

/// The text that a recording is aligned with, from the command line, a file or standard input.
struct AlignedTextSource {
    var text: String?
    var file: String?

    private static let limitBytes = 4 << 20
    /// More than ten hours of speech.
    private static let limitWords = 100_000

    /// The words of the text: what stands between spaces and holds a letter or a digit.
    func words() throws -> [String] {
        let words = try whole().split(whereSeparator: \.isWhitespace).map(String.init)
            .filter { $0.contains { $0.isLetter || $0.isNumber } }
        guard !words.isEmpty else {
            throw CommandFailure(.badInput, "\(name) has no words: give what was said in the recording.")
        }
        guard words.count <= Self.limitWords else {
            throw CommandFailure(
                .badInput,
                "\(name) has \(words.count) words and at most \(Self.limitWords) can be aligned: split it.")
        }
        return words
    }

    private var name: String {
        switch file {
        case nil: "The text"
        case "-": "The text on standard input"
        case let file?: "The text in \(file)"
        }
    }

    private func whole() throws -> String {
        guard let file else { return text ?? "" }
        let bytes = try file == "-" ? StandardInput.readAll(limitBytes: Self.limitBytes) : read(file)
        guard bytes.count <= Self.limitBytes else {
            throw CommandFailure(.badInput, "\(name) has more than \(Self.limitBytes >> 20) MB: split it.")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw CommandFailure(.badInput, "\(name) is not UTF-8: convert it, for example with iconv.")
        }
        // A byte order mark is no part of the first word.
        return text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
    }

    private func read(_ path: String) throws -> [UInt8] {
        do {
            let file = try FileDescriptor.open(FilePath(path), .readOnly)
            return try file.closeAfter { try file.readAll(limitBytes: Self.limitBytes) }
        } catch {
            throw CommandFailure(.noInput, "The text \(path) cannot be read: \(error).")
        }
    }
}
