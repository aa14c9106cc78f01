import Audio
import Testing

@Suite struct ChannelSelectionTests {
    @Test func aSelectionGivesItsPasses() throws {
        #expect(try ChannelSelection.mix.passes(channels: 6, of: "a") == [.mix])
        #expect(try ChannelSelection.left.passes(channels: 2, of: "a") == [.channel(0)])
        #expect(try ChannelSelection.right.passes(channels: 2, of: "a") == [.channel(1)])
        #expect(
            try ChannelSelection.split.passes(channels: 3, of: "a") == [
                .channel(0), .channel(1), .channel(2),
            ])
        #expect(try ChannelSelection.split.passes(channels: 1, of: "a") == [.channel(0)])
        #expect(try ChannelSelection.mix.passes(channels: 1, of: "a") == [.mix])
    }

    @Test(arguments: [ChannelSelection.left, .right]) func aMonoFileHasNoSides(side: ChannelSelection) {
        #expect(throws: AudioError.notStereo(path: "a.wav", asked: side)) {
            try side.passes(channels: 1, of: "a.wav")
        }
    }

    @Test func channelsHaveNames() {
        #expect(
            [Channel.mix, .channel(0), .channel(1), .channel(2)].map(\.label) == [
                "mix", "left", "right", "channel 3",
            ])
    }
}
