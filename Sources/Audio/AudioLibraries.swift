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
            soundFile: String(cString: sf_version_string()), sampleRate: String(cString: src_get_version()),
            portAudio: String(cString: Pa_GetVersionText()))
    }
}
