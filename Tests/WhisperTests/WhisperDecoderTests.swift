import Inference
import Testing

@testable import Recognition

@Suite struct WhisperDecoderTests {
    private let decoder: WhisperDecoder
    private let source: WhisperDecoder.Source
    private let tokens = [50_257, 50_362, 17, 4_000, 17, 50_000]

    init() throws {
        decoder = try TinyWhisper.decoder()
        source = try TinyWhisper.model().hear(TinyWhisper.tones(3_200)).source
    }

    private func isClose(_ one: some Sequence<Float>, _ other: some Sequence<Float>) -> Bool {
        zip(one, other).allSatisfy { abs($0 - $1) < 2e-3 }
    }

    @Test func givesALogitForEachToken() {
        var state = decoder.start()
        let logits = decoder.show(tokens, to: &state, source: source, wanting: [0, 5])
        #expect((logits.rows, logits.columns) == (2, 51_864))
        #expect(logits.values.allSatisfy({ $0.isFinite }))
        #expect(state.count == 6)
    }

    @Test func remembersAsIfAllTokensWereShownAtOnce() {
        var state = decoder.start()
        let together = decoder.show(tokens, to: &state, source: source, wanting: Array(tokens.indices))
        var states = [decoder.start()]
        for (place, token) in tokens.enumerated() {
            let alone = decoder.show([token], to: &states, source: source)
            #expect(isClose(alone.values, together[row: place]), "token \(place)")
        }
        #expect(states[0].count == tokens.count)
    }

    @Test func hypothesesDoNotDisturbEachOther() {
        var states = [decoder.start(), decoder.start()]
        var alone = [[decoder.start()], [decoder.start()]]
        for (first, second) in zip(tokens, tokens.reversed()) {
            let both = decoder.show([first, second], to: &states, source: source)
            #expect(isClose(decoder.show([first], to: &alone[0], source: source).values, both[row: 0]))
            #expect(isClose(decoder.show([second], to: &alone[1], source: source).values, both[row: 1]))
        }
    }

    @Test func aCopyGoesItsOwnWay() {
        var one = [decoder.start()]
        _ = decoder.show([tokens[0]], to: &one, source: source)
        var other = one
        _ = decoder.show([tokens[3]], to: &other, source: source)
        var fresh = decoder.start()
        let expected = decoder.show([tokens[0], tokens[2]], to: &fresh, source: source, wanting: [1])
        #expect(isClose(decoder.show([tokens[2]], to: &one, source: source).values, expected.values))
        #expect((one[0].count, other[0].count) == (2, 2))
    }

    @Test func whatIsHeardMatters() throws {
        let others = try TinyWhisper.model().hear(TinyWhisper.tones(3_200, seed: 2)).source
        var (state, other) = (decoder.start(), decoder.start())
        let logits = decoder.show(tokens, to: &state, source: source, wanting: [5])
        #expect(logits != decoder.show(tokens, to: &other, source: others, wanting: [5]))
    }
}
