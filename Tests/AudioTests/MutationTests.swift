import Audio
import Foundation
import Programs
import Speech
import TestSupport
import Testing

/// Broken files must give audio or an error: never a crash, an endless loop or a huge allocation.
@Suite struct MutationTests {
    private let folder: TestFolder
    /// ffmpeg is left out: what is tested here is what this process does with a broken file.
    private let programs = SearchPath(directories: [])

    init() throws { folder = try TestFolder() }

    /// One broken copy of a file: flipped bytes, a cut, extreme numbers in the header, a repeated or missing
    /// stretch.
    private func mutant(of bytes: [UInt8], headerBytes: Int, _ random: inout SplitMix64) -> [UInt8] {
        var mutant = bytes
        for _ in 0..<Int.random(in: 1...4, using: &random) where mutant.count > 8 {
            let place = Int.random(in: 0..<mutant.count, using: &random)
            switch Int.random(in: 0..<7, using: &random) {
            case 0:
                mutant[place] = UInt8.random(in: 0...255, using: &random)
            case 1:
                mutant[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            case 2:
                mutant.removeLast(Int.random(in: 0..<mutant.count, using: &random))
            case 3, 4:
                let extremes: [UInt32] = [
                    0, 1, 2, 0x7F, 0xFF, 0x7FFF, 0xFFFF, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF,
                ]
                guard let extreme = extremes.randomElement(using: &random) else { break }
                let start = Int.random(in: 0..<min(headerBytes, mutant.count), using: &random)
                for offset in 0..<4 where start + offset < mutant.count {
                    mutant[start + offset] = UInt8(truncatingIfNeeded: extreme >> (8 * UInt32(offset)))
                }
            case 5:
                let end = min(mutant.count, place + Int.random(in: 1...64, using: &random))
                mutant.insert(contentsOf: mutant[place..<end], at: place)
            default:
                mutant.removeSubrange(
                    place..<min(mutant.count, place + Int.random(in: 1...64, using: &random)))
            }
        }
        return mutant
    }

    /// How much can come out of a file of so many bytes: compressed silence may be very long, but not
    /// endless.
    private static let limitSeconds = 3600.0

    private func survive(_ bytes: [UInt8], headerBytes: Int, count: Int, seed: UInt64) async throws -> (
        heard: Int, refused: Int
    ) {
        var random = SplitMix64(seed: seed)
        var heard = 0
        var refused = 0
        for index in 0..<count {
            let path = try folder.write(
                mutant(of: bytes, headerBytes: headerBytes, &random), to: "mutant-\(seed)-\(index)")
            do {
                let file = try await AudioFile.open(.file(path: path), programs: programs)
                var samples = 0
                for try await buffer in try file.buffers() {
                    let isSane = buffer.samples.allSatisfy { abs($0) <= 1 } && buffer.startSample == samples
                    if !isSane { Issue.record("mutant \(index) of seed \(seed) at sample \(samples)") }
                    samples += buffer.samples.count
                    if Double(samples) > Self.limitSeconds * 16_000 { break }
                }
                #expect(Double(samples) <= Self.limitSeconds * 16_000, "mutant \(index) of seed \(seed)")
                heard += 1
            } catch {
                refused += 1
            }
            unlink(path)
        }
        return (heard, refused)
    }

    @Test(arguments: [
        (WAVBytes.Encoding.signed16, 1, 8000), (.float32, 2, 44_100), (.signed24, 1, 48_000),
        (.unsigned8, 2, 8000),
        (.float64, 1, 192_000),
    ])
    func brokenWAVFiles(encoding: WAVBytes.Encoding, channels: Int, rateHz: Int) async throws {
        let tone = Tone(seconds: 0.05).samples(rateHz: rateHz).flatMap {
            [Float](repeating: $0, count: channels)
        }
        let wav = WAVBytes(encoding: encoding, rateHz: rateHz, channels: channels).file(tone)
        let result = try await survive(wav, headerBytes: 44, count: 120, seed: UInt64(rateHz + channels))
        #expect(result.heard + result.refused == 120)
        // Were all refused, or none, the mutations would not be testing anything.
        #expect(result.heard > 20 && result.refused > 20, "\(result)")
    }

    @Test(
        .enabled(if: Tool.isInstalled("ffmpeg")),
        arguments: [("flac", 42), ("ogg", 200), ("mp3", 100), ("aiff", 54), ("opus", 200), ("w64", 112)])
    func brokenFilesOfOtherFormats(ending: String, headerBytes: Int) async throws {
        let source = try folder.write(
            WAVBytes().file(Tone(seconds: 0.5).samples(rateHz: 16_000)), to: "source.wav")
        // Short pages, so that a broken one does not take the whole of a small Ogg file with it.
        let pages = ["ogg", "opus"].contains(ending) ? ["-page_duration", "50000"] : []
        try #require(
            await Tool.run("ffmpeg", ["-nostdin", "-i", source] + pages + [folder.file("whole." + ending)]))
        let result = try await survive(
            folder.bytes("whole." + ending), headerBytes: headerBytes, count: 200, seed: UInt64(headerBytes))
        #expect(result.heard + result.refused == 200)
        #expect(result.heard > 5 && result.refused > 5, "\(result)")
    }
}
