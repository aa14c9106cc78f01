import CEspeakNG
import Foundation
import Speech

/// eSpeak NG's C interface: the only file that knows it. Its state is global, so one actor owns the one engine.
///
/// Its speech is made repeatable. The engine adds a wavering to the pitch (flutter) and a roughness to the voice, whose
/// phases run on from text to text, so the same text never sounded the same twice; and nothing resets them, not even a
/// restart. A voice is therefore loaded with a variant that turns both off, which the ear hardly notices.
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

    private let dataPath: String
    /// The files, in memory, of the variants made repeatable, by name; the plain voice's is under the empty name.
    private var steadyVariants: [String: Int32] = [:]

    /// Starts the engine, without a sound device.
    init() throws(SynthesisError) {
        let rate = espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, 0, nil, Int32(espeakINITIALIZE_DONT_EXIT))
        guard rate > 0 else {
            throw .engineFailed(
                engine: Self.name, reason: "it has no data; install it with `apt-get install espeak-ng-data`")
        }
        var path: UnsafePointer<CChar>?
        espeak_Info(&path)
        dataPath = path.map { String(cString: $0) } ?? ""
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
    ///
    /// A voice whose identifier is too long for the path of a steady variant is taken as it is: its speech is right, and
    /// differs a little from time to time.
    mutating func choose(_ voice: Voice, variant: String?) throws(SynthesisError) {
        // The engine looks variants up below its data folder, so the path climbs to the root first.
        let climb = String(repeating: "../", count: dataPath.split(separator: "/").count + 2)
        var name = "\(voice.identifier)+\(climb)dev/fd/\(try steadyVariant(variant ?? ""))"
        if name.utf8.count > Self.limitVoiceNameBytes {
            name = voice.identifier + (variant.map { "+" + $0 } ?? "")
        }
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
        // A few variants breathe with the C library's random numbers.
        srand(1)
        let collector = SpeechCollector(limitSamples: limitSamples)
        let status = Self.synthesize(text, markup: markup, into: collector)
        if text.unicodeScalars.contains(where: { $0.value > 0x24F && $0.properties.isAlphabetic }) {
            // The engine loads the rules of a foreign alphabet beside the voice's own, and those of Arabic then change
            // how the voice says its own texts. A letter of Hebrew takes their place, and changes nothing.
            _ = Self.synthesize("\u{5E9}", markup: .plain, into: SpeechCollector(limitSamples: .max))
        }
        guard status == ENS_OK || collector.isOverLimit else {
            throw failed("speaking: \(Self.message(status))")
        }
        return collector
    }

    private static func synthesize(
        _ text: String, markup: SpeakingStyle.Markup, into collector: SpeechCollector
    ) -> espeak_ng_STATUS {
        let flags = UInt32(espeakCHARS_UTF8) | (markup == .ssml ? UInt32(espeakSSML) : 0)
        return withExtendedLifetime(collector) {
            text.utf8CString.withUnsafeBytes { bytes in
                espeak_ng_Synthesize(
                    bytes.baseAddress, bytes.count, 0, POS_CHARACTER, 0, flags, nil,
                    Unmanaged.passUnretained(collector).toOpaque())
            }
        }
    }

    /// The file of a variant with flutter and roughness off.
    private mutating func steadyVariant(_ variant: String) throws(SynthesisError) -> Int32 {
        if let file = steadyVariants[variant] { return file }
        var text = "language variant\nname steady\n"
        if !variant.isEmpty {
            let path = "\(dataPath)/voices/!v/\(variant)"
            guard let data = FileManager.default.contents(atPath: path) else {
                throw failed("the variant \(path) cannot be read")
            }
            text = String(decoding: data, as: UTF8.self)
        }
        // The last line of a kind counts.
        text += "\nflutter 0\nroughness 0\n"
        let file = ces_memory_file("viva-voice")
        guard file >= 0, write(file, text, text.utf8.count) == text.utf8.count else {
            throw failed("a voice file could not be made in memory: \(String(cString: strerror(errno)))")
        }
        steadyVariants[variant] = file
        return file
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
