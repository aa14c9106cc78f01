internal import CSampleRate

/// Converts one channel from one sample rate to another, piece by piece.
///
/// libsamplerate compensates the delay of its filter: the first sample that comes out belongs to the first
/// that went in, and the output is as long as the input to within a sample.
struct Resampler: ~Copyable {
    let fromHz: Int
    let toHz: Int
    private let state: OpaquePointer?

    /// Begins a conversion; between equal rates nothing is done.
    init(fromHz: Int, toHz: Int) throws(AudioError) {
        self.fromHz = fromHz
        self.toHz = toHz
        guard fromHz != toHz else {
            state = nil
            return
        }
        var code: Int32 = 0
        // Medium quality passes 90 % of the lower band, 7.2 kHz of 8: recognisers listen up to 6.8 kHz,
        // which the fastest quality with its 80 % would weaken. It costs 1.2 % of real time at 44.1 kHz, the
        // fastest 0.6 %.
        guard let state = src_new(Int32(SRC_SINC_MEDIUM_QUALITY), 1, &code) else {
            throw Self.failure(code, fromHz: fromHz, toHz: toHz)
        }
        self.state = state
    }

    deinit {
        if let state { src_delete(state) }
    }

    /// Converts the next samples; `isLast` also gives what the filter still holds back.
    borrowing func convert(_ samples: [Float], isLast: Bool) throws(AudioError) -> [Float] {
        guard let state else { return samples }
        let ratio = Double(toHz) / Double(fromHz)
        var converted: [Float] = []
        var used = 0
        while true {
            let room = max(512, Int(Double(samples.count - used) * ratio) + 512)
            var code: Int32 = 0
            let piece = [Float](unsafeUninitializedCapacity: room) { output, filled in
                samples.withUnsafeBufferPointer { input in
                    var data = SRC_DATA()
                    data.data_in = input.baseAddress.map { $0 + used }
                    data.input_frames = input.count - used
                    data.data_out = output.baseAddress
                    data.output_frames = room
                    data.src_ratio = ratio
                    data.end_of_input = isLast ? 1 : 0
                    code = src_process(state, &data)
                    used += data.input_frames_used
                    filled = data.output_frames_gen
                }
            }
            guard code == 0 else { throw Self.failure(code, fromHz: fromHz, toHz: toHz) }
            converted += piece
            if used == samples.count && piece.count < room { return converted }
        }
    }

    private static func failure(_ code: Int32, fromHz: Int, toHz: Int) -> AudioError {
        let reason = src_strerror(code).map { String(cString: $0) } ?? "unknown reason"
        return .conversionFailed(fromHz: fromHz, toHz: toHz, reason: reason)
    }
}
