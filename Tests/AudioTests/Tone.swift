import Foundation

/// A steady tone, to be recognised again after it went through files, converters and devices.
struct Tone {
    var frequencyHz = 440.0
    var amplitude: Float = 0.5
    var seconds = 1.0

    func samples(rateHz: Int) -> [Float] {
        (0..<Int((seconds * Double(rateHz)).rounded())).map {
            amplitude * Float(sin(2 * .pi * frequencyHz * Double($0) / Double(rateHz)))
        }
    }

    /// The samples of two tones in turn, as one interleaved stereo signal.
    static func stereo(left: Tone, right: Tone, rateHz: Int) -> [Float] {
        zip(left.samples(rateHz: rateHz), right.samples(rateHz: rateHz)).flatMap { [$0, $1] }
    }

    /// The amplitude of one frequency in a signal, by correlation with a sine and a cosine over its middle
    /// part.
    static func amplitude(of frequencyHz: Double, in samples: [Float], rateHz: Int = 16_000) -> Double {
        let margin = samples.count / 10
        let middle = samples[margin..<(samples.count - margin)]
        guard !middle.isEmpty else { return 0 }
        var sine = 0.0
        var cosine = 0.0
        for (index, sample) in middle.enumerated() {
            let phase = 2 * .pi * frequencyHz * Double(index) / Double(rateHz)
            sine += Double(sample) * sin(phase)
            cosine += Double(sample) * cos(phase)
        }
        return 2 * (sine * sine + cosine * cosine).squareRoot() / Double(middle.count)
    }

    /// The frequency of the strongest tone in a signal: rising zero crossings between the first and the last.
    static func frequencyHz(in samples: [Float], rateHz: Int = 16_000) -> Double {
        var crossings: [Double] = []
        for index in samples.indices.dropFirst() where samples[index - 1] < 0 && samples[index] >= 0 {
            let step = Double(samples[index] - samples[index - 1])
            crossings.append(Double(index) - Double(samples[index]) / step)
        }
        guard let first = crossings.first, let last = crossings.last, last > first else { return 0 }
        return Double(crossings.count - 1) * Double(rateHz) / (last - first)
    }
}
