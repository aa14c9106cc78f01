import Foundation
import Testing

@testable import Signal

@Suite struct RealFFTTests {
    @Test(arguments: [8, 64, 512])
    func agreesWithTheDefinition(size: Int) {
        let samples = Array(TestSound.noise(level: 0.5, 0.1).prefix(size))
        var transform = RealFFT(size: size)
        let power = transform.power(of: samples)
        #expect(power.count == size / 2 + 1)
        for bin in 0...size / 2 {
            var real = 0.0
            var imaginary = 0.0
            for (index, sample) in samples.enumerated() {
                let angle = 2 * Double.pi * Double(bin * index) / Double(size)
                real += Double(sample) * cos(angle)
                imaginary -= Double(sample) * sin(angle)
            }
            let expected = real * real + imaginary * imaginary
            #expect(abs(Double(power[bin]) - expected) < 1e-3 * (1 + expected))
        }
    }

    @Test func takesMissingSamplesAsZeros() {
        var transform = RealFFT(size: 8)
        #expect(transform.power(of: []) == [0, 0, 0, 0, 0])
        #expect(transform.power(of: [1]).allSatisfy { abs($0 - 1) < 1e-6 })
    }

    @Test(arguments: [8, 64, 512])
    func theAutocorrelationIsThatOfTheDirectSum(size: Int) {
        let samples = Array(TestSound.noise(level: 0.5, 0.1, seed: 3).prefix(size))
        var transform = RealFFT(size: size)
        let values = transform.autocorrelation(of: samples)
        #expect(values.count == size / 2 + 1)
        for (lag, value) in values.enumerated() {
            let sum = samples.indices.reduce(0.0) {
                $0 + Double(samples[$1]) * Double(samples[($1 + lag) % size])
            }
            #expect(abs(Double(value) - Double(size) * sum) < 1e-5 * Double(values[0]), "at \(lag)")
        }
    }

    /// With as many zeros behind it as it is long nothing comes round from the other end.
    @Test func zerosBehindASignalMakeItsAutocorrelationPlain() {
        var transform = RealFFT(size: 16)
        let values = transform.autocorrelation(of: [1, 2, 3, 4])
        let expected: [Float] = [30, 20, 11, 4, 0, 0, 0, 0, 0]
        for (value, right) in zip(values, expected) { #expect(abs(value - 16 * right) < 1e-2) }
        #expect(transform.autocorrelation(of: []) == [Float](repeating: 0, count: 9))
    }
}
