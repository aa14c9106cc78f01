import Speech

/// A WAV file of speech for another ear: one channel of 16-bit samples at 16 kHz.
///
/// Source of the format: "Multimedia Programming Interface and Data Specifications 1.0" (IBM, Microsoft, 1991).
struct SpeechWAV: Sendable {
    /// The whole file.
    let bytes: [UInt8]

    /// The samples as a file; what is louder than full scale is clipped, and what is not a number becomes silence.
    init(_ audio: AudioBuffer) {
        let rateHz = UInt32(AudioBuffer.sampleRateHz)
        let dataBytes = UInt32(clamping: audio.samples.count * 2)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(44 + audio.samples.count * 2)
        func append(_ text: String) { bytes += text.utf8 }
        func append(_ number: some FixedWidthInteger) {
            withUnsafeBytes(of: number.littleEndian) { bytes += $0 }
        }
        append("RIFF")
        append(dataBytes &+ 36)
        append("WAVEfmt ")
        append(UInt32(16))
        append(UInt16(1))
        append(UInt16(1))
        append(rateHz)
        append(rateHz * 2)
        append(UInt16(2))
        append(UInt16(16))
        append("data")
        append(dataBytes)
        for sample in audio.samples {
            let scaled = sample.isFinite ? (sample * 32_767).rounded() : 0
            append(Int16(min(32_767, max(-32_768, scaled))))
        }
        self.bytes = bytes
    }
}
