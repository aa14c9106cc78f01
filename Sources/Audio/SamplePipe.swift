/// Bare samples that arrive through a pipe, past the header if there was one.
struct SamplePipe: ~Copyable, Sendable {
    let descriptor: Descriptor
    let encoding: PCMEncoding
    let sampleRateHz: Int
    let channels: Int

    /// Samples of the given kind.
    init(descriptor: consuming Descriptor, encoding: PCMEncoding, sampleRateHz: Int, channels: Int) {
        self.descriptor = descriptor
        self.encoding = encoding
        self.sampleRateHz = sampleRateHz
        self.channels = channels
    }

    /// The samples behind a header.
    init(descriptor: consuming Descriptor, header: WAVHeader) {
        self.init(
            descriptor: descriptor, encoding: header.encoding, sampleRateHz: header.sampleRateHz,
            channels: header.channels)
    }

    /// The next interleaved samples, at most `frameLimit` frames; empty at the end.
    ///
    /// An incomplete frame at the end of the pipe is left out.
    borrowing func read(frameLimit: Int, name: String) throws(AudioError) -> [Float] {
        let frameBytes = channels * encoding.sampleBytes
        return try withUnsafeTemporaryAllocation(
            byteCount: frameLimit * frameBytes, alignment: 8
        ) { (bytes) throws(AudioError) -> [Float] in
            let count = try descriptor.readFully(into: bytes, name: name)
            let whole = count - count % frameBytes
            return encoding.samples(UnsafeRawBufferPointer(rebasing: bytes[..<whole]))
        }
    }
}
