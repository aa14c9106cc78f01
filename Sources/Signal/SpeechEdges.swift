/// Finds where the sound of a voice begins and ends, from stretches that a speech detector is sure of.
///
/// A detector that is not to take breath or clicks for speech lets go of weak ends: the last fricative of a word, the burst after
/// the closure of a final "t". Here the silence around each stretch is known as a whole, so what stands out of its noise and touches
/// the speech is found again. Limits were chosen on spoken sentences with silences of known length between, clean and at 20 and 10 dB
/// of white, pink and brown noise (`viva-bench delivery --parts made`).
struct SpeechEdges: Sendable {
    /// How far an edge may move, in frames: a closure and what follows it.
    private static let reach = 33
    /// So short a break inside a weak end does not end it.
    private static let shortBreak = 2
    /// The closure of a stop before its burst lasts no longer.
    private static let closure = 15
    /// A burst is no shorter; a click is.
    private static let leastBurst = 3
    /// A burst and what is breathed after it last no longer.
    private static let longestBurst = 14
    /// A weak end lasts no longer: that is breath.
    private static let longestEnd = 20
    /// From this distance to the noise on, in its standard deviations, a frame is sound.
    private static let weakDistance: Float = 1.3
    private static let burstDistance: Float = 1.2
    /// So far under the level of the speech a band is too weak to belong to it, in dB.
    private static let weakRangeDB: Float = 32
    private static let burstRangeDB: Float = 30
    /// Frames this near tell what the noise is: 3 s.
    private static let noiseFrames = 300
    /// The least deviation of noise in a band, in dB: digital silence has none.
    private static let leastDeviationDB: Float = 0.7
    /// A frame in a band counts for no more deviations.
    private static let mostDeviations: Float = 12

    private let track: BandTrack

    /// Edges in a recording.
    init(_ track: BandTrack) { self.track = track }

    /// What a silence is like, frame by frame.
    private struct Sound {
        var isWeak: [Bool]
        var isBurst: [Bool]
    }

    /// The stretches, in the order of time, as far as the voice reaches; none reaches into its neighbour.
    func widened(_ speech: [Range<Int>]) -> [Range<Int>] {
        let speech = speech.map { $0.clamped(to: 0..<track.count) }
        var isSpeech = [Bool](repeating: false, count: track.count)
        for range in speech { for frame in range { isSpeech[frame] = true } }
        guard let level = levelDB(isSpeech) else { return speech }
        var widened = speech
        for place in 0...speech.count {
            let start = place > 0 ? speech[place - 1].upperBound : 0
            let end = place < speech.count ? speech[place].lowerBound : track.count
            guard end - start > 2 else { continue }
            let sound = sound(in: start..<end, speechDB: level, isSpeech)
            let after = place > 0 ? Self.length(sound.isWeak, sound.isBurst) : 0
            if place > 0 { widened[place - 1] = widened[place - 1].lowerBound..<start + after }
            if place < speech.count {
                let before = Self.length(sound.isWeak.reversed(), sound.isBurst.reversed())
                widened[place] = max(end - before, start + after)..<widened[place].upperBound
            }
        }
        return widened
    }

    /// How many frames from the first on belong to the speech before them.
    private static func length(_ isWeak: [Bool], _ isBurst: [Bool]) -> Int {
        var length = 0
        // Where the weak end began that is followed: at the speech or after a burst.
        var solid = 0
        var frame = 0
        while frame < min(isWeak.count, reach) {
            // What goes on without a break for longer is breath, or somebody else.
            let end = isWeak[frame...].prefix { $0 }.count + frame
            let isNear = frame - length <= shortBreak
            if isNear, end > frame, end - solid <= longestEnd {
                length = end
            } else if !isNear, frame - length <= closure, end > frame {
                let burst = isBurst[frame..<end].count { $0 }
                if burst >= leastBurst, end - frame <= longestBurst {
                    length = end
                    solid = end
                }
            }
            frame = max(end, frame + 1)
        }
        return length
    }

    /// The level of all speech together, in dB; `nil` when there is none.
    private func levelDB(_ isSpeech: [Bool]) -> Float? {
        var sum: Float = 0
        var count: Float = 0
        for frame in isSpeech.indices where isSpeech[frame] {
            for band in 0..<BandTrack.bandCount {
                sum += Decibel.power(level: track.levelDB(frame, band: band))
            }
            count += 1
        }
        return count > 0 ? Decibel.level(power: sum / count) : nil
    }

    private func sound(in range: Range<Int>, speechDB: Float, _ isSpeech: [Bool]) -> Sound {
        let near =
            max(
                0, range.lowerBound - Self.noiseFrames)..<min(
                track.count, range.upperBound + Self.noiseFrames)
        let silent = near.filter { !isSpeech[$0] }
        var squares = [Float](repeating: 0, count: range.count)
        var loudest = [Float](repeating: -.infinity, count: range.count)
        for band in 0..<BandTrack.bandCount {
            let levels = silent.map { track.levelDB($0, band: band) }.sorted()
            // The median, and how far one deviation lies under it.
            let middle = levels[levels.count / 2]
            let deviation = max(middle - levels[levels.count * 16 / 100], Self.leastDeviationDB)
            for (place, frame) in range.enumerated() {
                let level = track.levelDB(frame, band: band)
                let distance = max(0, min(Self.mostDeviations, (level - middle) / deviation))
                squares[place] += distance * distance
                loudest[place] = max(loudest[place], level)
            }
        }
        let distances = squares.map { ($0 / Float(BandTrack.bandCount)).squareRoot() }
        let smooth = distances.indices.map { place in
            let before = distances[max(0, place - 1)]
            let after = distances[min(distances.count - 1, place + 1)]
            return (before + 2 * distances[place] + after) / 4
        }
        return Sound(
            isWeak: smooth.indices.map {
                smooth[$0] > Self.weakDistance && loudest[$0] > speechDB - Self.weakRangeDB
            },
            isBurst: smooth.indices.map {
                smooth[$0] > Self.burstDistance && loudest[$0] > speechDB - Self.burstRangeDB
            })
    }
}
