/// Where what stands in an encrypted file. All sizes and places are in bytes.
struct SealedLayout: Sendable, Hashable {
    /// The two copies of the header, each in a block of its own: a disk writes a block as a whole or not at all.
    static let blockBytes = 4096
    /// Where the chunks begin.
    static let headerBytes = 2 * blockBytes
    /// What a chunk is longer than its content: the tag of AES-GCM.
    static let tagBytes = 16
    /// How much of the content a chunk has, in files that are written now.
    static let chunkBytes = 64 * 1024
    /// The chunk sizes that are believed of a file that is read.
    static let chunkSizes = 1024...(16 * 1024 * 1024)
    /// A chunk's number has 32 bits in its nonce.
    static let chunkCountLimit = Int(UInt32.max)

    /// How much of the content each chunk but the last has.
    let chunkBytes: Int
    /// The length of the content.
    let plainBytes: Int

    /// How many chunks there are; an empty content has one, so that it too is authenticated.
    var chunkCount: Int { max(1, (plainBytes + chunkBytes - 1) / chunkBytes) }

    /// The length of the file.
    var fileBytes: Int { Self.headerBytes + plainBytes + chunkCount * Self.tagBytes }

    /// What of the content a chunk has.
    func plainRange(of chunk: Int) -> Range<Int> {
        chunk * chunkBytes..<min((chunk + 1) * chunkBytes, plainBytes)
    }

    /// Where a chunk stands in the file.
    func place(of chunk: Int) -> Int { Self.headerBytes + chunk * (chunkBytes + Self.tagBytes) }

    /// The chunks that have a part of the content that is not empty.
    func chunks(of range: Range<Int>) -> ClosedRange<Int> {
        range.lowerBound / chunkBytes...(range.upperBound - 1) / chunkBytes
    }
}
