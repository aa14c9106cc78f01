/// Bare samples that arrive through a pipe, past the header if there was one.
struct SamplePipe: ~Copyable, Sendable {
    let descriptor: Descriptor
    let encoding: PCMEncoding
    let sampleRateHz: Int
    let channels: Int

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
