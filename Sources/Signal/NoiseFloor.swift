/// The level of the noise in each band, followed through speech.
///
/// Two rules work together. The floor is the lowest smoothed level of the last three seconds (minimum statistics,
/// Martin 2001, "Noise power spectral density estimation based on optimal smoothing and minimum statistics"): speech
/// dips to the noise in every band within that time, so the floor falls at once and never climbs into speech. And a
/// stretch whose bands hardly move is noise whatever its level, so a fan that is switched on raises the floor after
/// half a second rather than three.
struct NoiseFloor: Sendable {
    typealias Bands = BandSpectrum.Bands

    private static let blockFrames = 25
    private static let blockCount = 12
    /// The lowest level of a band that a floor may take: a gate's digital near-silence must not make the faintest
    /// hiss after it look loud.
    private static let lowest: Float = -100
    /// The minimum of smoothed noise lies 2.6 dB under its mean (measured alike on a minute of white, pink and brown
    /// noise); the rest is margin.
    private static let minimumBias: Float = 3.5
    /// The mean standard deviation of the bands, in dB, under which half a second is steady: white, pink and brown
    /// noise read 1.9 to 2.3, clear speech 6 and more, speech at 10 dB over noise 2.9 and more.
    private static let steadyDeviation: Float = 2.6
    /// A held vowel is steady for a moment too; a hum or a tone stays so.
    private static let voicedSteadyBlocks = 6

    private var smoothed: Bands?
    private var blockMinimum = Bands(repeating: .infinity)
    private var minima: [Bands] = []
    private var framesInBlock = 0
    private var block = Moments()
    private var previousBlock = Moments()
    private var steadyBlocks = 0
    /// The floor of each band in dB; `nil` until a frame with sound came.
    private(set) var levels: Bands?

    /// Takes the levels of the next frame and whether it is voiced.
    mutating func update(_ frame: Bands, voiced: Bool) {
        guard frame.max() > Decibel.silence else { return }
        let next = smoothed.map { $0 + (frame - $0) * 0.3 } ?? frame
        smoothed = next
        blockMinimum = pointwiseMin(blockMinimum, next)
        block.add(frame, voiced: voiced)
        framesInBlock += 1
        if framesInBlock == Self.blockFrames { endBlock() }
        let lowest = minima.reduce(blockMinimum) { pointwiseMin($0, $1) }
        levels = pointwiseMax(lowest + Self.minimumBias, Bands(repeating: Self.lowest))
    }

    private mutating func endBlock() {
        minima.append(blockMinimum)
        if minima.count > Self.blockCount { minima.removeFirst() }
        raiseIfSteady()
        previousBlock = block
        block = Moments()
        blockMinimum = Bands(repeating: .infinity)
        framesInBlock = 0
    }

    private mutating func raiseIfSteady() {
        let both = block.joined(with: previousBlock)
        guard both.count == Float(2 * Self.blockFrames), both.meanDeviation < Self.steadyDeviation else {
            steadyBlocks = 0
            return
        }
        steadyBlocks += 1
        let mostlyUnvoiced = both.voicedCount < 0.2 * both.count
        guard mostlyUnvoiced || steadyBlocks >= Self.voicedSteadyBlocks else { return }
        let floor = both.mean - Self.minimumBias
        minima = minima.map { pointwiseMax($0, floor) }
    }
}

extension NoiseFloor {
    /// The sums behind the mean and the deviation of each band.
    private struct Moments: Sendable {
        var count: Float = 0
        var voicedCount: Float = 0
        var sum = Bands(repeating: 0)
        var sumOfSquares = Bands(repeating: 0)

        mutating func add(_ frame: Bands, voiced: Bool) {
            count += 1
            if voiced { voicedCount += 1 }
            sum += frame
            sumOfSquares += frame * frame
        }

        func joined(with other: Moments) -> Moments {
            Moments(
                count: count + other.count, voicedCount: voicedCount + other.voicedCount,
                sum: sum + other.sum,
                sumOfSquares: sumOfSquares + other.sumOfSquares)
        }

        var mean: Bands { sum / count }
        /// The standard deviation, averaged over the bands.
        var meanDeviation: Float {
            let variance = pointwiseMax(sumOfSquares / count - mean * mean, Bands(repeating: 0))
            return variance.squareRoot().sum() / Float(Bands.scalarCount)
        }
    }
}
