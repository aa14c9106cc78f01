import Foundation
import Speech

/// A file of floating-point parameters in the Sphinx-3 format: a text header, counts, floats and a checksum.
///
/// Read and checked as `bio.c` and the readers of SphinxBase 5prealpha expect it; theirs end the process.
struct ParameterFile {
    /// The kinds of parameters, which differ in their counts.
    enum Kind {
        /// Means or variances: codebooks, streams, densities, and the length of each stream's vectors.
        case gaussians
        /// Transition matrices or mixture weights: three dimensions.
        case tensor
    }

    /// The three leading counts.
    let dimensions: [Int]

    /// The byte order mark as a machine of our byte order reads it.
    private static let byteOrderMark = 0x1122_3344

    /// Reads the header of a file and checks that its floats are all there and unchanged.
    init(path: String, kind: Kind) throws(RecognitionError) {
        var file = try ModelFile(path: path)
        guard file.begins(with: "s3\n") else { throw file.invalid("it does not begin with `s3`") }
        var hasChecksum = false
        while true {
            let line = try file.text(endingWith: UInt8(ascii: "\n")).split(separator: " ")
            if line.first == "endhdr" { break }
            if line.first == "chksum0" { hasChecksum = true }
        }
        guard try file.int32() == Self.byteOrderMark else { throw file.invalid("its byte order is foreign") }
        let bodyOffset = file.offset
        dimensions = try file.counts(3)
        let expected =
            switch kind {
            case .gaussians: try dimensions[0] * dimensions[2] * file.counts(dimensions[1]).reduce(0, +)
            case .tensor: dimensions.reduce(1, *)
            }
        guard try file.int32() == expected else { throw file.invalid("its counts do not agree") }
        try file.expect(remaining: expected * 4 + (hasChecksum ? 4 : 0))
        if hasChecksum { try Self.verifyChecksum(of: file, from: bodyOffset) }
    }

    /// The rotating sum over all 32-bit words after the byte order mark, the last of which is the sum itself.
    private static func verifyChecksum(of file: ModelFile, from start: Int) throws(RecognitionError) {
        let (sum, stored) = file.data.withUnsafeBytes { bytes -> (UInt32, UInt32) in
            var sum: UInt32 = 0
            var offset = start
            while offset < bytes.count - 4 {
                let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
                sum = (sum << 20 | sum >> 12) &+ UInt32(littleEndian: word)
                offset += 4
            }
            let stored = bytes.loadUnaligned(fromByteOffset: bytes.count - 4, as: UInt32.self)
            return (sum, UInt32(littleEndian: stored))
        }
        guard sum == stored else { throw file.invalid("its checksum is wrong: it has been changed") }
    }
}
