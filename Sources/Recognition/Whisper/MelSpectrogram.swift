import Foundation
package import Inference

/// The spectrogram that Whisper hears: the logarithm of the power in bands that are as wide as the ear's, 100 times a second
/// (Radford and others 2022, "Robust Speech Recognition via Large-Scale Weak Supervision", section 2.2).
package struct MelSpectrogram: Sendable {
    /// The samples of a frame: 25 ms.
    static let frameLength = 400
    /// From one frame to the next: 10 ms.
    static let hop = 160
    private static let sampleRateHz = 16_000.0
    private static let bins = frameLength / 2 + 1
    /// Quieter than the loudest by more than this power of ten counts as this quiet.
    private static let range: Float = 8

    /// The window times the cosines, then times the sines: a column for each of both.
    private let transform: Matrix
    /// How much of each frequency a band takes: a row for each band.
    private let filters: Matrix

    /// A spectrogram of so many bands: 80 for all models but the largest.
    package init(bands: Int = 80) {
        transform = Self.transform()
        filters = Self.filters(bands)
    }

    /// The bands of each 10 ms of `samples` at 16 kHz, a row for each frame.
    ///
    /// The power of the loudest place is the measure of all others, and is found among these samples.
    package func callAsFunction(_ samples: [Float]) -> Matrix {
        let count = samples.count / Self.hop
        guard count > 0 else { return Matrix(rows: 0, columns: filters.rows) }
        // One frame more is measured than is given: as in the program that the models were made with.
        let frames = Self.frames(of: samples, count: count + 1)
        let parts = frames.times(transform, isTransposed: false)
        var power = Matrix(rows: parts.rows, columns: Self.bins)
        for row in 0..<parts.rows {
            for bin in 0..<Self.bins {
                let place = row * parts.columns + bin
                let (real, imaginary) = (parts.values[place], parts.values[place + Self.bins])
                power.values[row * Self.bins + bin] = real * real + imaginary * imaginary
            }
        }
        var bands = power.times(filters, isTransposed: true)
        var loudest = -Float.infinity
        for index in bands.values.indices {
            let value = log10(max(bands.values[index], 1e-10))
            bands.values[index] = value
            loudest = max(loudest, value)
        }
        for index in bands.values.indices {
            bands.values[index] = (max(bands.values[index], loudest - Self.range) + 4) / 4
        }
        return bands.prefix(rows: count)
    }

    /// Frames around each hop; what lies before the start and after the end is mirrored there.
    private static func frames(of samples: [Float], count: Int) -> Matrix {
        // A hop of silence ends the recording before it is mirrored.
        let length = samples.count + hop
        let values = [Float](unsafeUninitializedCapacity: count * frameLength) { frames, filled in
            for frame in 0..<count {
                for offset in 0..<frameLength {
                    var place = abs(frame * hop + offset - frameLength / 2)
                    if place >= length { place = max(0, 2 * (length - 1) - place) }
                    frames[frame * frameLength + offset] = place < samples.count ? samples[place] : 0
                }
            }
            filled = count * frameLength
        }
        return Matrix(rows: count, columns: frameLength, values: values)
    }

    /// The discrete Fourier transform of a frame under Hann's window as a matrix: OpenBLAS multiplies by it faster than a
    /// transform of 400 numbers could be written.
    private static func transform() -> Matrix {
        var matrix = Matrix(rows: frameLength, columns: 2 * bins)
        for sample in 0..<frameLength {
            let turn = 2 * Double.pi * Double(sample) / Double(frameLength)
            let window = 0.5 - 0.5 * cos(turn)
            for bin in 0..<bins {
                // The angle is brought below one turn first: sines of large numbers lose digits.
                let angle = 2 * Double.pi * Double(sample * bin % frameLength) / Double(frameLength)
                matrix.values[sample * 2 * bins + bin] = Float(window * cos(angle))
                matrix.values[sample * 2 * bins + bins + bin] = Float(-window * sin(angle))
            }
        }
        return matrix
    }

    /// Triangles on Slaney's scale of pitch, each of the same area (Slaney 1998, "Auditory Toolbox").
    private static func filters(_ bands: Int) -> Matrix {
        let highest = melsPerHz(sampleRateHz / 2)
        let edges = (0..<bands + 2).map { hertz(mels: highest * Double($0) / Double(bands + 1)) }
        var matrix = Matrix(rows: bands, columns: bins)
        for band in 0..<bands {
            let (low, middle, high) = (edges[band], edges[band + 1], edges[band + 2])
            for bin in 0..<bins {
                let frequency = Double(bin) * sampleRateHz / Double(frameLength)
                let height = min((frequency - low) / (middle - low), (high - frequency) / (high - middle))
                matrix.values[band * bins + bin] = Float(max(0, height) * 2 / (high - low))
            }
        }
        return matrix
    }

    /// Slaney's scale is linear up to 1 kHz, 15 steps, and logarithmic from there, 27 steps to 6.4 kHz.
    private static func melsPerHz(_ hertz: Double) -> Double {
        hertz < 1_000 ? hertz * 3 / 200 : 15 + log(hertz / 1_000) * 27 / log(6.4)
    }

    private static func hertz(mels: Double) -> Double {
        mels < 15 ? mels * 200 / 3 : 1_000 * exp((mels - 15) * log(6.4) / 27)
    }
}
