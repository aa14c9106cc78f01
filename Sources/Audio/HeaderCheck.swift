/// What the first bytes of a file say that libsndfile keeps to itself: whether the file ends within its
/// header, and how much audio the header promises that is not there.
struct HeaderCheck: Sendable, Hashable {
    /// Where the header was cut off; `nil` when it was not, or the file is of another kind.
    var truncation: String?
    /// How many frames of a WAV file lie beyond its end.
    var missingFrames = 0
    /// The header of a WAV file whose writer left 0 for the size of the samples that follow it: libsndfile
    /// would take it for empty, so its samples are read as those of a pipe are.
    var openEnded: WAVHeader?

    /// No header of a sound file with at least one sample is shorter: the shortest is FLAC's with 42 bytes.
    private static let shortestHeaderBytes = 42
    private static let magics = ["fLaC", "OggS", "FORM", "riff"]

    /// Looks at the start of a file of `sizeBytes`.
    init(_ descriptor: borrowing Descriptor, sizeBytes: Int, name: String) throws(AudioError) {
        var opening: [UInt8] = []
        do {
            let header = try WAVHeader { (count) throws(AudioError) in
                let bytes = try descriptor.read(count: count, name: name)
                if opening.isEmpty { opening = bytes }
                return bytes
            }
            guard let promised = header.dataBytes else {
                if sizeBytes - header.dataOffset >= header.frameBytes { openEnded = header }
                return
            }
            let (end, isTooLarge) = header.dataOffset.addingReportingOverflow(promised)
            guard !isTooLarge else { return }
            missingFrames = max(0, end - sizeBytes) / header.frameBytes
        } catch WAVHeader.Failure.truncated(let reason) {
            truncation = reason
        } catch let error as AudioError {
            throw error
        } catch {
            let isKnown = Self.magics.contains { opening.starts(with: $0.utf8) }
            if isKnown && sizeBytes < Self.shortestHeaderBytes { truncation = "\(sizeBytes) bytes" }
        }
    }
}
