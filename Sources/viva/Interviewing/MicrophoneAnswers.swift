import Audio
import Interview
import Practice

/// Answers spoken into the microphone.
struct MicrophoneAnswers: AnswerSource {
    var bank: QuestionBank? { nil }
    private let sound: SoundOptions
    private let page: Page
    private let common: CommonOptions

    /// Makes sure that there is something to record from before the interview begins.
    init(sound: SoundOptions, page: Page, common: CommonOptions) async throws {
        self.sound = sound
        self.page = page
        self.common = common
        let microphone = try await Microphone.open(device: sound.device)
        await microphone.stop()
    }

    func answer(_ turn: Turn, in room: PracticeRoom) async throws -> Bool {
        // The model is loaded before anybody speaks. Without it the answer is still recorded, and the room says why it
        // cannot be heard yet.
        try? await room.prepareToListen()
        StandardInput.forgetTyped()
        let microphone = try await Microphone.open(device: sound.device)
        let display = LiveDisplay(
            palette: common.logPalette, isShown: !common.quiet, stopAfterSilence: sound.stopAfterSilence)
        let help = HelpOffer(await room.interview)
        display.begin(keys: help?.keys)
        let recording = try await room.record(
            microphone.buffers, until: StopRule(silenceSeconds: sound.stopAfterSilence),
            isStopAsked: {
                guard let line = StandardInput.line() else { return false }
                guard let help, let kind = HelpOffer.kind(of: line) else { return true }
                display.clear()
                help.show(kind)
                return false
            }, stopSource: { await microphone.stop() },
            onEvent: { display.show($0) })
        await microphone.stop()
        display.end()
        try await help?.note(in: room)
        let overruns = await microphone.overruns
        if overruns > 0 {
            common.note(
                "viva: the machine was too busy \(overruns) times to take the sound in: a little of the answer is missing."
            )
        }
        if recording.reason == .length {
            common.note("viva: the answer reached the greatest length and was ended.")
        }
        return true
    }

    func decide(after take: Take, in room: PracticeRoom) async throws -> Decision {
        guard case .spoken(let recording) = take.source else { return try await Choice.ask(in: room) }
        return try await Choice.ask(in: room) { await Playback(common: common).play(recording, of: room) }
    }
}
