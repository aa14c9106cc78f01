/// Counts the pages of a TIFF image.
///
/// They are a chain of folders, each with the place of the next: TIFF 6.0, section 2.
enum TIFFPages {
    /// The most that are counted.
    static let limit = 10_000

    /// How many there are; 1 for a chain that leads nowhere.
    static func count(_ bytes: [UInt8]) -> Int {
        let isLittle = bytes.first == 0x49
        func number(at place: Int, bytes count: Int) -> Int? {
            guard place >= 0, place <= bytes.count - count else { return nil }
            let digits = bytes[place..<place + count]
            return (isLittle ? Array(digits.reversed()) : Array(digits)).reduce(0) { $0 << 8 | Int($1) }
        }
        var pages = 0
        var seen: Set<Int> = []
        var place = number(at: 4, bytes: 4) ?? 0
        while place != 0, pages < limit, seen.insert(place).inserted {
            guard let entries = number(at: place, bytes: 2) else { break }
            pages += 1
            place = number(at: place + 2 + entries * 12, bytes: 4) ?? 0
        }
        return max(1, pages)
    }
}
