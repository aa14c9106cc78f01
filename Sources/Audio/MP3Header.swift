/// Whether an MP3 file says how long it is.
///
/// The first frame of most files is a header that counts the frames, `Xing` (variable bit rate) or `Info`
/// (constant). Without it libsndfile guesses the length from the size of the file and the bit rate of its
/// beginning, and stops there: a quiet beginning hides most of a recording of variable bit rate.
///
/// Sources: ISO/IEC 11172-3, 2.4.1.3 (frame header); "Xing Variable Bitrate MP3 SDK", 1998; ID3v2.4, 3.1.
struct MP3Header: Sendable, Hashable {
    /// Whether the header counts the frames.
    var countsFrames = false

    /// How far the first frame is looked for, in bytes.
    private static let searchBytes = 8192
    /// How many tags may come before it.
    private static let tagLimit = 8

    /// Looks for the first frame behind the tags.
    init(_ descriptor: borrowing Descriptor, name: String) throws(AudioError) {
        var offset = 0
        for _ in 0..<Self.tagLimit {
            try descriptor.move(to: offset, name: name)
            let tag = try descriptor.read(count: 10, name: name)
            guard tag.count == 10, tag.starts(with: "ID3".utf8) else { break }
            let size = tag[6...].reduce(0) { $0 << 7 | Int($1 & 0x7F) }
            let hasFooter = tag[5] & 0x10 != 0
            offset += 10 + size + (hasFooter ? 10 : 0)
        }
        try descriptor.move(to: offset, name: name)
        self.init(bytes: try descriptor.read(count: Self.searchBytes, name: name))
    }

    /// Looks into the first bytes behind the tags.
    init(bytes: [UInt8]) {
        for start in bytes.indices.dropLast(4) {
            guard let marker = Self.marker(bytes[start..<(start + 4)]) else { continue }
            let place = start + marker
            guard place + 8 <= bytes.count else { return }
            let name = bytes[place..<(place + 4)]
            let isHeader = name.elementsEqual("Xing".utf8) || name.elementsEqual("Info".utf8)
            // The lowest of the 32 flags that follow says that the number of frames is there.
            countsFrames = isHeader && bytes[place + 7] & 1 == 1
            return
        }
    }

    /// Where the name of the header would be in a frame of Layer III that begins so, in bytes; `nil` when no
    /// frame does.
    private static func marker(_ bytes: ArraySlice<UInt8>) -> Int? {
        let header = bytes.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        let version = header >> 19 & 3
        let bitRate = header >> 12 & 15
        let isFrame =
            header >> 21 == 0x7FF && version != 1 && header >> 17 & 3 == 1 && bitRate != 0 && bitRate != 15
            && header >> 10 & 3 != 3
        guard isFrame else { return nil }
        let isMono = header >> 6 & 3 == 3
        let isVersion1 = version == 3
        return 4 + (isVersion1 ? (isMono ? 17 : 32) : (isMono ? 9 : 17))
    }
}
