/// A grey picture as `pdftoppm -gray` writes it (PGM, one byte for a pixel), and as other formats.
struct PortableGreyMap {
    var width: Int
    var height: Int
    /// Row by row from the top, 0 black to 255 white.
    var pixels: [UInt8]

    init(width: Int, height: Int, pixels: [UInt8]) {
        self.width = width
        self.height = height
        self.pixels = pixels
    }

    /// Reads a file: `P5`, width, height and 255, then the pixels.
    init?(_ bytes: [UInt8]) {
        let header = bytes.prefix(64).split(maxSplits: 4) { $0 == 0x0A || $0 == 0x20 }
        guard header.count >= 4, header[0].elementsEqual("P5".utf8),
            let width = Int(String(decoding: header[1], as: UTF8.self)),
            let height = Int(String(decoding: header[2], as: UTF8.self)), bytes.count >= width * height
        else { return nil }
        self.init(width: width, height: height, pixels: Array(bytes.suffix(width * height)))
    }

    /// Pixels of no meaning, always the same.
    static func noise(width: Int, height: Int) -> PortableGreyMap {
        var state: UInt64 = 88_172_645_463_325_252
        let pixels = (0..<width * height).map { _ in
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return UInt8(truncatingIfNeeded: state >> 32)
        }
        return PortableGreyMap(width: width, height: height, pixels: pixels)
    }

    /// As TIFF without compression; the same picture on `pages` pages.
    func tiff(pages: Int = 1) -> [UInt8] {
        var file: [UInt8] = [0x49, 0x49, 0x2A, 0x00] + Self.little(UInt32(8 + pixels.count), 4) + pixels
        for page in 0..<pages {
            let entries: [(UInt32, UInt32)] = [
                (256, UInt32(width)), (257, UInt32(height)), (258, 8), (259, 1), (262, 1), (273, 8), (277, 1),
                (278, UInt32(height)), (279, UInt32(pixels.count)),
            ]
            let next = page + 1 < pages ? UInt32(file.count + 2 + entries.count * 12 + 4) : 0
            file += Self.little(UInt32(entries.count), 2)
            for (tag, value) in entries {
                file += Self.little(tag, 2) + Self.little(4, 2) + Self.little(1, 4) + Self.little(value, 4)
            }
            file += Self.little(next, 4)
        }
        return file
    }

    private static func little(_ value: UInt32, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }
}
