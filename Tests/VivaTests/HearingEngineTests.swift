import Testing

@testable import viva

@Suite struct HearingEngineTests {
    /// A worker that is given these chooses nothing by itself: none of them is `auto` or leaves a name out.
    @Test(arguments: [
        (HearingEngine.pocketSphinx, ["--engine=pocketsphinx"]),
        (.whisper(name: "whisper-tiny.en"), ["--engine=whisper", "--whisper-model=whisper-tiny.en"]),
    ])
    func itsArgumentsNameThisVeryEngine(engine: HearingEngine, arguments: [String]) {
        #expect(engine.arguments == arguments)
    }
}
