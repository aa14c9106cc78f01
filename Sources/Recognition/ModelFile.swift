import Foundation
import Speech

/// A file of a model, read from its start to its end while it is checked.
struct ModelFile {
    let path: String
    let data: Data
    private(set) var offset = 0

    /// What to do when a file of the model is not there.
    static let remedy =
        "Install it with `apt-get install pocketsphinx-en-us`, or give the path of another model."

    /// Opens a file, which must hold something.
    init(path: String) throws(RecognitionError) {
        self.path = path
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
            throw .modelMissing(path: path, remedy: Self.remedy)
        }
        guard !isDirectory.boolValue else {
            throw .modelInvalid(path: path, reason: "it is a folder and should be a file")
        }
        do {
            // Mapped: the engine maps or reads it itself, and a check that passes over most of it need not.
            data = try Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
        } catch {
            throw .modelInvalid(path: path, reason: "it cannot be read: \(error.localizedDescription)")
        }
        guard !data.isEmpty else { throw invalid("it is empty") }
    }

    /// The bytes not yet read.
    var remaining: Int { data.count - offset }

    func invalid(_ reason: String) -> RecognitionError { .modelInvalid(path: path, reason: reason) }

    /// Whether the file begins with a text.
    func begins(with text: String) -> Bool { data.starts(with: text.utf8) }

    /// Passes over bytes.
    mutating func skip(_ count: Int) throws(RecognitionError) {
        guard count >= 0, count <= remaining else { throw cutShort() }
        offset += count
    }

    /// The next 32-bit number, little-endian.
    mutating func int32() throws(RecognitionError) -> Int {
        let place = offset
        try skip(4)
        let number = data.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: place, as: Int32.self) }
        return Int(Int32(littleEndian: number))
    }

    /// The next numbers, each a count: above 0 and small enough that a product of a few does not overflow.
    mutating func counts(_ count: Int) throws(RecognitionError) -> [Int] {
        var numbers: [Int] = []
        for _ in 0..<count {
            let number = try int32()
            guard (1...1 << 28).contains(number) else {
                throw invalid("its header holds the count \(number)")
            }
            numbers.append(number)
        }
        return numbers
    }

    /// The next text up to a byte, which is passed over.
    mutating func text(endingWith end: UInt8) throws(RecognitionError) -> String {
        let start = offset
        guard let place = data.withUnsafeBytes({ $0.place(of: end, from: start) }) else { throw cutShort() }
        offset = place + 1
        return data.withUnsafeBytes { String(decoding: $0[start..<place], as: UTF8.self) }
    }

    /// The next text of so many bytes, without its trailing zeros.
    mutating func text(bytes count: Int) throws(RecognitionError) -> String {
        let start = data.startIndex + offset
        try skip(count)
        return String(decoding: data[start..<start + count].prefix { $0 != 0 }, as: UTF8.self)
    }

    /// Checks that exactly so many bytes are left.
    func expect(remaining expected: Int) throws(RecognitionError) {
        guard remaining == expected else {
            throw invalid(
                "\(expected) bytes should follow its header and \(remaining) do; it may be cut short")
        }
    }

    /// Whether it is text: no zero byte in it.
    func requireText() throws(RecognitionError) {
        guard data.withUnsafeBytes({ $0.place(of: 0, from: 0) }) == nil else {
            throw invalid("it should be text and holds zero bytes")
        }
    }

    private func cutShort() -> RecognitionError { invalid("it ends too early, after \(data.count) bytes") }
}
