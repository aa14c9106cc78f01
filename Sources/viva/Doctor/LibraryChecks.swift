import Audio
import CCurl
import CSQLite
import PDF
import Recognition
import Synthesis

/// Which C libraries the command runs with. One that is absent keeps the command from starting at all, so what
/// is worth telling is the version.
enum LibraryChecks {
    static func run() -> [Check] {
        let audio = AudioLibraries.versions
        let versions = [
            ("libsndfile", audio.soundFile), ("libsamplerate", audio.sampleRate),
            ("PortAudio", audio.portAudio),
            ("PocketSphinx", "5prealpha"), ("eSpeak NG", EspeakSynthesizer.shared.name),
            ("libcurl", curlVersion), ("SQLite", String(cString: sqlite3_libversion())),
            ("Cairo", PDFSupport.cairoVersion), ("Pango", PDFSupport.pangoVersion),
        ]
        return versions.map { .ok("libraries", $0.0, $0.1) }
    }

    private static var curlVersion: String {
        guard
            let info = curl_version_info(
                CURLversion(rawValue: CURLversion.RawValue(CURLVERSION_LAST.rawValue - 1))),
            let version = info.pointee.version
        else {
            return "unknown version"
        }
        return String(cString: version)
    }
}
