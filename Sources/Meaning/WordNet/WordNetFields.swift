/// The fields of a line, which spaces separate, read one after the other up to the line's end or a vertical bar, behind
/// which a meaning is explained. A field that is missing, in which the bytes break off or that is no number is `nil`.
struct WordNetFields {
    private let bytes: [UInt8]
    private var place = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The bytes of the next field.
    mutating func next() -> ArraySlice<UInt8>? { nextPlace().map { bytes[$0] } }

    /// The first byte of the next field.
    mutating func nextByte() -> UInt8? { nextPlace().map { bytes[$0.lowerBound] } }

    /// Leaves fields out; false when there are not so many.
    mutating func skip(_ count: Int) -> Bool {
        for _ in 0..<count where nextPlace() == nil { return false }
        return true
    }

    /// The next field as a number of at most eight digits.
    mutating func nextNumber(radix: Int = 10) -> Int? { nextPlace().flatMap { number(in: $0, radix: radix) } }

    /// The next field as two hexadecimal numbers of two digits.
    mutating func nextPair() -> (Int, Int)? {
        guard let field = nextPlace(), field.count == 4,
            let first = number(in: field.lowerBound..<field.lowerBound + 2, radix: 16),
            let second = number(in: field.lowerBound + 2..<field.upperBound, radix: 16)
        else { return nil }
        return (first, second)
    }

    /// Whether the next field is a word in lower case, perhaps written in capitals and with a mark of its place behind it
    /// ("asleep(p)"); `nil` when there is no field.
    mutating func nextIs(_ word: [UInt8]) -> Bool? {
        guard let field = nextPlace() else { return nil }
        guard field.count >= word.count else { return false }
        for (index, letter) in word.enumerated() {
            let written = bytes[field.lowerBound + index]
            guard written == letter || ((65...90).contains(written) && written + 32 == letter) else {
                return false
            }
        }
        return field.count == word.count || bytes[field.lowerBound + word.count] == UInt8(ascii: "(")
    }

    private mutating func nextPlace() -> Range<Int>? {
        while place < bytes.count, bytes[place] == UInt8(ascii: " ") { place += 1 }
        let start = place
        while place < bytes.count, bytes[place] > UInt8(ascii: " ") { place += 1 }
        guard place > start, place < bytes.count, bytes[start] != UInt8(ascii: "|") else {
            place = bytes.count
            return nil
        }
        return start..<place
    }

    private func number(in field: Range<Int>, radix: Int) -> Int? {
        guard !field.isEmpty, field.count <= 8 else { return nil }
        var number = 0
        for digit in bytes[field] {
            let value: Int
            switch digit {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = Int(digit - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"): value = Int(digit - UInt8(ascii: "a")) + 10
            default: return nil
            }
            guard value < radix else { return nil }
            number = number * radix + value
        }
        return number
    }
}
