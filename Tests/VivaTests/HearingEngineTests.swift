import ArgumentParser
import Recognition
import Service
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

    @Test(arguments: [(LiveCare.careful, PocketSphinxOptions.careful), (.quick, .quick)])
    func aLiveStreamIsHeardWithItsCare(care: LiveCare, options: PocketSphinxOptions) throws {
        let arguments = TranscribeWorker.arguments(care)
        let worker = try TranscribeWorker.parse(Array(arguments.dropFirst()))
        #expect(arguments.first == TranscribeWorker.configuration.commandName)
        #expect(worker.live)
        #expect(worker.options == options)
        #expect(worker.options != PocketSphinxOptions())
        // Where something else hears the words, PocketSphinx has no words to be careful of.
        #expect(HearingEngine.whisper(name: "whisper-tiny.en").carefulLiveStreams == .max)
    }

    @Test func quickIsAWayOfLiveHearing() {
        #expect(throws: (any Error).self) { try TranscribeWorker.parse(["--quick"]) }
        #expect(PocketSphinxOptions.quick != .careful)
    }
}
