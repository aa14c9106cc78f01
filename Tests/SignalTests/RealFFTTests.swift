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
}
