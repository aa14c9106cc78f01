import Foundation

/// The power spectrum of a real signal of a fixed power-of-two length.
///
/// Two neighbouring samples are taken as one complex number, so that a transform of half the length is enough; the
/// spectra of the even and the odd samples are then told apart by their symmetry (Press et al., Numerical Recipes,
/// 3rd ed., section 12.3).
struct RealFFT: Sendable {
    /// How many real samples one transform takes.
    let size: Int
    private let half: Int
    /// cos and sin of 2 pi k / size for k in 0 ..< size / 2.
    private let cosines: [Float]
    private let sines: [Float]
    private let reversed: [Int]
    private var real: [Float]
    private var imaginary: [Float]

    /// A transform of `size` samples, a power of two of at least 8.
    init(size: Int) {
        precondition(size >= 8 && size & (size - 1) == 0, "the transform's size must be a power of two")
        self.size = size
        half = size / 2
        let angles = (0..<size / 2).map { 2 * Double.pi * Double($0) / Double(size) }
        cosines = angles.map { Float(cos($0)) }
        sines = angles.map { Float(sin($0)) }
        let bits = half.trailingZeroBitCount
        reversed = (0..<half).map { index in
            (0..<bits).reduce(0) { $0 | ((index >> $1) & 1) << (bits - 1 - $1) }
        }
        real = [Float](repeating: 0, count: half)
        imaginary = [Float](repeating: 0, count: half)
    }

    /// The squared magnitudes of bins 0 ... size / 2 of `samples`; missing samples are zeros.
    mutating func power(of samples: [Float]) -> [Float] {
        load(samples)
        transform()
        var power = [Float](repeating: 0, count: half + 1)
        power[0] = (real[0] + imaginary[0]) * (real[0] + imaginary[0])
        power[half] = (real[0] - imaginary[0]) * (real[0] - imaginary[0])
        for bin in 1..<half {
            let mirror = half - bin
            let evenReal = (real[bin] + real[mirror]) / 2
            let evenImaginary = (imaginary[bin] - imaginary[mirror]) / 2
            let oddReal = (imaginary[bin] + imaginary[mirror]) / 2
            let oddImaginary = (real[mirror] - real[bin]) / 2
            let sumReal = evenReal + cosines[bin] * oddReal + sines[bin] * oddImaginary
            let sumImaginary = evenImaginary + cosines[bin] * oddImaginary - sines[bin] * oddReal
            power[bin] = sumReal * sumReal + sumImaginary * sumImaginary
        }
        return power
    }

    /// The circular autocorrelation of `samples` at the lags 0 ... size / 2, times the size; missing samples are zeros.
    ///
    /// It is the transform of the power spectrum (Wiener and Khinchin), which is even, so that only real parts are left.
    mutating func autocorrelation(of samples: [Float]) -> [Float] {
        let power = power(of: samples)
        load(power + power[1..<half].reversed())
        transform()
        var values = [Float](repeating: 0, count: half + 1)
        values[0] = real[0] + imaginary[0]
        values[half] = real[0] - imaginary[0]
        for bin in 1..<half {
            let mirror = half - bin
            let even = real[bin] + real[mirror]
            let oddReal = imaginary[bin] + imaginary[mirror]
            let oddImaginary = real[mirror] - real[bin]
            values[bin] = (even + cosines[bin] * oddReal + sines[bin] * oddImaginary) / 2
        }
        return values
    }

    private mutating func load(_ samples: [Float]) {
        for index in 0..<half {
            let target = reversed[index]
            let first = 2 * index
            real[target] = first < samples.count ? samples[first] : 0
            imaginary[target] = first + 1 < samples.count ? samples[first + 1] : 0
        }
    }

    /// Cooley and Tukey's transform in place, over input that `load` left in bit-reversed order.
    private mutating func transform() {
        let half = half
        cosines.withUnsafeBufferPointer { cosines in
            sines.withUnsafeBufferPointer { sines in
                real.withUnsafeMutableBufferPointer { real in
                    imaginary.withUnsafeMutableBufferPointer { imaginary in
                        guard let cosines = cosines.baseAddress, let sines = sines.baseAddress,
                            let real = real.baseAddress, let imaginary = imaginary.baseAddress
                        else { return }
                        var span = 1
                        while span < half {
                            Self.combine(real, imaginary, half: half, span: span, cosines, sines)
                            span *= 2
                        }
                    }
                }
            }
        }
    }

    /// Joins each two neighbouring spectra of `span` bins into one.
    private static func combine(
        _ real: UnsafeMutablePointer<Float>, _ imaginary: UnsafeMutablePointer<Float>, half: Int, span: Int,
        _ cosines: UnsafePointer<Float>, _ sines: UnsafePointer<Float>
    ) {
        let step = half / span
        var group = 0
        while group < half {
            var offset = 0
            while offset < span {
                let cosine = cosines[offset * step]
                let sine = -sines[offset * step]
                let low = group + offset
                let high = low + span
                let turnedReal = cosine * real[high] - sine * imaginary[high]
                let turnedImaginary = cosine * imaginary[high] + sine * real[high]
                real[high] = real[low] - turnedReal
                imaginary[high] = imaginary[low] - turnedImaginary
                real[low] += turnedReal
                imaginary[low] += turnedImaginary
                offset += 1
            }
            group += 2 * span
        }
    }
}
