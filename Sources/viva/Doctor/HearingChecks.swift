import Audio
import Recognition
import Signal
import Speech
import Synthesis

/// Whether Viva can hear and speak: the models, the voices, and a word spoken and heard again.
enum HearingChecks {
    static func run(model: PocketSphinxModel) async -> [Check] {
        var checks = [modelCheck(model)]
        var isChanged = false
        if checks[0].status == .ok, let sums = await ModelChecksums.run(model) {
            checks.append(sums.check)
            isChanged = sums.isChanged
        }
        checks += await voiceChecks()
        guard checks.allSatisfy({ $0.status != .missing }) else { return checks }
        return checks + [isChanged ? selfTestLeftOut : await roundTrip(model)]
    }

    private static func modelCheck(_ model: PocketSphinxModel) -> Check {
        do {
            try model.validate()
            return .ok("models", "acoustic and language model", model.acousticModelPath)
        } catch {
            return .missing(
                "models", "acoustic and language model", "\(error)",
                remedy: "apt-get install pocketsphinx-en-us, or name another with --model")
        }
    }

    private static func voiceChecks() async -> [Check] {
        do {
            let voices = try await EspeakSynthesizer.shared.voices()
            guard voices.contains(where: { $0.language.hasPrefix("en") }) else {
                return [
                    .missing(
                        "voices", "English voice", "none of the \(voices.count) voices speaks English",
                        remedy: "apt-get install espeak-ng-data")
                ]
            }
            return [
                .ok("voices", "eSpeak NG", "\(voices.count) voices; `viva speak --list-voices` names them")
            ]
        } catch {
            return [.missing("voices", "eSpeak NG", "\(error)", remedy: "apt-get install espeak-ng-data")]
        }
    }

    /// Over a damaged model the engine may end the whole process, and what was found would never be told.
    private static var selfTestLeftOut: Check {
        .warning(
            "self-test", "spoken and heard again", "left out, because files of the model differ",
            remedy: "mend the model first")
    }

    /// Speaks digits and hears them: every part between a text and a transcript but the sound devices.
    private static func roundTrip(_ model: PocketSphinxModel) async -> Check {
        let text = "one two three four five"
        do {
            let heard = try await hear(text, model: model)
            guard !heard.isEmpty else {
                return .missing(
                    "self-test", "spoken and heard again", "nothing was heard of “\(text)”",
                    remedy: "reinstall pocketsphinx-en-us and espeak-ng-data")
            }
            return .ok("self-test", "spoken and heard again", "“\(text)” → “\(heard)”")
        } catch {
            return .missing(
                "self-test", "spoken and heard again", "\(error)",
                remedy: "mend what it names, or reinstall pocketsphinx-en-us and espeak-ng-data")
        }
    }

    private static func hear(_ text: String, model: PocketSphinxModel) async throws -> String {
        let speech = try await EspeakSynthesizer.shared.speak(text, style: SpeakingStyle(voice: "en-us"))
        let audio = try AudioBuffer(speech)
        // With the terms, phrases and questions that every hearing needs.
        let words = try await InterviewEar(model: model).recognizer()
            .recognize(Utterance(audio: audio, speech: audio.time))
        return words.map { $0.text }.joined(separator: " ")
    }
}
