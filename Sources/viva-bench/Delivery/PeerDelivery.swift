import Foundation
import Speech

/// What `bench/peers/delivery.py` prints of some recordings.
struct PeerDelivery: Decodable {
    /// Values at equal steps of time.
    struct Contour: Decodable {
        /// The time of the first value, in seconds from the start of the recording.
        var start: Double
        /// The time from one value to the next, in seconds.
        var step: Double
        var values: [Double]

        /// The time of a value, in seconds from the start of the recording.
        func seconds(_ index: Int) -> Double { start + Double(index) * step }

        /// The mean power of the values in a stretch of time, all in dB; `nil` when none lies in it.
        func meanDecibels(in time: Range<Double>) -> Double? {
            let from = max(0, Int(((time.lowerBound - start) / step).rounded(.up)))
            let to = max(from, min(values.count, Int(((time.upperBound - start) / step).rounded(.up))))
            guard from < to else { return nil }
            let power = values[from..<to].reduce(0) { $0 + pow(10, $1 / 10) } / Double(to - from)
            return 10 * log10(power)
        }
    }

    /// What was measured of a recording.
    struct Recording: Decodable {
        /// Praat's pitch in hertz, 0 where there is no voice; `nil` for a recording that is too short for it.
        var pitch: Contour?
        /// Praat's intensity in dB above 20 µPa, with 1.0 as 1 Pa; `nil` for a recording that is too short for it.
        var intensity: Contour?
        /// When syllables are loudest, in seconds.
        var nuclei: [Double]
        /// The stretches of speech of Silero VAD in the order of time, each with its start and end in seconds.
        var speech: [[Double]]

        /// The stretches of speech of Silero VAD in the order of time.
        var speechTimes: [TimeRange] {
            speech.filter { $0.count == 2 }.map { TimeRange(startSeconds: $0[0], endSeconds: $0[1]) }
        }
    }

    /// The script of the folder `bench/peers`.
    static let script = "delivery.py"
    /// What the script needs.
    static let packages = [PeerPython.Package.parselmouth, .sileroVAD]

    /// The programs and their versions.
    var name: String
    /// The recordings in the order in which they were given.
    var recordings: [Recording]

    /// Reads what the script printed of `count` recordings.
    init(output: String, count: Int) throws {
        self = try JSONDecoder().decode(PeerDelivery.self, from: Data(output.utf8))
        guard recordings.count == count else {
            throw PeerFailure(
                description: "\(Self.script) told of \(recordings.count) recordings in place of \(count).")
        }
    }

    /// Measures recordings by the peers.
    init(of paths: [String], by python: PeerPython) throws {
        try self.init(output: python.run(Self.script, paths).output, count: paths.count)
    }
}
