/// The header of a WAV file, read from a stream that cannot go back, or from a file to see what it promises.
///
/// Source: "Multimedia Programming Interface and Data Specifications 1.0" (IBM, Microsoft, 1991) and, for
/// RF64, EBU Tech 3306.
struct WAVHeader: Sendable, Hashable {
    var encoding: PCMEncoding
    var sampleRateHz: Int
    var channels: Int
    /// Bytes of one sample of all channels.
    var frameBytes: Int
    /// Where the samples begin, in bytes from the start of the file.
    var dataOffset: Int
    /// How many bytes of samples the header promises; `nil` when the writer did not know and said "until the
    /// end".
    var dataBytes: Int?

    /// Why there is no usable header.
    enum Failure: Error, Sendable, Equatable {
        /// It does not begin as a WAV file does.
        case notWAV
        /// The data ended within the header.
        case truncated(String)
        /// It is a WAV file of an encoding that is not bare samples.
        case unsupported(String)
    }

    /// What comes before the samples may be as large as cover art, together; more is a broken size, or a
    /// stream without end.
    static let limitBytes = 64 << 20

    /// Reads a header; `read` gives the next bytes, fewer only when the data ends.
    init(read: (_ count: Int) throws(AudioError) -> [UInt8]) throws {
        let opening = try read(12)
        let magic = opening.prefix(4)
        guard magic.elementsEqual("RIFF".utf8) || magic.elementsEqual("RF64".utf8) else {
            throw Failure.notWAV
        }
        guard opening.count == 12 else { throw Failure.truncated("\(opening.count) bytes") }
        guard opening[8...].elementsEqual("WAVE".utf8) else { throw Failure.notWAV }
        var format: [UInt8]?
        var largeDataBytes: Int?
        var offset = 12
        while true {
            let head = try read(8)
            offset += head.count
            guard head.count == 8 else { throw Failure.truncated("no data chunk in \(offset) bytes") }
            let size = Int(Self.integer(head[4...]))
            if head.prefix(4).elementsEqual("data".utf8) {
                guard let format else { throw Failure.unsupported("the samples come before their format") }
                try self.init(format: format, dataOffset: offset, dataBytes: largeDataBytes ?? size)
                return
            }
            let padded = size + size % 2
            guard offset + padded <= Self.limitBytes else {
                throw Failure.unsupported("a header of more than \(Self.limitBytes) bytes")
            }
            let kept = min(padded, 64)
            let body = try read(kept)
            var skipped = body.count
            while skipped < padded && skipped >= kept {
                let piece = try read(min(padded - skipped, 65_536))
                if piece.isEmpty { break }
                skipped += piece.count
            }
            offset += skipped
            guard skipped == padded else {
                throw Failure.truncated("a chunk ends after \(skipped) of \(size) bytes")
            }
            if head.prefix(4).elementsEqual("fmt ".utf8) { format = body }
            if head.prefix(4).elementsEqual("ds64".utf8), body.count >= 16 {
                largeDataBytes = Int(clamping: Self.integer(body[8..<16]))
            }
        }
    }

    private init(format: [UInt8], dataOffset: Int, dataBytes: Int) throws {
        guard format.count >= 16 else { throw Failure.unsupported("a format chunk of \(format.count) bytes") }
        var tag = Int(Self.integer(format[0..<2]))
        channels = Int(Self.integer(format[2..<4]))
        sampleRateHz = Int(Self.integer(format[4..<8]))
        frameBytes = Int(Self.integer(format[12..<14]))
        let bits = Int(Self.integer(format[14..<16]))
        // WAVE_FORMAT_EXTENSIBLE keeps the real tag in the first two bytes of its sub-format.
        if tag == 0xFFFE, format.count >= 26 { tag = Int(Self.integer(format[24..<26])) }
        guard let encoding = PCMEncoding(waveFormatTag: tag, bits: bits) else {
            throw Failure.unsupported("WAV encoding \(tag) with \(bits) bits")
        }
        self.encoding = encoding
        guard channels > 0, frameBytes == channels * encoding.sampleBytes else {
            throw Failure.unsupported("\(channels) channels in blocks of \(frameBytes) bytes")
        }
        self.dataOffset = dataOffset
        // Writers to a pipe cannot know the length: they leave 0, the largest number, or one near 2^31 or
        // 2^32.
        let unknown =
            dataBytes == 0 || dataBytes >= 0x7FFF_0000 && dataBytes <= 0x7FFF_FFFF
            || dataBytes >= 0xFFFF_0000 && dataBytes <= 0xFFFF_FFFF
        self.dataBytes = unknown ? nil : dataBytes
    }

    private static func integer(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
}
