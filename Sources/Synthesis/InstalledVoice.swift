import Speech

/// A voice with all that it can be asked for by.
struct InstalledVoice: Comparable {
    /// A language that it speaks.
    struct Language: Equatable {
        /// A BCP 47 tag in lower case.
        var tag: String
        /// How well it fits; the lower the better.
        var priority: Int
    }

    var voice: Voice
    var languages: [Language]

    static func < (left: Self, right: Self) -> Bool {
        (left.voice.language, left.voice.name, left.voice.identifier)
            < (right.voice.language, right.voice.name, right.voice.identifier)
    }

    /// The voice among `voices` of a name, else of a language, else of an identifier, in any case; of several of a
    /// language, the one that puts it first.
    static func named(_ wanted: String, among voices: [InstalledVoice]) -> Voice? {
        let wanted = wanted.lowercased()
        if let voice = voices.first(where: { $0.voice.name.lowercased() == wanted }) { return voice.voice }
        let speakers = voices.compactMap { voice in
            voice.languages.first { $0.tag == wanted }.map { (voice: voice.voice, priority: $0.priority) }
        }
        if let best = speakers.min(by: { $0.priority < $1.priority }) { return best.voice }
        return voices.first { $0.voice.identifier.lowercased() == wanted }?.voice
    }
}
