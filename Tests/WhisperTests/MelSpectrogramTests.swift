import Foundation
import Inference
import Speech
import Testing

@testable import Recognition

@Suite struct MelSpectrogramTests {
    private static let spectrogram = MelSpectrogram()

    private static func noise(_ count: Int) -> [Float] {
        var random = SplitMix64(seed: 21)
        return (0..<count).map {
            Float(sin(0.3 * Double($0))) * 0.4 + Float.random(in: -0.1...0.1, using: &random)
        }
    }

    /// The same by its definition, in Double: a direct Fourier transform of each frame.
    private func expected(_ samples: [Float], bands: Int) -> [Double] {
        let numbers = samples.map(Double.init) + [Double](repeating: 0, count: 160)
        let mirrored = numbers[1...200].reversed() + numbers + numbers.dropLast().suffix(200).reversed()
        let count = samples.count / 160
        var powers: [[Double]] = []
        for frame in 0...count {
            let part = Array(mirrored)[(frame * 160)..<(frame * 160 + 400)]
            let windowed = part.enumerated().map { $1 * pow(sin(.pi * Double($0) / 400), 2) }
            powers.append(
                (0...200).map { bin in
                    var (real, imaginary) = (0.0, 0.0)
                    for (place, number) in windowed.enumerated() {
                        real += number * cos(2 * .pi * Double(place) * Double(bin) / 400)
                        imaginary += number * sin(2 * .pi * Double(place) * Double(bin) / 400)
                    }
                    return real * real + imaginary * imaginary
                })
        }
        let filters = filters(bands)
        let logarithms = powers.map { power in
            filters.map { filter in log10(max(1e-10, zip(filter, power).reduce(0) { $0 + $1.0 * $1.1 })) }
        }
        let loudest = logarithms.flatMap { $0 }.max() ?? 0
        return logarithms.prefix(count).flatMap { $0.map { (max($0, loudest - 8) + 4) / 4 } }
    }

    /// Slaney's bands: 200/3 Hz a mel below 1 kHz, and a factor of 6.4 in 27 mels above.
    private func filters(_ bands: Int) -> [[Double]] {
        let hertz = { (mel: Double) in mel < 15 ? mel * 200 / 3 : 1000 * pow(6.4, (mel - 15) / 27) }
        let highest = 15 + 27 * log(8.0) / log(6.4)
        let edges = (0...bands + 1).map { hertz(highest * Double($0) / Double(bands + 1)) }
        return (0..<bands).map { band in
            (0...200).map { bin in
                let frequency = 40 * Double(bin)
                let rise = (frequency - edges[band]) / (edges[band + 1] - edges[band])
                let fall = (edges[band + 2] - frequency) / (edges[band + 2] - edges[band + 1])
                return max(0, min(rise, fall)) * 2 / (edges[band + 2] - edges[band])
            }
        }
    }

    @Test(arguments: [(400, 80), (1_111, 80), (480, 128)])
    func isTheLogarithmOfTheBandsPower(count: Int, bands: Int) {
        let samples = Self.noise(count)
        let result = MelSpectrogram(bands: bands)(samples)
        let expected = expected(samples, bands: bands)
        #expect((result.rows, result.columns) == (count / 160, bands))
        #expect(result.values.count == expected.count)
        #expect(zip(result.values, expected).allSatisfy { abs(Double($0) - $1) < 1e-3 })
    }

    @Test func silenceIsTheLeastPower() {
        let result = Self.spectrogram([Float](repeating: 0, count: 800))
        #expect(result == Matrix(rows: 5, columns: 80, repeating: -1.5))
    }

    @Test(arguments: [0, 1, 2, 159]) func lessThanAHopIsNoFrame(count: Int) {
        #expect(Self.spectrogram(Self.noise(count)) == Matrix(rows: 0, columns: 80))
    }

    @Test(arguments: [160, 161, 319, 320, 399, 401]) func eachWholeHopIsAFrame(count: Int) {
        let result = Self.spectrogram(Self.noise(count))
        #expect(result.rows == count / 160)
        #expect(result.values.allSatisfy({ $0.isFinite }))
    }

    @Test(arguments: [1, 1e-20, 1e15] as [Float]) func oddLevelsStayNumbers(level: Float) {
        var samples = [Float](repeating: 0, count: 500)
        samples[250] = level
        #expect(Self.spectrogram(samples).values.allSatisfy({ $0.isFinite }))
    }
}
