import Foundation
import Speech

/// The energy of a frame in 16 bands of equal width on the mel scale, 150 to 7000 Hz.
///
/// Each band has its own noise floor later on, so that a hum or a fan hides only the bands it is in. The mel scale is
/// O'Shaughnessy's, 2595 log10(1 + f / 700).
struct BandSpectrum: Sendable {
    /// One number per band.
    typealias Bands = SIMD16<Float>

    private static let windowSamples = 400
    private static let fftSize = 512

    private var transform = RealFFT(size: Self.fftSize)
    private let window: [Float]
    private let scale: Float
    /// The first bin of each band and, last, the end of the highest.
    private let edges: [Int]

    init() {
        let angle = 2 * Double.pi / Double(Self.windowSamples)
        let hann = (0..<Self.windowSamples).map { Float(0.5 - 0.5 * cos(angle * (Double($0) + 0.5))) }
        window = hann
        // Parseval: the sum over the bands is then the mean square of the frame.
        scale = 2 / (Float(Self.fftSize) * hann.reduce(0) { $0 + $1 * $1 })
        let mel = { (hertz: Double) in 2595 * log10(1 + hertz / 700) }
        let bandCount = Bands.scalarCount
        edges = (0...bandCount).map { index in
            let position = mel(150) + (mel(7000) - mel(150)) * Double(index) / Double(bandCount)
            let hertz = 700 * (pow(10, position / 2595) - 1)
            return Int((hertz * Double(Self.fftSize) / Double(AudioBuffer.sampleRateHz)).rounded())
        }
    }

    /// The levels of mean squares, in dB re full scale.
    static func levels(_ powers: Bands) -> Bands {
        var levels = powers
        for band in 0..<Bands.scalarCount { levels[band] = Decibel.level(power: powers[band]) }
        return levels
    }

    /// The mean squares of the bands of the middle 25 ms of a frame.
    mutating func powers(of frame: [Float]) -> Bands {
        let start = (frame.count - Self.windowSamples) / 2
        var windowed = [Float](repeating: 0, count: Self.windowSamples)
        for index in 0..<Self.windowSamples { windowed[index] = frame[start + index] * window[index] }
        let power = transform.power(of: windowed)
        var powers = Bands(repeating: 0)
        for band in 0..<Bands.scalarCount {
            var sum: Float = 0
            for bin in edges[band]..<edges[band + 1] { sum += power[bin] }
            powers[band] = sum * scale
        }
        return powers
    }
}
