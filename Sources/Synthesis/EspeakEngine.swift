import CEspeakNG
import Speech

/// eSpeak NG's C interface: the only file that knows it. Its state is global, so one actor owns the one engine.
struct EspeakEngine {
    /// The engine's name in errors.
    static let name = "eSpeak NG"
    /// The version of the library, for example `1.51`.
    static var version: String { String(cString: espeak_Info(nil)) }

    /// The engine writes the name of a voice with its variant into 40 bytes, unchecked, and a zero after it.
    private static let limitVoiceNameBytes = 39

    let sampleRateHz: Int
    /// The voices that can speak, sorted by language and name.
    let voices: [InstalledVoice]
    /// The names of the variants that a voice can be changed by, for example `f3`.
    let variants: [String]

    /// Starts the engine, without a sound device.
    init() throws(SynthesisError) {
        let rate = espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, 0, nil, Int32(espeakINITIALIZE_DONT_EXIT))
        guard rate > 0 else {
            throw .engineFailed(
                engine: Self.name, reason: "it has no data; install it with `apt-get install espeak-ng-data`")
        }
        sampleRateHz = Int(rate)
        voices = Self.list(matching: nil).filter { !$0.voice.identifier.hasPrefix("mb/") }.sorted()
        variants = "variant".withCString { language in
            var wanted = espeak_VOICE()
            wanted.languages = language
            return Self.list(matching: &wanted).compactMap { $0.voice.identifier.split(separator: "/").last }
                .map(String.init).sorted()
        }
        espeak_SetSynthCallback(receive)
        // An SSML document may name a sound file; 1 has its alternative text spoken and the file left alone.
        espeak_SetUriCallback { _, _, _ in 1 }
    }

    /// Chooses a voice and the variant of it, if any.
    func choose(_ voice: Voice, variant: String?) throws(SynthesisError) {
        let name = voice.identifier + (variant.map { "+" + $0 } ?? "")
        guard name.utf8.count <= Self.limitVoiceNameBytes else {
            throw failed("the voice \(name) has too long a name")
        }
        let status = espeak_ng_SetVoiceByName(name)
        guard status == ENS_OK else {
            throw failed("loading the voice \(voice.name): \(Self.message(status))")
        }
        let chosen = espeak_GetCurrentVoice()?.pointee.identifier.map { String(cString: $0) } ?? ""
        guard chosen.lowercased().hasPrefix(voice.identifier.lowercased()) else {
            throw failed("it took the voice \(chosen) for \(voice.identifier)")
        }
    }

    /// Speaks a text, which holds no zero character, and collects what comes.
    func speak(
        _ text: String, rateWordsPerMinute: Int, pitch: Int, markup: SpeakingStyle.Markup, limitSamples: Int
    ) throws(SynthesisError) -> SpeechCollector {
        for (parameter, value) in [(espeakRATE, rateWordsPerMinute), (espeakPITCH, pitch)] {
            let status = espeak_ng_SetParameter(parameter, Int32(value), 0)
            guard status == ENS_OK else { throw failed("setting its pace or pitch: \(Self.message(status))") }
        }
        let collector = SpeechCollector(limitSamples: limitSamples)
        let flags = UInt32(espeakCHARS_UTF8) | (markup == .ssml ? UInt32(espeakSSML) : 0)
        let status = withExtendedLifetime(collector) {
            text.utf8CString.withUnsafeBytes { bytes in
                espeak_ng_Synthesize(
                    bytes.baseAddress, bytes.count, 0, POS_CHARACTER, 0, flags, nil,
                    Unmanaged.passUnretained(collector).toOpaque())
            }
        }
        guard status == ENS_OK || collector.isOverLimit else {
            throw failed("speaking: \(Self.message(status))")
        }
        return collector
    }

    /// The phonemes of a text that holds no zero character, in the chosen voice: the engine's names for them, with `_`
    /// between those of a word.
    func phonemes(of text: String) -> String {
        let separator = Int32(UInt8(ascii: "_")) << 8
        var clauses: [String] = []
        text.withCString { start in
            var next: UnsafeRawPointer? = UnsafeRawPointer(start)
            // Each call translates a clause and moves on; at the end of the text there is no next.
            while next != nil {
                guard let names = espeak_TextToPhonemes(&next, Int32(espeakCHARS_UTF8), separator) else {
                    break
                }
                clauses.append(String(cString: names))
            }
        }
        return clauses.joined(separator: " ")
    }

    private static func list(matching wanted: UnsafeMutablePointer<espeak_VOICE>?) -> [InstalledVoice] {
        guard let list = espeak_ListVoices(wanted) else { return [] }
        var voices: [InstalledVoice] = []
        var index = 0
        while let voice = list[index] {
            if let installed = installed(voice.pointee) { voices.append(installed) }
            index += 1
        }
        return voices
    }

    private static func installed(_ voice: espeak_VOICE) -> InstalledVoice? {
        guard let name = voice.name, let identifier = voice.identifier, var next = voice.languages else {
            return nil
        }
        // Each language is a byte of priority and a text; a zero priority ends the list.
        var languages: [InstalledVoice.Language] = []
        while next.pointee != 0 {
            let tag = String(cString: next + 1)
            languages.append(.init(tag: tag.lowercased(), priority: Int(next.pointee)))
            next += tag.utf8.count + 2
        }
        let gender: Voice.Gender =
            switch voice.gender {
            case 1: .male
            case 2: .female
            default: .unspecified
            }
        return InstalledVoice(
            voice: Voice(
                name: String(cString: name), language: languages.first?.tag ?? "", gender: gender,
                identifier: String(cString: identifier)),
            languages: languages)
    }

    private static func message(_ status: espeak_ng_STATUS) -> String {
        var buffer = [CChar](repeating: 0, count: 256)
        espeak_ng_GetStatusCodeMessage(status, &buffer, buffer.count)
        return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    private func failed(_ reason: String) -> SynthesisError {
        .engineFailed(engine: Self.name, reason: reason)
    }
}

/// The engine's callback: hands samples and marks to the collector that came as the user data of its events.
private func receive(
    _ samples: UnsafeMutablePointer<Int16>?, _ count: Int32, _ events: UnsafeMutablePointer<espeak_EVENT>?
) -> Int32 {
    guard var event = events, let pointer = event.pointee.user_data else { return 0 }
    let collector = Unmanaged<SpeechCollector>.fromOpaque(pointer).takeUnretainedValue()
    while event.pointee.type != espeakEVENT_LIST_TERMINATED {
        let kind: SpeechCollector.Mark.Kind? =
            switch event.pointee.type {
            // A word without a length marks nothing: the engine sends one at the end of a clause.
            case espeakEVENT_WORD where event.pointee.length > 0: .word
            case espeakEVENT_END: .clauseEnd
            default: nil
            }
        if let kind {
            // The engine counts characters from 1.
            let scalar = Int(event.pointee.text_position) - 1
            collector.append(.init(kind: kind, scalar: scalar, sample: Int(event.pointee.sample)))
        }
        event += 1
    }
    guard let samples, count > 0 else { return 0 }
    return collector.append(UnsafeBufferPointer(start: samples, count: Int(count))) ? 0 : 1
}
