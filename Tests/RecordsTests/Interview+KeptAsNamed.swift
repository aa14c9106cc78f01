import Interview
import Records

extension Interview {
    /// Its recordings, each kept under an address that is its name.
    var keptAsNamed: [KeptRecording] {
        recordings.map { KeptRecording(name: $0, address: $0, bytes: 1) }
    }
}
