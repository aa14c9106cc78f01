import Foundation
import Speech

/// Puts filled pauses into a recording at known places.
struct FillerSplicer {
    /// A filled pause that was put in.
    struct Event: Sendable {
        var word: String
        var speaker: String
        var time: TimeRange
    }

    private static let fadeSamples = AudioBuffer.sample(FillerClip.edgeSeconds)

    private let receiver: [Float]
    private let speechLevel: Float
    private let quiet: [Float]
    /// Where fillers may stand: the middles of pauses and the quietest places between two words, in samples.
    let places: [Int]

    /// A splicer for a recording whose words lie at `words`.
    init(receiver: [Float], words: [TimeRange]) {
        self.receiver = receiver
        let levels = Self.levels(receiver)
        let sorted = levels.sorted()
        speechLevel = sorted.isEmpty ? 0 : sorted[sorted.count * 85 / 100]
        quiet = Self.quietest(receiver, levels)
        places = zip(words, words.dropFirst()).compactMap { before, after in
            let first = Int(before.endSeconds * 100) - 4
            let last = Int(after.startSeconds * 100) + 4
            guard first > 0, last < levels.count, first <= last else { return nil }
            if after.startSeconds - before.endSeconds > 0.15 { return (first + last) / 2 * 160 }
            return (first...last).min { levels[$0] < levels[$1] }.map { $0 * 160 + 80 }
        }
    }

    /// The recording with clips at some of the places, at least `spacingSeconds` apart.
    func spliced(
        _ clips: [FillerClip], every spacingSeconds: Double, using random: inout some RandomNumberGenerator
    ) -> (samples: [Float], events: [Event]) {
        var result: [Float] = []
        var events: [Event] = []
        var copied = 0
        var next = Double.random(in: 0...spacingSeconds / 2, using: &random)
        for place in places where AudioBuffer.seconds(place) >= next {
            guard let clip = clips.randomElement(using: &random) else { break }
            next = AudioBuffer.seconds(place) + spacingSeconds * Double.random(in: 0.6...1.4, using: &random)
            result += receiver[copied..<place]
            copied = place
            join(gap(using: &random), to: &result)
            let sound = matched(clip, using: &random)
            let start = AudioBuffer.seconds(result.count)
            join(sound, to: &result)
            let end = AudioBuffer.seconds(result.count) - FillerClip.edgeSeconds
            events.append(
                Event(
                    word: clip.word, speaker: clip.speaker,
                    time: TimeRange(startSeconds: start, endSeconds: end)))
            join(gap(using: &random), to: &result)
            let rest = Array(receiver[place..<min(place + Self.fadeSamples, receiver.count)])
            join(rest, to: &result)
            copied = place + rest.count
        }
        result += receiver[min(copied, receiver.count)...]
        return (result, events)
    }

    /// The clip as another occasion of it, up to 7 dB quieter than the loud parts of the speech.
    private func matched(_ clip: FillerClip, using random: inout some RandomNumberGenerator) -> [Float] {
        let sound = FillerAlteration(using: &random).applied(to: clip.samples, using: &random)
        let levels = Self.levels(sound).sorted()
        let level = levels.isEmpty ? 0 : levels[levels.count * 70 / 100]
        let decibels = Float.random(in: -7...0, using: &random)
        let gain = level > 0 ? speechLevel / level * pow(10, decibels / 20) : 0
        return sound.map { max(-1, min(1, $0 * gain)) }
    }

    /// A little of the recording's own quiet in two of three cases, as people stop beside a filled pause.
    private func gap(using random: inout some RandomNumberGenerator) -> [Float] {
        guard Int.random(in: 0..<3, using: &random) > 0, !quiet.isEmpty else { return [] }
        let count = AudioBuffer.sample(Double.random(in: 0.04...0.4, using: &random))
        let offset = Int.random(in: 0..<quiet.count, using: &random)
        // Forth and back, so that the quiet does not click where it repeats.
        return (0..<count).map { index in
            let position = (offset + index) % (2 * quiet.count)
            return quiet[position < quiet.count ? position : 2 * quiet.count - 1 - position]
        }
    }

    /// Appends with a crossfade.
    private func join(_ piece: [Float], to result: inout [Float]) {
        let fade = min(Self.fadeSamples, piece.count, result.count)
        for index in 0..<fade {
            let share = (Float(index) + 0.5) / Float(fade)
            let target = result.count - fade + index
            result[target] = result[target] * (1 - share) + piece[index] * share
        }
        result += piece[fade...]
    }

    /// The root mean square of each 10 ms.
    private static func levels(_ samples: [Float]) -> [Float] {
        stride(from: 0, to: samples.count, by: 160).map {
            FillerAlteration.rootMeanSquare(samples[$0..<min($0 + 160, samples.count)])
        }
    }

    /// The quietest 100 ms of a recording that are not digital silence.
    private static func quietest(_ samples: [Float], _ levels: [Float]) -> [Float] {
        guard levels.count > 10 else { return [] }
        let sums = (0..<levels.count - 10).map { levels[$0..<$0 + 10].reduce(0, +) }
        guard let best = sums.indices.filter({ sums[$0] > 0 }).min(by: { sums[$0] < sums[$1] }) else {
            return []
        }
        return Array(samples[best * 160..<(best + 10) * 160])
    }
}
