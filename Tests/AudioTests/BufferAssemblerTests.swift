import Speech
import Testing

@testable import Audio

@Suite struct BufferAssemblerTests {
    @Test(arguments: [(16_000, 1), (44_100, 2), (48_000, 1)])
    func nothingIsLostAtTheEnd(rateHz: Int, channels: Int) throws {
        let frames = Tone(seconds: 1.03).samples(rateHz: rateHz).flatMap {
            [Float](repeating: $0, count: channels)
        }
        var assembler = try BufferAssembler(sampleRateHz: rateHz, channels: channels)
        var heard: [Float] = []
        let piece = rateHz / 20 * channels
        let split = frames.count - piece / 2
        for start in stride(from: 0, to: split, by: piece) {
            try assembler.append(Array(frames[start..<min(split, start + piece)]))
            while assembler.hasWholeBuffer, let buffer = assembler.next() {
                #expect(buffer.startSample == heard.count && buffer.samples.count == 1600)
                heard += buffer.samples
            }
        }
        try assembler.finish(Array(frames[split...]))
        try assembler.finish([1, 1, 1])
        while let buffer = assembler.next() {
            #expect(buffer.startSample == heard.count)
            heard += buffer.samples
        }
        #expect(abs(heard.count - 16_480) <= 1)
        #expect(abs(Tone.amplitude(of: 440, in: Array(heard.suffix(1600))) - 0.5) < 0.02)
    }

    @Test func withoutAudioThereIsNoBuffer() throws {
        var assembler = try BufferAssembler(sampleRateHz: 48_000, channels: 2)
        #expect(assembler.next() == nil)
        try assembler.finish([])
        #expect(assembler.next() == nil)
    }
}
