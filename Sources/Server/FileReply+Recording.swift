import Recordings
import Web

extension FileReply {
    /// A recording or another file of the vault, encrypted there or not. What is kept under its address never changes.
    init(_ reader: RecordingReader, as mediaType: String, disposition: Disposition = .inline) {
        self.init(
            sizeBytes: reader.sizeBytes, mediaType: mediaType, tag: EntityTag(reader.id.hexadecimal),
            disposition: disposition
        ) { try reader.read($0) }
    }
}
