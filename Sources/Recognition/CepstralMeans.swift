import CPocketSphinx

/// The means by which the cepstra of speech are normalised: the sound of a voice, a room and a microphone.
struct CepstralMeans: Sendable, Equatable {
    private var sums: [Float]
    /// How many frames they are of.
    private(set) var frames: Int

    /// With more frames than this the last ones count most: five seconds, as in the library.
    private static let limitFrames = 500

    /// Means that count as so many frames.
    init(means: [mfcc_t], frames: Int) {
        sums = means.map { $0 * Float(frames) }
        self.frames = frames
    }

    /// The means of frames; of those without sound the engine takes no account.
    init(frames: [[mfcc_t]]) {
        let sounding = frames.filter { ($0.first ?? -1) >= 0 }
        sums = [Float](repeating: 0, count: frames.first?.count ?? 0)
        for frame in sounding { for (place, value) in frame.enumerated() { sums[place] += value } }
        self.frames = sounding.count
    }

    /// Those that a decoder has counted.
    init(_ cmn: UnsafeMutablePointer<cmn_t>) {
        sums = (0..<Int(cmn.pointee.veclen)).map { cmn.pointee.sum[$0] }
        frames = Int(cmn.pointee.nframe)
    }

    /// These and others together.
    func joined(_ other: CepstralMeans) -> CepstralMeans {
        var both = self
        for (place, sum) in other.sums.enumerated() { both.sums[place] += sum }
        both.frames += other.frames
        return both
    }

    /// Lets a decoder normalise by these means from here on, and count on from them.
    func set(_ cmn: UnsafeMutablePointer<cmn_t>) {
        let share = frames > Self.limitFrames ? Float(Self.limitFrames) / Float(frames) : 1
        for (place, sum) in sums.enumerated() { cmn.pointee.sum[place] = sum * share }
        cmn.pointee.nframe = Int32(min(frames, Self.limitFrames))
        setMeans(of: cmn)
    }

    /// Lets a decoder normalise by these means from here on; what it counts stays.
    func setMeans(of cmn: UnsafeMutablePointer<cmn_t>) {
        guard frames > 0 else { return }
        for (place, sum) in sums.enumerated() { cmn.pointee.cmn_mean[place] = sum / Float(frames) }
    }
}
