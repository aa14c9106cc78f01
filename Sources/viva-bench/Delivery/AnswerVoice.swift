import Audio
import Speech
import Synthesis

/// A voice of a machine that says sentences.
enum AnswerVoice: CustomStringConvertible {
    /// A voice of eSpeak NG by name, `en-gb+f3` for example.
    case eSpeak(String)
    /// A voice of Flite.
    case flite(String)

    /// A man's and a woman's voice of eSpeak NG, and those of Flite's that are installed: a woman's and two men's. Its
    /// voices `kal` and `kal16` are left out: they are noisy between their words, so that nobody can say where these end.
    static func installed() -> [AnswerVoice] {
        let listed = (try? MeasuredProcess.run("flite", ["-lv"]).output) ?? ""
        let names = listed.split(whereSeparator: \.isWhitespace)
        return [.eSpeak("en-us"), .eSpeak("en-gb+f3")]
            + ["slt", "rms", "awb"].filter { names.contains(Substring($0)) }.map(AnswerVoice.flite)
    }

    var description: String {
        switch self {
        case .eSpeak(let name): "eSpeak \(name)"
        case .flite(let name): "Flite \(name)"
        }
    }

    /// A sentence at 16 kHz.
    ///
    /// - Parameters:
    ///   - rateWordsPerMinute: the pace; Flite has its own.
    ///   - folder: where Flite may leave its file.
    func speak(_ sentence: String, rateWordsPerMinute: Int, in folder: String) async throws -> [Float] {
        switch self {
        case .eSpeak(let name):
            let style = SpeakingStyle(voice: name, rateWordsPerMinute: rateWordsPerMinute)
            return try AudioBuffer(try await EspeakSynthesizer.shared.speak(sentence, style: style)).samples
        case .flite(let name):
            let path = "\(folder)/flite.wav"
            _ = try MeasuredProcess.run("flite", ["-voice", name, "-t", sentence, "-o", path])
            return try await BenchSamples.read(path)
        }
    }
}
