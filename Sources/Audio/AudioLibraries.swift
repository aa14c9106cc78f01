import CPortAudio
import CSampleRate
import CSndFile

/// The C libraries that the audio module stands on.
public enum AudioLibraries {
    /// The libraries' own version texts.
    public struct Versions: Sendable, Hashable, Codable {
        /// libsndfile, which reads and writes files.
        public var soundFile: String
        /// libsamplerate, which converts sample rates.
        public var sampleRate: String
        /// PortAudio, which records and plays.
        public var portAudio: String
    }

    /// The versions that the process runs with.
    public static var versions: Versions {
        Versions(
            soundFile: version(sf_version_string()), sampleRate: version(src_get_version()),
            portAudio: version(Pa_GetVersionText()))
    }

    /// The library's name and number without the copyright line or the revision that follow.
    private static func version(_ text: UnsafePointer<CChar>?) -> String {
        guard let text else { return "unknown version" }
        let words = String(cString: text)
        return String(words.prefix { $0 != "," && $0 != "(" }).trimmed
    }
}

extension String {
    /// The text without spaces at its end.
    fileprivate var trimmed: String { String(reversed().drop { $0 == " " }.reversed()) }
}
