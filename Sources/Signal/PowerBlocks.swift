/// The mean square of each 10 ms of a stream of samples, rumble removed.
struct PowerBlocks: Sendable {
    private var rumble = RumbleFilter()
    private var sum: Float = 0
    private var count = 0

    /// Takes one sample; returns the mean square of a block that it completes.
    mutating func add(_ sample: Float) -> Float? {
        let value = rumble.filter(sample)
        sum += value * value
        count += 1
        guard count == Framer.hopSamples else { return nil }
        defer {
            sum = 0
            count = 0
        }
        return sum / Float(Framer.hopSamples)
    }
}
