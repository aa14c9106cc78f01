/// A PDF document, written by hand.
struct PDFBytes {
    /// An object that holds a stream.
    struct Stream {
        var dictionary: String
        var bytes: [UInt8]
    }

    /// What the pages show, one stream each.
    var pages: [Stream]
    /// The images of the pages by number; they are called `/I1`, `/I2`...
    var images: [Stream] = []
    /// Further lines of the trailer.
    var trailer = ""
    /// How many pages it says it has; `nil` for the truth.
    var claimedCount: Int?

    init(pages: [Stream]) { self.pages = pages }

    /// Pages of lines of text in Helvetica.
    init(texts: [String]) {
        pages = texts.map { text in
            var content = "BT /F1 11 Tf 14 TL 60 780 Td\n"
            for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
                content += "(\(Self.escaped(line))) Tj T*\n"
            }
            return Stream(dictionary: "", bytes: Array((content + "ET").utf8))
        }
    }

    /// Pages of runs of text at places, in points from the lower left corner.
    init(placed: [[(x: Int, y: Int, text: String)]]) {
        pages = placed.map { runs in
            let content = runs.map { "BT /F1 10 Tf \($0.x) \($0.y) Td (\(Self.escaped($0.text[...]))) Tj ET" }
            return Stream(dictionary: "", bytes: Array(content.joined(separator: "\n").utf8))
        }
    }

    /// Pages that show a grey picture each and hold no text.
    init(pictures: [PortableGreyMap]) {
        pages = pictures.indices.map {
            Stream(dictionary: "", bytes: Array("q 595 0 0 842 0 0 cm /I\($0 + 1) Do Q".utf8))
        }
        images = pictures.map {
            Stream(
                dictionary: "/Type /XObject /Subtype /Image /Width \($0.width) /Height \($0.height) "
                    + "/ColorSpace /DeviceGray /BitsPerComponent 8",
                bytes: $0.pixels)
        }
    }

    /// The file.
    var bytes: [UInt8] {
        var objects: [[UInt8]] = []
        let first = 4 + images.count
        let kids = pages.indices.map { "\(first + $0 * 2) 0 R" }.joined(separator: " ")
        let names = images.indices.map { "/I\($0 + 1) \(4 + $0) 0 R" }.joined(separator: " ")
        objects.append(Array("<< /Type /Catalog /Pages 2 0 R >>".utf8))
        objects.append(
            Array("<< /Type /Pages /Kids [\(kids)] /Count \(claimedCount ?? pages.count) >>".utf8))
        objects.append(
            Array(
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".utf8))
        objects += images.map(Self.object)
        for (place, page) in pages.enumerated() {
            objects.append(
                Array(
                    ("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents \(first + place * 2 + 1) 0 R "
                        + "/Resources << /Font << /F1 3 0 R >> /XObject << \(names) >> >> >>").utf8))
            objects.append(Self.object(page))
        }
        var file = Array("%PDF-1.4\n%\u{E2}\n".utf8)
        var places: [Int] = []
        for (place, object) in objects.enumerated() {
            places.append(file.count)
            file += Array("\(place + 1) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
        }
        let table = file.count
        file += Array("xref\n0 \(objects.count + 1)\n0000000000 65535 f \n".utf8)
        for place in places {
            let digits = String(place)
            file += Array((String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n").utf8)
        }
        file += Array(
            ("trailer\n<< /Size \(objects.count + 1) /Root 1 0 R \(trailer) >>\nstartxref\n\(table)\n"
                + "%%EOF\n").utf8)
        return file
    }

    private static func object(_ stream: Stream) -> [UInt8] {
        Array("<< \(stream.dictionary) /Length \(stream.bytes.count) >>\nstream\n".utf8) + stream.bytes
            + Array("\nendstream".utf8)
    }

    /// A text as a string of PDF in Windows' Latin letters.
    private static func escaped(_ text: Substring) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "(", ")", "\\": "\\\(scalar)"
            case "\u{2013}": "\\226"
            case "\u{2014}": "\\227"
            case "\u{2022}": "\\225"
            case _ where scalar.isASCII: String(scalar)
            default:
                scalar.value < 256 ? "\\" + String(scalar.value, radix: 8) : "?"
            }
        }.joined()
    }
}
